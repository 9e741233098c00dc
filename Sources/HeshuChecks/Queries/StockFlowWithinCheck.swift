internal import HeshuGrammar
internal import HeshuNumerals

/// STOCK-FLOW in one article: 年初为12640家，全年新增1120家，年末达到13860家 is off by 100, a question.
///
/// What each figure is, the words before it say (`checks/stocks.tsv`), else its date: a stock at an earlier day is the
/// old one.
struct StockFlowWithinCheck: ArticleCheck {
  /// How near the sum must come to the new stock, as a share of it (ours); wide, since the words already make it a sum.
  private static let nearness = Exact(2, exponent: -1)

  static let roles: Set<String> = ["before", "added", "removed", "now", "reach", "none"]

  private struct Placed {
    let fact: Fact
    let role: String?
    /// 由 or 从 stands before it.
    let isStart: Bool
  }

  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    let words = context.parameters.stocks
    let sentences = Sentence.all(of: article.body)
    let placed = sentences.map { place($0, words, context) }
    return zip(placed, Sentence.previous(sentences, 2)).flatMap { own, previous -> [Finding] in
      let all = placed[previous].flatMap { $0 } + own
      return own.filter { isNew($0) }.compactMap { finding($0.fact, all, words) }
    }
  }

  private func place(_ sentence: Sentence, _ words: RoleWords, _ context: CheckContext) -> [Placed] {
    let around = Surroundings(sentence, context)
    return sentence.facts.enumerated().map { index, fact in
      Placed(
        fact: fact, role: Self.role(fact, words.roles(in: around.leads[index], among: Self.roles)),
        isStart: context.phrases[.from].isIn(around.leads[index].suffix(10)))
    }
  }

  static func role(_ fact: Fact, _ said: [String]) -> String? {
    if said.contains("none") { return "none" }
    if fact.change != nil { return fact.change == 1 ? "added" : "removed" }
    let strong = said.filter { $0 != "reach" }
    if let last = strong.last, last == "added" || last == "removed" { return last }
    if strong.contains("before") { return "before" }
    return strong.last ?? said.last
  }

  private func isNew(_ placed: Placed) -> Bool {
    (placed.role == "now" || placed.role == "reach"
      || placed.role == nil && ["stock", "level"].contains(placed.fact.key.state)) && Self.canCount(placed.fact)
  }

  private static func canCount(_ fact: Fact) -> Bool {
    (fact.kind == .count || fact.kind == .amount) && fact.key.per.isEmpty && fact.status == "actual"
      && fact.figure.value != nil
  }

  private func finding(_ new: Fact, _ all: [Placed], _ words: RoleWords) -> Finding? {
    let alike = all.filter {
      $0.fact.id != new.id && $0.fact.isAlike(new) && Self.canCount($0.fact) && $0.role != "none"
    }
    let olds = alike.filter { isOld($0, new) && isSame($0.fact, new, words) }
    guard let old = olds.min(by: { distance($0.fact, new) < distance($1.fact, new) })?.fact else { return nil }
    let (low, high) = (min(old.span.lowerBound, new.span.lowerBound), max(old.span.lowerBound, new.span.lowerBound))
    // Parts of a flow are in it already.
    let own = alike.filter { $0.fact.id != old.id && ($0.fact.partOf == nil || $0.fact.partOf == new.id) }
    let between = own.filter { low < $0.fact.span.lowerBound && $0.fact.span.lowerBound < high }
    func fits(_ placed: Placed) -> Bool { placed.fact.key.head == new.key.head || placed.fact.key.head.isEmpty }
    // A figure of the same thing that is neither: what it does to the sum is not known.
    if between.contains(where: { !Self.isFlow($0) && fits($0) }) { return nil }
    let behind = own.filter { $0.fact.span.lowerBound > high && $0.fact.quote.span == new.quote.span && fits($0) }
    let flows = (between + (between.contains(where: Self.isFlow) ? [] : behind)).filter(Self.isFlow).filter {
      starts($0.fact, after: old)
    }
    let added = flows.filter { $0.role == "added" }.map(\.fact)
    let removed = flows.filter { $0.role == "removed" }.map(\.fact)
    guard !added.isEmpty || !removed.isEmpty else { return nil }
    return StockFlow(old: old, added: added, removed: removed, new: new).finding(nearness: Self.nearness)
  }

  private static func isFlow(_ placed: Placed) -> Bool { placed.role == "added" || placed.role == "removed" }

  private func isOld(_ placed: Placed, _ new: Fact) -> Bool {
    if placed.role == "before" { return true }
    // 由2023年底的15.2万人增至16.8万人.
    if placed.isStart, 0...8 ~= new.span.lowerBound - placed.fact.span.upperBound { return true }
    guard !Self.isFlow(placed), ["stock", "level"].contains(placed.fact.key.state) else { return false }
    return placed.fact.period?.end.flatMap { a in new.period?.end.map { a < $0 } } ?? false
  }

  /// One thing at two times: 原有 and 现有 are no qualifiers.
  private func isSame(_ a: Fact, _ b: Fact, _ words: RoleWords) -> Bool {
    let (x, y) = (a.key.qualifiers.filter { !words.contains($0) }, b.key.qualifiers.filter { !words.contains($0) })
    // 在册230户: a single character is no name.
    let isNamed = a.key.head.count > 1 && b.key.head.count > 1
    return (!isNamed || a.key.head == b.key.head && x == y) && a.place?.name == b.place?.name && a.partOf == b.partOf
  }

  /// What came before the day of the old stock is in it.
  private func starts(_ flow: Fact, after old: Fact) -> Bool {
    guard let end = flow.period?.end, let day = old.period?.end else { return true }
    return day < end
  }

  private func distance(_ a: Fact, _ b: Fact) -> Int { abs(a.span.lowerBound - b.span.lowerBound) }
}
