internal import HeshuClaims
internal import HeshuGrammar
internal import HeshuNumerals

/// RATIO of three: how many, how much for each, how much in all.
///
/// 880名, 人均3500元, 264万元 contradict: 880 × 3500 = 308万; 217户, 户均2000元, 43.4万元 agree. A quotient far from both is of
/// other things, unless it is off by ten, a hundred or ten thousand.
struct RateCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    Sentence.all(of: article.body).flatMap { sentence in
      guard sentence.facts.count > 2 else { return [Finding]() }
      let around = Surroundings(sentence, context)
      return sentence.facts.indices.compactMap { index in
        Rate(sentence.facts, around, index, context.parameters.rates).flatMap { finding($0, sentence, context) }
      }
    }
  }

  private func finding(_ rate: Rate, _ sentence: Sentence, _ context: CheckContext) -> Finding? {
    let facts = sentence.facts
    let row = facts.indices.filter { isInRow(rate.fact, facts[$0], context) }
    let counts = row.filter { rate.counts(facts[$0]) }
    let totals = row.filter { rate.totals(facts[$0]) }
    var triples: [(count: Fact, total: Fact)] = []
    for count in counts {
      for total in totals where total != count && facts[total].status == facts[count].status {
        triples.append((facts[count], facts[total]))
      }
    }
    if let hit = triples.first(where: { Product($0.count, rate, $0.total).meets }) {
      return finding(hit.count, rate, hit.total)
    }
    // 一等奖每人5000元，二等奖每人3000元: how many got which is not said.
    if row.contains(where: { $0 != rate.index && facts[$0].isAlike(rate.fact) && !facts[$0].key.per.isEmpty }) {
      return nil
    }
    // Only one reading, or the one whose three figures stand side by side with the count in front.
    let side = counts.filter { $0 < rate.index }.flatMap { count in
      totals.filter { total in
        let places = [count, rate.index, total].sorted()
        return places[2] - places[0] == 2 && count < total
      }.map { (count: facts[count], total: facts[$0]) }
    }
    guard let one = triples.count == 1 ? triples.first : side.count == 1 ? side.first : nil else { return nil }
    return finding(one.count, rate, one.total)
  }

  /// Nothing but commas lies between, and no 其中, which begins another row.
  private func isInRow(_ rate: Fact, _ fact: Fact, _ context: CheckContext) -> Bool {
    let low = min(rate.span.upperBound, fact.span.upperBound)
    let high = max(rate.span.lowerBound, fact.span.lowerBound)
    guard low < high else { return true }
    return !context.phrases[.aside].isIn(low..<high, context.text)
      && !["；", "。"].contains { context.text.contains($0, in: low..<high) }
  }

  private func finding(_ count: Fact, _ rate: Rate, _ total: Fact) -> Finding? {
    let product = Product(count, rate, total)
    guard let value = product.value, let sum = total.figure.value else { return nil }
    let isExact = value == sum && [count, rate.fact, total].allSatisfy(\.figure.isExact)
    let times = "\(count.figure.text) × \(rate.fact.figure.text) = \(value)"
    if product.meets {
      return make(
        [count, rate.fact, total], isExact ? .agrees : .compatible,
        "\(times)，与“\(total.figure.text)”\(isExact ? "相符" : "相容")",
        "\(times), \(isExact ? "equals" : "fits") \(total.figure.text)")
    }
    guard let error = product.error else { return nil }
    let (zh, en) = error == 1 ? ("", "") : ("，相差\(error)倍", ", off by a factor of \(error)")
    return make(
      [count, rate.fact, total], .contradicts, "\(times)，与“\(total.figure.text)”不符\(zh)",
      "\(times), not \(total.figure.text)\(en)", value)
  }

  private func make(_ facts: [Fact], _ verdict: Verdict, _ zh: String, _ en: String, _ expected: Exact? = nil)
    -> Finding
  {
    Finding(
      .ratio, verdict, facts, expected: expected?.description, actual: facts[2].figure.text,
      severity: verdict == .contradicts ? .query : nil,
      message: Message(zh: zh, en: en))
  }
}
