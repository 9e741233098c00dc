internal import HeshuGrammar
internal import HeshuNumerals

/// RATIO: what one figure comes to for each of another beside it.
///
/// 津贴43.2万元，惠及360人次 agrees: 1200 yuan exactly, so each confirms the other; 1426份合同，覆盖企业4180家 is compatible: 3.02 each.
/// A quotient outside its band is a question.
struct RatioCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    Sentence.all(of: article.facts).flatMap { sentence in
      let facts = sentence.facts.filter {
        ($0.kind == .count || $0.kind == .amount) && $0.change == nil && $0.key.per.isEmpty && $0.status == "actual"
      }
      // Where the sentence itself says how much for each, RateCheck holds the three together.
      let rates = Set(sentence.facts.filter { !$0.key.per.isEmpty }.map(\.key.dimension))
      return zip(facts, facts.dropFirst()).compactMap { finding($0, $1, sentence, context) }.filter { finding in
        finding.severity == nil
          || !facts.contains { finding.claims.contains($0.id) && rates.contains($0.key.dimension) }
      }
    }
  }

  /// Verbs that join a measure and those it reaches.
  private static let joining: Set<String> = ["coverage", "payment", "flow", "award"]

  private func finding(_ a: Fact, _ b: Fact, _ sentence: Sentence, _ context: CheckContext) -> Finding? {
    guard b.partOf == nil, a.partOf == nil, b.span.lowerBound - a.span.upperBound < 30,
      b.span.lowerBound >= a.span.upperBound, joins(a, b, context)
    else { return nil }
    let ratios = context.parameters.ratios
    guard let (over, under, band) = ratios.band(b, a).map({ (b, a, $0) }) ?? ratios.band(a, b).map({ (a, b, $0) })
    else { return nil }
    let (x, y) = (over.figure.hard, under.figure.hard)
    guard y.lower.map({ $0 > .zero }) ?? false else { return nil }
    let isInside =
      !x.lies(below: y.times(Interval(band.interval.lower, band.interval.lower)))
      && !y.times(Interval(band.interval.upper, band.interval.upper)).lies(below: x)
    let (text, isRound) = quotient(over, under)
    // What 数千 or 超 leave open is no reason to ask.
    if !isInside, !over.figure.isExact || !under.figure.isExact || haveOwnVerbs(a, b) { return nil }
    let verdict: Verdict = isInside ? isRound ? .agrees : .compatible : .undetermined
    let sum = "\(over.figure.text) ÷ \(under.figure.text) = \(band.meaning)\(text)"
    return Finding(
      .ratio, verdict, [a, b], expected: "\(band.interval)", actual: text, severity: isInside ? nil : .query,
      message: Message(
        zh: sum + (isInside ? isRound ? "，整除，互相印证" : "" : "，不在常见范围\(band.interval)"),
        en: "\(over.figure.text) ÷ \(under.figure.text) = \(text)"
          + (isInside ? isRound ? ", exactly: they confirm each other" : "" : ", outside \(band.interval)")))
  }

  /// Figures of one clause row, of which the second is reached by the first; a list of like things is no ratio.
  private func joins(_ a: Fact, _ b: Fact, _ context: CheckContext) -> Bool {
    let between = (a.span.upperBound..<b.span.lowerBound).clamped(to: 0..<context.text.count)
    if ["、", "；", ";", "。"].contains(where: { context.text.contains($0, in: between) }) { return false }
    if a.isAlike(b), a.key.dimension != "个" || !["coverage"].contains(b.key.predicate) {
      // 6大项32个岗位: a count of counts.
      return between.isEmpty && a.key.dimension == "个"
    }
    return Self.joining.contains(b.key.predicate) || Self.joining.contains(a.key.predicate)
  }

  /// 投入312万元，理赔46人次: what was paid in and who was paid are two things.
  private func haveOwnVerbs(_ a: Fact, _ b: Fact) -> Bool {
    guard let x = a.predicate?.text.unspaced, let y = b.predicate?.text.unspaced else { return false }
    return x != y && a.key.predicate == b.key.predicate
  }

  /// The quotient as text, a bare interval for approximate figures, and whether it is a round number of written-out
  /// figures.
  private func quotient(_ over: Fact, _ under: Fact) -> (text: String, isRound: Bool) {
    if over.figure.isExact, under.figure.isExact, let a = over.figure.value, let b = under.figure.value,
      let (value, isExact) = a.quotient(by: b)
    {
      let isRound = isExact && value.scaled(-1).isWhole && !a.scaled(-4).isWhole && b > Exact(9)
      return ("\(value)\(isExact ? "" : "…")", isRound)
    }
    let low = over.figure.hard.lower.flatMap { low in under.figure.hard.upper.flatMap { low.quotient(by: $0)?.value } }
    let high = over.figure.hard.upper.flatMap { high in under.figure.hard.lower.flatMap { high.quotient(by: $0)?.value }
    }
    return ("\(low?.description ?? "0")～\(high?.description ?? "∞")", false)
  }
}
