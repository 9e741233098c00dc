/// Findings that are settled: those of a baseline, and those that an ignore file names with a reason.
public struct Settled: Sendable {
  private struct Rule {
    let check: String
    let document: String
    let words: String
  }

  private var fingerprints: Set<String> = []
  private var rules: [Rule] = []

  public init() {}

  /// A line of an ignore file that says no check, passage and reason.
  public struct IgnoreError: Error, CustomStringConvertible {
    public let line: Int
    public let description: String
  }

  /// Adds the findings of an earlier run, written as JSON lines: what it found and what is found again in the same
  /// words is settled.
  public mutating func add(baseline lines: [UInt8]) {
    lines.withUnsafeBufferPointer { bytes in
      for line in bytes.split(separator: 0x0A) {
        guard let json = JSONValue(UnsafeBufferPointer(rebasing: line)), json["type"]?.string == "finding",
          let check = json["check"]?.string
        else { continue }
        let spans = json["spans"]?.elements ?? []
        fingerprints.insert(
          Finding.fingerprint(
            check, spans.map { ($0["document"]?.string ?? "", $0["text"]?.string ?? "") }, json["verdict"]?.string ?? ""
          ))
      }
    }
  }

  /// Adds an ignore file. A line is `check<tab>document<tab>words of a passage<tab>reason`; `*` stands for any check or
  /// document, `#` begins a comment.
  public mutating func add(ignore text: String) throws(IgnoreError) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.allSatisfy(\.isWhitespace) || line.first == "#" { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4, !cells[3].allSatisfy(\.isWhitespace) else {
        throw IgnoreError(
          line: index + 1,
          description:
            "line \(index + 1): found \(cells.count) cells; expected check, document, words and a reason, a tab between two"
        )
      }
      guard cells[0] == "*" || CheckID(rawValue: cells[0]) != nil else {
        throw IgnoreError(
          line: index + 1,
          description:
            "line \(index + 1): no check '\(cells[0])'; expected \(CheckID.allCases.map(\.rawValue).joined(separator: ", ")) or *"
        )
      }
      rules.append(Rule(check: cells[0], document: cells[1], words: cells[2]))
    }
  }

  public func contains(_ finding: Finding) -> Bool {
    if fingerprints.contains(finding.fingerprint) { return true }
    return rules.contains { rule in
      (rule.check == "*" || rule.check == finding.check.rawValue)
        && finding.spans.contains {
          (rule.document == "*" || rule.document == $0.document) && (rule.words == "*" || $0.text.contains(rule.words))
        }
    }
  }
}

extension Finding {
  /// What makes two findings of two runs the same: check, verdict, documents and words, not the places, which move.
  public var fingerprint: String {
    Self.fingerprint(check.rawValue, spans.map { ($0.document, $0.text) }, verdict.rawValue)
  }

  static func fingerprint(_ check: String, _ spans: [(document: String, text: String)], _ verdict: String) -> String {
    ([check, verdict] + spans.flatMap { [$0.document, $0.text] }).joined(separator: "\u{1F}")
  }
}
