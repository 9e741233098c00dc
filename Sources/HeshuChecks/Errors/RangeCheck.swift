internal import HeshuGrammar
internal import HeshuNumerals

/// RANGE: the ends of a range in order, no share above 100 %, a fall that falls.
///
/// 300元到500元 agrees, 500元到300元 contradicts; 5次现场会议优化至2次 agrees; 覆盖率达104% contradicts.
struct RangeCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    var found: [Finding] = []
    for (index, fact) in article.facts.enumerated() {
      if let finding = ends(fact) { found.append(finding) }
      if let finding = share(fact, context) { found.append(finding) }
      if index > 0,
        let finding = direction(article.facts[index - 1], fact, context)
          ?? reversed(article.facts[index - 1], fact, context)
      {
        found.append(finding)
      }
    }
    return found
  }

  private func ends(_ fact: Fact) -> Finding? {
    guard fact.figure.modifier == .range, let lower = fact.figure.hard.lower, let upper = fact.figure.hard.upper,
      lower != upper
    else { return nil }
    return make(
      lower < upper, [fact], "\(lower)", "\(upper)",
      zh: "“\(fact.figure.text)”\(lower < upper ? "由小到大" : "由大到小")：\(lower) \(lower < upper ? "<" : ">") \(upper)",
      en: "“\(fact.figure.text)”: \(lower) \(lower < upper ? "<" : ">") \(upper)")
  }

  /// 500元到300元: the reader takes only what rises for one range.
  private func reversed(_ a: Fact, _ b: Fact, _ context: CheckContext) -> Finding? {
    guard a.kind == b.kind, a.figure.unit == b.figure.unit, a.figure.isExact, b.figure.isExact,
      a.span.upperBound < b.span.lowerBound,
      isJoint(context.text.words(a.span.upperBound..<b.span.lowerBound), context),
      context.phrases[.varying].isAt(b.span.upperBound, context.text) || !begins(a, context, reach: 8),
      let x = a.figure.value, let y = b.figure.value, y < x
    else { return nil }
    return make(
      false, [a, b], "\(b.figure.text)–\(a.figure.text)", "\(a.figure.text)–\(b.figure.text)",
      zh: "范围由大到小：“\(a.figure.text)”至“\(b.figure.text)”，\(x) > \(y)",
      en: "a range from large to small: “\(a.figure.text)” to “\(b.figure.text)”, \(x) > \(y)")
  }

  private func isJoint(_ words: String, _ context: CheckContext) -> Bool {
    ["—", "——", "~", "-"].contains(words) || context.phrases[.to].contains(words)
  }

  private func share(_ fact: Fact, _ context: CheckContext) -> Finding? {
    guard context.parameters.shares.isBounded(fact), let value = fact.figure.value ?? fact.figure.hard.lower else {
      return nil
    }
    let isRight = value <= Exact(100)
    return make(
      isRight, [fact], "≤ 100%", fact.figure.text,
      zh: "“\(fact.phrase)”\(isRight ? "不超过" : "超过")100%：\(value) \(isRight ? "≤" : ">") 100",
      en: "“\(fact.phrase)” is \(isRight ? "within" : "above") 100 %: \(value) \(isRight ? "≤" : ">") 100")
  }

  private func direction(_ a: Fact, _ b: Fact, _ context: CheckContext) -> Finding? {
    guard a.quote.span == b.quote.span, a.isAlike(b), a.change == nil || b.change == nil,
      a.figure.unit == b.figure.unit || a.isCount,
      a.key.per == b.key.per || b.key.per.isEmpty, b.span.lowerBound >= a.span.upperBound,
      b.span.lowerBound - a.span.upperBound < 24
    else { return nil }
    let between = a.span.upperBound..<b.span.lowerBound
    guard
      let isUp = context.parameters.directions.direction(
        context.text, between: between.lowerBound, and: between.upperBound),
      !["，", "、", "；"].contains(where: { context.text.contains($0, in: between) }),
      begins(a, context) || isUp == false && between.count < 14
    else { return nil }
    let (x, y) = (a.figure.rounded(isCount: a.isCount), b.figure.rounded(isCount: b.isCount))
    let isRight = isUp ? !y.lies(below: x) && x != y : !x.lies(below: y) && x != y
    let words = context.text[between].unspaced
    return make(
      isRight, [a, b], isUp ? "> \(a.figure.text)" : "< \(a.figure.text)", b.figure.text,
      zh: "“\(a.figure.text)\(words)\(b.figure.text)”方向\(isRight ? "一致" : "相反")：\(a.withInterval) → \(b.withInterval)",
      en:
        "“\(a.figure.text)\(words)\(b.figure.text)” goes the \(isRight ? "right" : "wrong") way: \(a.withInterval) → \(b.withInterval)"
    )
  }

  /// 从 or 由 in the clause before the first figure, at most so many characters before it.
  private func begins(_ fact: Fact, _ context: CheckContext, reach: Int = 24) -> Bool {
    var at = fact.span.lowerBound
    let from = context.phrases[.from].characters
    let stop = max(fact.quote.span.lowerBound, at - reach)
    while at > stop {
      at -= 1
      if ["，", "；", "。"].contains(context.text[at]) { return false }
      if from.contains(context.text[at]) { return true }
    }
    return false
  }

  private func make(_ isRight: Bool, _ facts: [Fact], _ expected: String, _ actual: String, zh: String, en: String)
    -> Finding
  {
    Finding(
      .range, isRight ? .agrees : .contradicts, facts, expected: expected, actual: actual,
      severity: isRight ? nil : .error,
      weight: isRight ? nil : facts[0].isHeadline ? .double : .single, message: Message(zh: zh, en: en))
  }
}
