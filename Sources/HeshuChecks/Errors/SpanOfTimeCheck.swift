internal import HeshuClaims

/// DATE: a length of time against the two ends beside it.
///
/// 三年行动计划（2023年-2025年） agrees: 2025 − 2023 + 1 = 3; 从4月至9月贯穿全年 contradicts: 9 − 4 + 1 = 6 months.
struct SpanOfTimeCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    let scan = DateScan(JoinedText(context.text, article))
    let text = scan.text
    var found: [Finding] = []
    let joints = Self.dashes.union(context.phrases[.to].characters)
    for place in text.scalars.indices where joints.contains(text.scalars[place]) {
      if let finding = years(scan, place, joints, article, context) ?? months(scan, place, article, context) {
        found.append(finding)
      }
    }
    for place in text.scalars.indices where text.scalars[place] == "第" {
      if let finding = anniversary(scan, place, article, context) { found.append(finding) }
    }
    return found
  }

  /// 他1998年进厂，今年已是第27年: counted from that year, or from the year after it.
  private func anniversary(_ scan: DateScan, _ place: Int, _ article: Article, _ context: CheckContext) -> Finding? {
    let text = scan.text
    guard let issue = context.paper.date, let stated = scan.number(from: place + 1), 2...120 ~= stated.value,
      ["年", "个年头"].contains(where: { text.has($0, at: stated.end) }), !text.has("年度", at: stated.end)
    else { return nil }
    let from = text.scalars[..<place].lastIndex { ListReading.stops.contains($0) }.map { $0 + 1 } ?? 0
    guard place - from < 60, (from..<place).contains(where: { context.phrases[.thisYear].end(at: $0, text) != nil })
    else { return nil }
    let years = (from..<place).compactMap { at in text.scalars[at] == "年" ? scan.number(before: at) : nil }.filter {
      1900...2199 ~= $0.value
    }
    guard years.count == 1, let first = years.first, first.value < issue.year else { return nil }
    let count = issue.year - first.value
    let isRight = stated.value == count || stated.value == count + 1
    return make(
      isRight ? .agrees : .contradicts, text, first.start..<(stated.end + 1), article,
      "\(issue.year) − \(first.value) = \(count)年，第\(count + 1)年",
      "\(issue.year) − \(first.value) = \(count) years", stated: "第\(stated.value)年")
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "—", "~", "～", "－", "–"]

  /// 2023年-2025年 with a number of years at most 12 characters before it.
  private func years(
    _ scan: DateScan, _ place: Int, _ joints: Set<Unicode.Scalar>, _ article: Article, _ context: CheckContext
  ) -> Finding? {
    let text = scan.text
    var left = place
    if left > 0, text.scalars[left - 1] == "年" { left -= 1 }
    var right = place + 1
    while right < text.scalars.count, joints.contains(text.scalars[right]) { right += 1 }
    guard let first = scan.number(before: left), let last = scan.number(from: right), 1900...2199 ~= first.value,
      1900...2199 ~= last.value, last.value > first.value
    else { return nil }
    let from = max(0, first.start - 12)
    guard let year = (from..<first.start).reversed().first(where: { text.scalars[$0] == "年" }),
      let stated = scan.number(before: year), 2...30 ~= stated.value,
      !text.scalars[year..<first.start].contains(where: { ListReading.stops.contains($0) || $0 == "，" })
    else { return nil }
    let count = last.value - first.value + 1
    let range = stated.start..<last.end
    // 连续五年 counts every year; 三年行动计划 may begin in the middle of one.
    let isStrict = context.phrases[.running].word(before: stated.start, text) != nil
    let verdict: Verdict =
      count == stated.value ? .agrees : count - 1 == stated.value && !isStrict ? .compatible : .contradicts
    return make(
      verdict, text, range, article, "\(last.value) − \(first.value) + 1 = \(count)年",
      "\(last.value) − \(first.value) + 1 = \(count) years", stated: "\(stated.value)年")
  }

  /// 从3月至10月 with 全年, 历时8个月 or the like in the same clause.
  private func months(_ scan: DateScan, _ place: Int, _ article: Article, _ context: CheckContext) -> Finding? {
    let text = scan.text
    guard place > 1, text.scalars[place - 1] == "月", let first = scan.number(before: place - 1), 1...12 ~= first.value,
      let last = scan.number(from: place + 1), 1...12 ~= last.value, text.has("月", at: last.end),
      last.value > first.value
    else { return nil }
    let count = last.value - first.value + 1
    let clause = (last.end + 1)..<min(text.scalars.count, last.end + 9)
    for at in clause {
      if ListReading.stops.contains(text.scalars[at]) || text.scalars[at] == "，" { return nil }
      if let end = context.phrases[.wholeYear].end(at: at, text) {
        return make(
          count == 12 ? .agrees : .contradicts, text, first.start..<end, article,
          "\(last.value) − \(first.value) + 1 = \(count)个月",
          "\(last.value) − \(first.value) + 1 = \(count) months", stated: "12个月", severity: .warning)
      }
      if let end = context.phrases[.lasting].end(at: at, text), let stated = scan.number(from: end),
        text.has("个月", at: stated.end)
      {
        let verdict: Verdict = stated.value == count ? .agrees : stated.value == count - 1 ? .compatible : .contradicts
        return make(
          verdict, text, first.start..<(stated.end + 2), article, "\(last.value) − \(first.value) + 1 = \(count)个月",
          "\(last.value) − \(first.value) + 1 = \(count) months", stated: "\(stated.value)个月")
      }
    }
    return nil
  }

  private func make(
    _ verdict: Verdict, _ text: JoinedText, _ range: Range<Int>, _ article: Article, _ zh: String, _ en: String,
    stated: String,
    severity: Severity = .error
  ) -> Finding {
    let words = text.string(range)
    return Finding(
      .date, verdict, spans: [Finding.Span(document: article.document, range: text.span(range), text: words)],
      expected: zh, actual: stated,
      severity: verdict == .contradicts ? severity : nil, weight: verdict == .contradicts ? .double : nil,
      message: Message(
        zh:
          "“\(words)”：\(zh)\(verdict == .contradicts ? "，不是\(stated)" : "，与\(stated)\(verdict == .agrees ? "一致" : "相容")")",
        en: "“\(words)”: \(en)\(verdict == .contradicts ? ", not \(stated)" : ", fits \(stated)")"))
  }
}
