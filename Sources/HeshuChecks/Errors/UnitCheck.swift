internal import HeshuGrammar
internal import HeshuNumerals

/// UNIT: two figures that are one but for a factor of ten thousand, or for 人 against 人次.
///
/// Headline 发放1286.4元 above 发放帮扶资金1286.4万元 contradicts; so does 培训37697人 above 培训37697人次.
struct UnitCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    var found: [Finding] = []
    for fact in article.facts where fact.isHeadline && fact.figure.isExact {
      let body = article.body
      if body.contains(where: { SameFigure.sureness(fact, $0) != nil && context.intervals.compare(fact, $0) == .same })
      {
        continue
      }
      if let finding = body.lazy.compactMap({ retold(fact, $0, body) }).first {
        found.append(finding)
        continue
      }
      let linked = HeadlineLink(fact, body, context)?.fact.id
      if let finding = body.lazy.compactMap({ factor(fact, $0, isLinked: $0.id == linked) ?? classifier(fact, $0) })
        .first
      {
        found.append(finding)
      }
    }
    let body = article.body
    for (index, fact) in body.enumerated() where fact.figure.isExact {
      if let other = body[..<index].last(where: { isOneTold(twice: $0, fact, context) }),
        let finding = factor(other, fact, isLinked: true) ?? classifier(other, fact)
      {
        found.append(finding)
      }
    }
    return found
  }

  /// Headline 3.6万名织工学新艺 over 受训职工达3.6万人次: the number once in the body, in the other unit.
  private func retold(_ headline: Fact, _ fact: Fact, _ body: [Fact]) -> Finding? {
    guard Slip.significant(headline) > 1, Set([headline.key.dimension, fact.key.dimension]) == ["人", "人次"],
      fact.figure.isExact,
      headline.figure.value == fact.figure.value, headline.key.per == fact.key.per, headline.change == nil,
      fact.change == nil,
      body.filter({ $0.figure.value == fact.figure.value }).count == 1
    else { return nil }
    return make(
      headline, fact, zh: "同一数字，单位不同：“\(headline.figure.text)”与“\(fact.figure.text)”，“人”与“人次”不是一回事",
      en: "one number, two units: “\(headline.figure.text)” and “\(fact.figure.text)” (人 are persons, 人次 are times)")
  }

  /// Whether two sentences of the body tell one figure: the same thing or the same words around it, and the same
  /// digits.
  private func isOneTold(twice a: Fact, _ b: Fact, _ context: CheckContext) -> Bool {
    guard a.quote.span != b.quote.span, a.status == b.status, a.key.per == b.key.per, Slip.significant(a) > 1 else {
      return false
    }
    if Self.differByScale(a, b) { return SameFigure.sureness(a, b) != nil }
    return a.figure.value == b.figure.value && a.predicate?.words == b.predicate?.words
      && HeadlineLink.likeness(a, b, context.text) > 60
  }

  /// Whether one is the other times 10,000.
  static func differByScale(_ a: Fact, _ b: Fact) -> Bool {
    guard a.figure.isExact, b.figure.isExact, let x = a.figure.value, let y = b.figure.value else { return false }
    return x.scaled(4) == y || y.scaled(4) == x
  }

  private func factor(_ a: Fact, _ b: Fact, isLinked: Bool) -> Finding? {
    guard isLinked || SameFigure.sureness(a, b) != nil, Self.differByScale(a, b), let x = a.figure.value,
      let y = b.figure.value
    else { return nil }
    let (small, large) = x < y ? (a, b) : (b, a)
    return make(
      a, b, zh: "相差一万倍，疑漏写或多写“万”：\(small.figure.text) × 10000 = \(large.figure.text)",
      en: "off by ten thousand, perhaps 万 left out: \(small.figure.text) × 10000 = \(large.figure.text)")
  }

  private func classifier(_ a: Fact, _ b: Fact) -> Finding? {
    guard Set([a.key.dimension, b.key.dimension]) == ["人", "人次"], b.figure.isExact, a.figure.value == b.figure.value,
      let value = a.figure.value, value > Exact(20),
      a.key.head == b.key.head || a.key.head.isEmpty || b.key.head.isEmpty,
      a.key.predicate == b.key.predicate, SameFigure.agreeOnPlace(a, b), a.change == b.change
    else { return nil }
    return make(
      a, b, zh: "同一数字，单位不同：“\(a.figure.text)”与“\(b.figure.text)”，“人”与“人次”不是一回事",
      en: "one number, two units: “\(a.figure.text)” and “\(b.figure.text)” (人 are persons, 人次 are times)")
  }

  private func make(_ a: Fact, _ b: Fact, zh: String, en: String) -> Finding {
    var finding = Finding(
      .unit, .contradicts, [a, b], expected: b.figure.text, actual: a.figure.text, severity: .error,
      weight: a.isHeadline ? .double : .single,
      message: Message(zh: zh, en: en))
    finding.repair = Repairs.copy(a, from: b)
    return finding
  }
}
