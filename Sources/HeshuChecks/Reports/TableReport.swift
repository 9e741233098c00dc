internal import HeshuClaims

extension Report {
  /// The findings for a terminal, paper by paper, by weight; the numbers stand between 【 and 】.
  ///
  ///     000.txt 萧山工人 2023-12-29
  ///     错误×2 DUP 9:9 标题“试点企业110家”与正文“试点企业100家”不一致：110家 ≠ 100家
  ///         标题 …试点企业已达【110家】
  ///         正文 …共有“示范”企业【86家】
  public func table(colour: Bool) -> String {
    var out = ""
    for paper in papers {
      let own = Report.byWeight(findings.filter { $0.spans.first?.document == paper.id })
      if own.isEmpty { continue }
      out += ([paper.id, paper.publication, paper.date?.iso].compactMap { $0 }.joined(separator: " ")) + "\n"
      let lines = LineTable(paper.text)
      for finding in own { out += entry(finding, lines, colour) }
      out += "\n"
    }
    return out + summary + "\n"
  }

  private func entry(_ finding: Finding, _ lines: LineTable, _ colour: Bool) -> String {
    let place = lines.place(finding.spans.first?.range.lowerBound ?? 0)
    let name = painted(label(finding), finding.severity, colour)
    var out = "\(name) \(finding.check.rawValue) \(place.line):\(place.column) \(finding.message.text(in: language))\n"
    for span in finding.spans {
      guard let paper = paper(span.document) else { continue }
      let excerpt = Excerpt(paper.text, span.range)
      let at = LineTable(paper.text).place(span.range.lowerBound)
      let document = span.document == finding.spans.first?.document ? "" : span.document + ":"
      out += "    \(document)\(at.line):\(at.column) \(excerpt.before)【\(excerpt.marked)】\(excerpt.after)\n"
    }
    if let repair = finding.repair {
      out +=
        language == .zh
        ? "    可改：\(repair.span.text) → \(repair.text)\n" : "    perhaps: \(repair.span.text) → \(repair.text)\n"
    }
    if !finding.inferred.isEmpty, finding.verdict == .contradicts {
      let names = finding.inferred.map { inferredNames[$0] ?? $0 }
      out +=
        language == .zh
        ? "    推断所得：\(names.joined(separator: "、"))\n" : "    inferred: \(finding.inferred.joined(separator: ", "))\n"
    }
    return out
  }

  private var inferredNames: [String: String] { ["place": "地点", "period": "时间", "actor": "单位"] }

  /// `错误×2`, `疑问`, `一致`.
  public func label(_ finding: Finding) -> String {
    let words: String
    switch (finding.severity, language) {
    case (.error, .zh): words = "错误"
    case (.warning, .zh): words = "警告"
    case (.query, .zh): words = "疑问"
    case (.hint, .zh): words = "提示"
    case (let severity?, .en): words = severity.rawValue
    case (nil, .zh):
      switch finding.verdict {
      case .agrees: words = "一致"
      case .compatible: words = "相容"
      case .blocked: words = "待定"
      default: words = "未定"
      }
    case (nil, .en): words = finding.verdict.rawValue
    }
    return words + (finding.weight == .double ? "×2" : "")
  }

  private func painted(_ text: String, _ severity: Severity?, _ colour: Bool) -> String {
    guard colour else { return text }
    switch severity {
    case .error: return "\u{1B}[31m\(text)\u{1B}[0m"
    case .warning: return "\u{1B}[33m\(text)\u{1B}[0m"
    case .query: return "\u{1B}[36m\(text)\u{1B}[0m"
    default: return text
    }
  }
}
