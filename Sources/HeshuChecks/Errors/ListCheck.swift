internal import HeshuGrammar
internal import HeshuNumerals

/// LIST: a declared number against the items listed beside it.
///
/// 从计划性、针对性、时效性、互动性四个方面 agrees, 五个方面 contradicts; 夜班津贴、高温津贴、年休假安排等7个方面 is
/// compatible.
struct ListCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    let text = JoinedText(context.text, article)
    let claims = Dictionary(
      article.facts.map { ($0.figure.numeral.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Finding] = []
    var seen: Set<Int> = []
    for place in text.scalars.indices {
      guard let number = SmallNumber(text.scalars, at: place),
        let (sort, end) = context.parameters.lists.match(text.scalars, at: number.range.upperBound)
      else { continue }
      let fact = claims[text.places[place]]
      let declared = Declared(
        number: Interval(Exact(Int128(number.value))), value: number.value, range: place..<end, sort: sort, fact: fact)
      if let finding = finding(declared, text, article, context.phrases) {
        found.append(finding)
        seen.insert(text.places[place])
      }
    }
    // A figure of any size behind 等: 纺织行业、陶瓷行业等18个行业.
    for fact in article.facts where fact.kind == .count && !seen.contains(fact.figure.numeral.lowerBound) {
      let place = text.index(of: fact.figure.numeral.lowerBound)
      guard text.has("等", before: place) || text.has("等共", before: place) else { continue }
      let end = text.index(of: fact.span.upperBound)
      let declared = Declared(
        number: fact.figure.hard, value: fact.figure.value?.integer, range: place..<max(end, place + 1), sort: .open,
        fact: fact)
      if let finding = finding(declared, text, article, context.phrases) { found.append(finding) }
    }
    return found
  }

  /// A number that says how many items there are.
  private struct Declared {
    let number: Interval
    let value: Int?
    let range: Range<Int>
    let sort: ListWords.Sort
    let fact: Fact?
  }

  private func finding(_ declared: Declared, _ text: JoinedText, _ article: Article, _ phrases: Phrases) -> Finding? {
    if let finding = ahead(declared, text, article, phrases[.title]) { return finding }
    if let level = levels(declared, text, phrases[.levelName].characters) {
      return make(.agrees, declared, level.count, level.range, text, article)
    }
    guard let list = ListReading(text.scalars, before: declared.range.lowerBound) else { return nil }
    let listed = list.items
    let fits = listed.contains { declared.number.contains(Exact(Int128($0))) }
    if fits, let value = declared.value, list.hasSigns || !list.isOpen {
      return make(.agrees, declared, value, list.range, text, article)
    }
    let below = Interval(Exact(Int128(listed.lowerBound)))
    if list.isOpen, !declared.number.lies(below: below) {
      return make(.compatible, declared, listed.lowerBound, list.range, text, article)
    }
    if list.hasParticle {
      // 与企业、院校的三方联动: the subject is the third.
      let isWithSubject = declared.value == listed.upperBound + 1 && text.scalars[declared.range].last == "方"
      return isWithSubject ? make(.compatible, declared, listed.upperBound, list.range, text, article) : nil
    }
    guard list.hasSigns, let value = declared.value,
      isClosed(declared, text, list, phrases[.title]) || declared.sort == .open && value < listed.lowerBound
    else { return nil }
    if value < listed.lowerBound, list.mayBegin(at: value) {
      return make(.agrees, declared, value, list.range, text, article)
    }
    if value > listed.upperBound, list.isOpen { return nil }
    // A list of two that a verb runs into, or more items than anyone counts, decides nothing.
    guard listed.lowerBound > 2 || value < 4 else { return nil }
    let count = value < listed.lowerBound ? listed.lowerBound : listed.upperBound
    return make(.contradicts, declared, count, list.range, text, article)
  }

  /// What is listed behind: 五大行动：强基行动、暖心行动…。 or 三级工会（市、县、乡）.
  private func ahead(_ declared: Declared, _ text: JoinedText, _ article: Article, _ titles: WordList) -> Finding? {
    guard declared.sort == .closed || declared.sort == .levels, let value = declared.value, value > 1,
      titles.end(at: declared.range.lowerBound, text) == nil
    else { return nil }
    let end = declared.range.upperBound
    guard let sign = (end..<min(end + 6, text.scalars.count)).first(where: { !text.scalars[$0].isHan }),
      ["：", "（"].contains(text.scalars[sign]),
      let list = NamedItemsCheck.items(from: sign + 1, text, until: text.scalars[sign] == "（" ? "）" : nil)
    else { return nil }
    if list.count.contains(value) { return make(.agrees, declared, value, list.range, text, article) }
    return make(
      .contradicts, declared, value < list.count.lowerBound ? list.count.lowerBound : list.count.upperBound, list.range,
      text, article)
  }

  private func isClosed(_ declared: Declared, _ text: JoinedText, _ list: ListReading, _ titles: WordList) -> Bool {
    let start = declared.range.lowerBound
    let end = declared.range.upperBound
    // 江苏、浙江、安徽、上海三省一市 counts two sorts; 消防、用电隐患3处 counts neither of the two.
    if end < text.scalars.count, DateScan.isDigit(text.scalars[end]) || text.scalars[end] == "两" { return false }
    if declared.range.count == 2, ("0"..."9").contains(text.scalars[start]) { return false }
    switch declared.sort {
    // 十大 and 十佳 are titles.
    case .closed: return titles.end(at: start, text) == nil
    // 市、县、乡三级; 公司、分厂、车间、班组四级: levels are named in a word.
    case .levels: return list.lengths.dropLast().allSatisfy { $0 < 7 }
    case .open, .agree: return false
    }
  }

  /// 镇企两级, 区镇两级: as many names of levels right before the number.
  private func levels(_ declared: Declared, _ text: JoinedText, _ names: Set<Unicode.Scalar>) -> (
    count: Int, range: Range<Int>
  )? {
    guard let value = declared.value, text.scalars[declared.range].last == "级" else { return nil }
    let start = declared.range.lowerBound - value
    guard start >= 0, text.scalars[start..<declared.range.lowerBound].allSatisfy(names.contains) else { return nil }
    return (value, start..<declared.range.lowerBound)
  }

  private func make(
    _ verdict: Verdict, _ declared: Declared, _ count: Int, _ range: Range<Int>, _ text: JoinedText, _ article: Article
  ) -> Finding {
    let list = text.string(range)
    let words = text.string(declared.range)
    let span = text.span(declared.range)
    let zh: String
    let en: String
    switch verdict {
    case .agrees:
      zh = "“\(words)”与所列一致：列出\(count)项"
      en = "“\(words)” fits the list: \(count) items"
    case .compatible:
      zh = "“\(words)”，列出其中\(count)项，\(count) ≤ \(declared.number)"
      en = "“\(words)”: \(count) of them listed, \(count) ≤ \(declared.number)"
    default:
      zh = "“\(words)”与所列不符：“\(list)”列出\(count)项，\(count) ≠ \(declared.number)"
      en = "“\(words)” does not fit the list “\(list)”: \(count) items, \(count) ≠ \(declared.number)"
    }
    var finding = Finding(
      .list, verdict,
      spans: [
        Finding.Span(document: article.document, range: text.span(range), text: list),
        Finding.Span(document: article.document, range: span, text: words),
      ], claims: declared.fact.map { [$0.id] } ?? [], key: declared.fact?.keyText, expected: "\(count)",
      actual: "\(declared.number)",
      message: Message(zh: zh, en: en))
    if verdict == .contradicts {
      finding.severity = .error
      finding.weight = declared.fact?.isHeadline == true ? .double : .single
    }
    return finding
  }
}
