internal import HeshuNumerals

/// What a run of the checks says to people: the findings that were asked for, over the papers they are about.
public struct Report: Sendable {
  public let papers: [Paper]
  /// Those to be shown, in the order of their papers.
  public let findings: [Finding]
  /// All of the run, passes included, for the counts.
  public let all: [Finding]
  public let language: Message.Language

  public init(papers: [Paper], findings: [Finding], all: [Finding], language: Message.Language) {
    self.papers = papers
    self.findings = findings
    self.all = all
    self.language = language
  }

  func paper(_ id: String) -> Paper? { papers.first { $0.id == id } }

  public func count(_ verdict: Verdict) -> Int { all.count { $0.verdict == verdict } }
  public func count(_ severity: Severity) -> Int { all.count { $0.severity == severity } }

  /// Findings by weight: a headline's or a date's error first, then errors, warnings, questions, hints; in the order of
  /// the text.
  public static func byWeight(_ findings: [Finding]) -> [Finding] {
    func rank(_ finding: Finding) -> Int {
      guard let severity = finding.severity else { return 9 }
      return severity == .error && finding.weight == .double ? 0 : Severity.allCases.firstIndex(of: severity)! + 1
    }
    return findings.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  /// The estimated number of errors, in tenths, on the scale of 国新出发〔2020〕10号: what is an error or a warning counts its
  /// weight, form at most one error an issue.
  public var errorTenths: Int {
    papers.reduce(0) { total, paper in
      let own = all.filter {
        $0.verdict == .contradicts && $0.spans.first?.document == paper.id && ($0.severity ?? .query) != .query
      }
      let form = own.filter { $0.weight == .form }.count
      return total + own.reduce(0) { $0 + ($1.weight == .form ? 0 : $1.weight?.tenths ?? 0) } + min(form, 10)
    }
  }

  public var characters: Int { papers.reduce(0) { $0 + $1.text.scalars.count { !$0.isBlank } } }

  /// Errors per ten thousand characters, as `1.3`; the scale's pass line is 3.
  public var errorRate: String {
    guard characters > 0,
      let rate = Exact(Int128(errorTenths) * 1000).quotient(by: Exact(Int128(characters)), places: 1)
    else { return "0" }
    return rate.value.description
  }

  public var errorNumber: String { Exact(Int128(errorTenths), exponent: -1).description }

  /// One line: `错误1，警告1，疑问2；一致60，相容32。估计差错2（每万字1.3，合格线3）`.
  public var summary: String {
    let (e, w, q, h) = (count(Severity.error), count(.warning), count(.query), count(.hint))
    let (a, c, u, b) = (count(.agrees), count(.compatible), count(.undetermined), count(.blocked))
    switch language {
    case .zh:
      return "错误\(e)，警告\(w)，疑问\(q)，提示\(h)；一致\(a)，相容\(c)，未定\(u)，待定\(b)。估计差错\(errorNumber)（每万字\(errorRate)，合格线3）"
    case .en:
      return
        "errors \(e), warnings \(w), queries \(q), hints \(h); agree \(a), compatible \(c), undetermined \(u), blocked \(b). Estimated errors \(errorNumber) (\(errorRate) per 10,000 characters; the pass line is 3)"
    }
  }
}

/// A passage with its surroundings: the clauses around it on one line.
public struct Excerpt: Sendable {
  public let before: String
  public let marked: String
  public let after: String

  /// Characters on either side at most.
  private static let reach = 36

  init(_ text: SourceText, _ range: Range<Int>) {
    var start = range.lowerBound
    var end = range.upperBound
    func stops(_ at: Int) -> Bool {
      at < 0 || at >= text.count || "。！？!?\n".unicodeScalars.contains(text[at]) && !(text[at] == "\n")
    }
    while start > 0, range.lowerBound - start < Self.reach, !stops(start - 1) { start -= 1 }
    while end < text.count, end - range.upperBound < Self.reach, !stops(end) { end += 1 }
    func line(_ range: Range<Int>) -> String { text[range].replacing(/\s*\n\s*/, with: " ") }
    before = (start > 0 && !stops(start - 1) ? "…" : "") + line(start..<range.lowerBound)
    marked = text[range].unspaced
    after = line(range.upperBound..<end) + (end < text.count && !stops(end) ? "…" : "")
  }
}

/// Line and column of a place, both from 1, columns in code points; CR LF is one line end.
public struct LineTable: Sendable {
  private let starts: [Int]

  init(_ text: SourceText) {
    var starts = [0]
    for (at, scalar) in text.scalars.enumerated() {
      if scalar == "\n" || scalar == "\r" && !(at + 1 < text.count && text[at + 1] == "\n") { starts.append(at + 1) }
    }
    self.starts = starts
  }

  public func place(_ offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - starts[low] + 1)
  }
}
