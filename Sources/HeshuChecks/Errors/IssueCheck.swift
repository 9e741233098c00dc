internal import HeshuClaims

/// DATE: numbers of issues that rise with their dates, and one edition of an event in neighbouring issues.
///
/// 2021年7月9日 总第407期 and 2021年7月23日 总第405期 contradict. 第六届职工技能大赛 in one issue and 第五届职工技能大赛 in the next are asked about.
struct IssueCheck {
  /// Days between two issues within which an event of one name is one event.
  private static let near = 60
  /// Characters in a row that make two events one, to the end of the shorter name.
  private static let length = 6

  /// Compares the issues of each publication; the order of the papers does not matter.
  func findings(in papers: [Paper]) -> [Finding] {
    Dictionary(grouping: papers.filter { $0.publication != nil && $0.date != nil }) { $0.publication! }.values.flatMap {
      papers in
      let issues = papers.sorted { ($0.date!, $0.id) < ($1.date!, $1.id) }
      return zip(issues, issues.dropFirst()).flatMap { earlier, later in
        [numbers(earlier, later)].compactMap { $0 } + editions(earlier, later)
      }
    }
  }

  private func numbers(_ earlier: Paper, _ later: Paper) -> Finding? {
    guard let a = number(earlier), let b = number(later), earlier.date! < later.date! else { return nil }
    let isRight = a.value < b.value
    return Finding(
      .date, isRight ? .agrees : .contradicts, spans: [a.span, b.span], expected: "> \(a.value)", actual: "\(b.value)",
      severity: isRight ? nil : .error,
      weight: isRight ? nil : .double,
      message: Message(
        zh: "\(earlier.date!.iso)为\(a.span.text)，\(later.date!.iso)为\(b.span.text)，总期号\(isRight ? "随日期增加" : "没有随日期增加")",
        en:
          "\(a.span.text) on \(earlier.date!.iso), \(b.span.text) on \(later.date!.iso): numbers of issues \(isRight ? "rise" : "must rise") with their dates"
      ))
  }

  /// 总第407期: numbers within a year begin again.
  private func number(_ paper: Paper) -> (value: Int, span: Finding.Span)? {
    guard let issue = paper.issue, issue.contains("总"), let value = Int(issue.filter { ("0"..."9").contains($0) }),
      let place = paper.text.first(issue, in: 0..<paper.text.count)
    else { return nil }
    return (value, Finding.Span(document: paper.id, range: place..<(place + issue.unicodeScalars.count), text: issue))
  }

  private func editions(_ earlier: Paper, _ later: Paper) -> [Finding] {
    guard later.date!.number - earlier.date!.number <= Self.near else { return [] }
    let before = Self.ordinals(earlier)
    var reported: Set<String> = []
    return Self.ordinals(later).compactMap { ordinal, span in
      let same = before.filter {
        $0.ordinal.classifier == ordinal.classifier && Self.isSame($0.ordinal.name, ordinal.name)
      }
      guard let other = same.first, same.allSatisfy({ $0.ordinal.number != ordinal.number }),
        reported.insert(ordinal.name).inserted
      else { return nil }
      return Finding(
        .date, .contradicts, spans: [other.span, span], expected: "第\(other.ordinal.number)\(ordinal.classifier)",
        actual: "第\(ordinal.number)\(ordinal.classifier)",
        severity: .query,
        message: Message(
          zh: "相邻两期届次不一致：“\(other.span.text)”与“\(span.text)”",
          en: "two editions in neighbouring issues: “\(other.span.text)” and “\(span.text)”"))
    }
  }

  private static func ordinals(_ paper: Paper) -> [(ordinal: DateScan.Ordinal, span: Finding.Span)] {
    paper.articles.flatMap { article in
      let text = JoinedText(paper.text, article)
      return DateScan(text).ordinals.map {
        ($0, Finding.Span(document: paper.id, range: text.span($0.range), text: text.string($0.range)))
      }
    }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    a.count >= length && b.count >= length && a.prefix(length) == b.prefix(length)
  }
}
