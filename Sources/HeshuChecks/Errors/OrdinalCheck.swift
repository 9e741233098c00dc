/// DATE: the number of an event or award, 第六届岗位技术标兵, wherever the paper names it.
///
/// Headline 第九届 above a body that only knows 第五届 of the same name contradicts; the same number agrees. Two numbers in
/// running text are two events.
struct OrdinalCheck: PaperCheck {
  func findings(in paper: Paper, _ context: CheckContext) -> [Finding] {
    var found: [Finding] = []
    var seen: [(ordinal: DateScan.Ordinal, span: Finding.Span)] = []
    for article in paper.articles {
      let text = JoinedText(context.text, article)
      var own: [(ordinal: DateScan.Ordinal, span: Finding.Span)] = []
      for ordinal in DateScan(text).ordinals {
        let span = Finding.Span(document: paper.id, range: text.span(ordinal.range), text: text.string(ordinal.range))
        if let other = (seen + own).last(where: {
          Self.isSame($0.ordinal, ordinal, 3) && $0.ordinal.number == ordinal.number
        }) {
          found.append(finding(.agrees, other.span, span, ordinal, ordinal))
        }
        own.append((ordinal, span))
      }
      if let first = own.first, Self.isHeadline(first.span, article), own.count > 1 {
        let same = own.dropFirst().filter { Self.isSame($0.ordinal, first.ordinal, 4) }
        if let other = same.first, same.allSatisfy({ $0.ordinal.number == other.ordinal.number }),
          other.ordinal.number != first.ordinal.number
        {
          found.append(finding(.contradicts, first.span, other.span, first.ordinal, other.ordinal))
        }
      }
      seen += own
    }
    return found
  }

  private static func isHeadline(_ span: Finding.Span, _ article: Article) -> Bool {
    article.headlines.contains { $0.contains(span.text.prefix(6)) }
      && span.range.lowerBound - article.span.lowerBound < 60
  }

  /// The same classifier, and names that share so many characters in a row: 岗位技术标兵, 城东区岗位技术标兵.
  private static func isSame(_ a: DateScan.Ordinal, _ b: DateScan.Ordinal, _ length: Int) -> Bool {
    guard a.classifier == b.classifier else { return false }
    let name = Array(a.name)
    return name.count >= length
      && (0...(name.count - length)).contains { b.name.contains(String(name[$0..<($0 + length)])) }
  }

  private func finding(
    _ verdict: Verdict, _ a: Finding.Span, _ b: Finding.Span, _ x: DateScan.Ordinal, _ y: DateScan.Ordinal
  ) -> Finding {
    let isRight = verdict == .agrees
    return Finding(
      .date, verdict, spans: [a, b], expected: "第\(y.number)\(y.classifier)", actual: "第\(x.number)\(x.classifier)",
      severity: isRight ? nil : .error, weight: isRight ? nil : .double,
      message: Message(
        zh: isRight ? "届次一致：“\(a.text)”与“\(b.text)”" : "届次不一致：标题“\(a.text)”，正文“\(b.text)”",
        en: isRight
          ? "the same edition: “\(a.text)” and “\(b.text)”"
          : "two editions: “\(a.text)” in the headline, “\(b.text)” in the body"))
  }
}
