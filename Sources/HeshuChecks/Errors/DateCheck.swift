internal import HeshuClaims

/// DATE: weekdays, days the calendar has, the order of dates, cut-offs after the issue's day.
///
/// 2023年12月29日星期五 agrees, 星期四 contradicts; 截至12月20日 in an issue of 29 December agrees; 2月30日 contradicts.
struct DateCheck: PaperCheck {
  func findings(in paper: Paper, _ context: CheckContext) -> [Finding] {
    let head = 0..<min(paper.articles.first?.span.lowerBound ?? paper.text.count, paper.text.count)
    var found: [Finding] = []
    for text in [JoinedText(context.text, head)] + paper.articles.map({ JoinedText(context.text, $0) }) {
      let scan = DateScan(text)
      for (index, mention) in scan.mentions.enumerated() {
        let reading = Reading(scan: scan, mention: mention, paper: paper, phrases: context.phrases)
        found += [weekday(reading), calendar(reading)].compactMap { $0 }
        if let finding = cutOff(reading) { found.append(finding) }
        if index > 0 {
          let before = Reading(scan: scan, mention: scan.mentions[index - 1], paper: paper, phrases: context.phrases)
          found += [order(before, reading), length(before, reading)].compactMap { $0 }
        }
      }
    }
    return found
  }

  /// A date of the paper, with the year of the issue where none is written.
  private struct Reading {
    let scan: DateScan
    let mention: DateScan.Mention
    let paper: Paper
    let phrases: Phrases
    var year: Int? { mention.year ?? paper.date?.year }
    var day: Day? { year.flatMap { Day(year: $0, month: mention.month, day: mention.day) } }
    var words: String { scan.text.string(mention.range) }

    /// The days it may mean, the nearest first: without a year those of the last eleven months and of the next four.
    var days: [Day] {
      guard mention.year == nil, let issue = paper.date else { return day.map { [$0] } ?? [] }
      return [0, -1, 1].compactMap { Day(year: issue.year + $0, month: mention.month, day: mention.day) }
        .filter { -330...120 ~= $0.number - issue.number }
        .sorted { abs($0.number - issue.number) < abs($1.number - issue.number) }
    }

    func span(_ range: Range<Int>) -> Finding.Span {
      Finding.Span(document: paper.id, range: scan.text.span(range), text: scan.text.string(range))
    }
  }

  private static let names = ["", "一", "二", "三", "四", "五", "六", "日"]
  private static let englishNames = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  private func weekday(_ reading: Reading) -> Finding? {
    guard let stated = reading.scan.weekday(behind: reading.mention.range.upperBound) else { return nil }
    let days = reading.days
    guard let day = days.first(where: { $0.weekday == stated.value }) ?? days.first else { return nil }
    let range = reading.mention.range.lowerBound..<stated.range.upperBound
    let isRight = day.weekday == stated.value
    let words = reading.scan.text.string(stated.range)
    var finding = Finding(
      .date, isRight ? .agrees : .contradicts, spans: [reading.span(range)], expected: "星期" + Self.names[day.weekday],
      actual: words, severity: isRight ? nil : .error, weight: isRight ? nil : .double,
      message: Message(
        zh: "\(day.iso)是星期\(Self.names[day.weekday])\(isRight ? "，与所写一致" : "，不是“\(words)”")",
        en: "\(day.iso) is a \(Self.englishNames[day.weekday])\(isRight ? ", as written" : ", not “\(words)”")"))
    if !isRight {
      let name = (stated.range.upperBound - 1)..<stated.range.upperBound
      finding.repair = Finding.Repair(span: reading.span(name), text: Self.names[day.weekday])
    }
    return finding
  }

  private func calendar(_ reading: Reading) -> Finding? {
    let mention = reading.mention
    // 2月29日 without a year is some year's day.
    let longest =
      mention.month == 2 && mention.year == nil ? 29 : Day.length(ofMonth: mention.month, mention.year ?? 2000)
    guard mention.day < 1 || mention.day > longest, mention.day < 100 else { return nil }
    return Finding(
      .date, .contradicts, spans: [reading.span(mention.range)], expected: "1–\(longest)", actual: "\(mention.day)",
      severity: .error, weight: .double,
      message: Message(
        zh: "没有“\(reading.words)”这一天：\(mention.month)月只有\(longest)天",
        en: "there is no “\(reading.words)”: month \(mention.month) has \(longest) days"))
  }

  /// 截至12月20日: not after the issue; other days before it are only confirmed.
  private func cutOff(_ reading: Reading) -> Finding? {
    guard let issue = reading.paper.date, let day = reading.day else { return nil }
    let start = reading.mention.range.lowerBound
    let isCutOff = reading.phrases[.cutOff].word(before: start, reading.scan.text) != nil
    let range = (isCutOff ? start - 2 : start)..<reading.mention.range.upperBound
    if day <= issue {
      return Finding(
        .date, .agrees, spans: [reading.span(range)],
        message: Message(
          zh: "“\(reading.words)”不晚于出版日期：\(day.iso) ≤ \(issue.iso)",
          en: "“\(reading.words)” is not after the issue: \(day.iso) ≤ \(issue.iso)"))
    }
    guard isCutOff else { return nil }
    // Without a year 截至12月31日 in January is last year's; in October it is wrong. 报名截至12月31日 sets a time to come.
    let isExplicit = reading.mention.year != nil
    guard isExplicit || day.number - issue.number < 180 else { return nil }
    let isClause =
      Self.begins(reading.scan.text, start - 2) && reading.scan.text.has("，", at: reading.mention.range.upperBound)
    let isSure = isExplicit || isClause && day.number - issue.number < 120
    return Finding(
      .date, .contradicts, spans: [reading.span(range)], expected: "≤ \(issue.iso)", actual: day.iso,
      severity: isSure ? .error : .query, weight: isSure ? .double : nil,
      message: Message(
        zh: "“截至\(reading.words)”晚于出版日期：\(day.iso) > \(issue.iso)",
        en: "the cut-off “\(reading.words)” is after the issue: \(day.iso) > \(issue.iso)"))
  }

  /// Signs between the two ends of a time.
  private static let dashes: Set<String> = ["—", "——", "-", "~"]

  /// 7月12日至16日，为期5天: both ends counted, or one.
  private func length(_ first: Reading, _ second: Reading) -> Finding? {
    let text = first.scan.text
    let between = text.string(first.mention.range.upperBound..<second.mention.range.lowerBound)
    guard
      Self.dashes.contains(between) || first.phrases[.to].contains(between) || first.phrases[.upTo].contains(between),
      let start = first.day, let last = second.day, start <= last
    else { return nil }
    let near =
      max(0, first.mention.range.lowerBound - 12)..<min(text.scalars.count, second.mention.range.upperBound + 12)
    let lasting = first.phrases[.lasting]
    guard let (word, end) = near.lazy.compactMap({ at in lasting.end(at: at, text).map { (at, $0) } }).first,
      let stated = first.scan.number(from: end),
      text.has("天", at: stated.end),
      !text.scalars[min(word, second.mention.range.upperBound)..<max(word, first.mention.range.lowerBound)].contains(
        where: { ListReading.stops.contains($0) })
    else { return nil }
    let days = last.number - start.number + 1
    let isRight = stated.value == days || stated.value == days - 1
    let range = min(word, first.mention.range.lowerBound)..<max(stated.end + 1, second.mention.range.upperBound)
    return Finding(
      .date, isRight ? .agrees : .contradicts, spans: [first.span(range)], expected: "\(days)天",
      actual: "\(stated.value)天", severity: isRight ? nil : .error,
      weight: isRight ? nil : .double,
      message: Message(
        zh: "\(start.iso)至\(last.iso)共\(days)天\(isRight ? "，与所写一致" : "，不是\(stated.value)天")",
        en: "\(start.iso) to \(last.iso) are \(days) days\(isRight ? ", as written" : ", not \(stated.value)")"))
  }

  /// Whether a clause begins here.
  private static func begins(_ text: JoinedText, _ place: Int) -> Bool {
    place <= 0 || text.scalars[place - 1] == "，" || text.scalars[place - 1] == "）"
      || ListReading.stops.contains(text.scalars[place - 1])
  }

  /// 3月5日至3月2日: the end before the beginning.
  private func order(_ first: Reading, _ second: Reading) -> Finding? {
    let between = first.mention.range.upperBound..<second.mention.range.lowerBound
    let joint = first.scan.text.string(between)
    guard 1...2 ~= between.count, Self.dashes.contains(joint) || joint == "～" || first.phrases[.to].contains(joint),
      let start = first.day, let end = second.day ?? nil
    else { return nil }
    let isSameYear = second.mention.year == nil || first.mention.year != nil
    guard isSameYear else { return nil }
    // 11月20日至1月10日 crosses the year.
    let crosses = second.mention.year == nil && start.month - end.month > 5
    let isRight = start <= end || crosses
    let range = first.mention.range.lowerBound..<second.mention.range.upperBound
    return Finding(
      .date, isRight ? .agrees : .contradicts, spans: [first.span(range)], severity: isRight ? nil : .error,
      weight: isRight ? nil : .double,
      message: Message(
        zh: isRight ? "起止日期顺序正确：\(first.words)在\(second.words)之前" : "起止日期颠倒：\(first.words)晚于\(second.words)",
        en: isRight ? "\(first.words) is before \(second.words)" : "\(first.words) is after \(second.words)"))
  }
}
