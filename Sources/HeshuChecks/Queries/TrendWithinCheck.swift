internal import HeshuClaims
internal import HeshuGrammar
internal import HeshuNumerals

/// TREND in one article: 参赛职工38.2万人，2023年参赛职工为3.9万人 is about ten times, a question; so is 23417人次 in 2023 and again in
/// 2024.
struct TrendWithinCheck: ArticleCheck {
  /// Below this small things grow tenfold easily (ours).
  private static let least = Exact(100)
  /// Digits of a number that two years do not share by chance.
  private static let digits = 3

  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    let facts = article.body.filter {
      ($0.kind == .count || $0.kind == .amount) && $0.change == nil && $0.status == "actual" && $0.partOf == nil
        && !$0.key.head.isEmpty
    }
    lazy var sums = Self.sums(article, context)
    var found: [Finding] = []
    for (index, b) in facts.enumerated() {
      // The nearest before it that is the same thing in another year.
      for a in facts[..<index].reversed() where isOneThing(a, b) && inTwoYears(a, b) && sums[a.id] == sums[b.id] {
        if let finding = finding(a, b, context) { found.append(finding) }
        break
      }
    }
    return found
  }

  /// The facts that the words before them call new or gone: 新建128家 last year and 总数4860家 now are no row.
  private static func sums(_ article: Article, _ context: CheckContext) -> [String: Bool] {
    let words = context.parameters.stocks
    return Sentence.all(of: article.body).reduce(into: [:]) { found, sentence in
      for (fact, lead) in zip(sentence.facts, Surroundings(sentence, context).leads) {
        let role = StockFlowWithinCheck.role(fact, words.roles(in: lead, among: StockFlowWithinCheck.roles))
        found[fact.id] = role == "added" || role == "removed"
      }
    }
  }

  private func isOneThing(_ a: Fact, _ b: Fact) -> Bool {
    a.isAlike(b) && a.key.head == b.key.head && haveOneName(a, b) && a.key.per == b.key.per
      && a.place?.name == b.place?.name
      && (a.predicate?.text == b.predicate?.text || isBeside(a, b))
      && (a.actor == nil || b.actor == nil || a.actor?.name == b.actor?.name)
  }

  /// The same words, or beside each other fewer the second time: 医疗互助参保人数, then 参保人数.
  private func haveOneName(_ a: Fact, _ b: Fact) -> Bool {
    a.key.qualifiers == b.key.qualifiers || isBeside(a, b) && b.key.qualifiers.isSubset(of: a.key.qualifiers)
  }

  /// In one sentence or the next, where the other year is told for comparison; further off two events of one kind
  /// stand.
  private func isBeside(_ a: Fact, _ b: Fact) -> Bool {
    let (first, second) = a.span.lowerBound < b.span.lowerBound ? (a, b) : (b, a)
    return second.quote.span.lowerBound - first.quote.span.upperBound < 3
  }

  private func inTwoYears(_ a: Fact, _ b: Fact) -> Bool {
    guard let x = a.period, let y = b.period, let e = x.end ?? x.start, let f = y.end ?? y.start else { return false }
    // What there is on a day and what happened in a year are no row.
    guard (x.start == nil) == (y.start == nil),
      a.key.state == b.key.state || a.key.state == "level" || b.key.state == "level"
    else { return false }
    let (first, second) = e < f ? (e, y.start ?? f) : (f, x.start ?? e)
    return e.year != f.year && first < second
  }

  private func finding(_ a: Fact, _ b: Fact, _ context: CheckContext) -> Finding? {
    let isLater =
      (a.period?.end ?? a.period?.start).flatMap { x in (b.period?.end ?? b.period?.start).map { $0 < x } } ?? false
    guard let trend = isLater ? Trend(b, a) : Trend(a, b) else { return nil }
    let words = context.text.words(
      min(a.quote.span.lowerBound, b.quote.span.lowerBound)..<max(a.quote.span.upperBound, b.quote.span.upperBound))
    if Trend.isRepeated(a, b, digits: Self.digits) {
      return context.phrases[.unchanged].isIn(words) ? nil : trend.repeated
    }
    if trend.isInside { return trend.finding }
    // 增长9倍 says that it is meant.
    let isLarge = [a, b].contains { $0.figure.value.map { Self.least <= $0 } ?? false }
    let (x, y) = (a.measure?.text.unspaced ?? "", b.measure?.text.unspaced ?? "")
    guard x.hasSuffix(y) || y.hasSuffix(x) else { return nil }
    return isLarge && a.figure.isExact && b.figure.isExact && !context.phrases[.manifold].isIn(words)
      ? trend.finding : nil
  }
}
