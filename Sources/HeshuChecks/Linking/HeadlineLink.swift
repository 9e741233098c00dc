internal import HeshuGrammar
internal import HeshuNumerals

/// The body figure that a headline's figure means where their measures are worded apart, by the words around both or by
/// digits that are one slip of the pen away.
///
/// 讨回血汗钱386.5万元 above 追回工资386.4万元. Only a headline whose number the body does not have anywhere is linked so.
struct HeadlineLink {
  let fact: Fact
  let severity: Severity

  /// Share of the headline's or the body's pairs of characters that both have (ours).
  private static let likeness = (sure: 60, likely: 45, little: 25)

  init?(_ headline: Fact, _ body: [Fact], _ context: CheckContext) {
    guard headline.change == nil, headline.key.per.isEmpty else { return nil }
    let alike = body.filter { $0.isAlike(headline) && $0.change == nil && $0.key.per.isEmpty && $0.figure.isExact }
    if alike.contains(where: { [.same, .compatible].contains(context.intervals.compare(headline, $0)) }) { return nil }
    let measured = alike.map { ($0, Self.likeness(headline, $0, context.text)) }
    // The only figure of its unit is hardly another one.
    let isOnly =
      alike.filter { $0.partOf == nil && $0.figure.unit == headline.figure.unit && $0.status == headline.status }.count
      == 1
    let isDuration = headline.kind == .duration
    let slips = measured.filter { fact, likeness in
      if isDuration, !isOnly, fact.predicate?.words != headline.predicate?.words { return false }
      let isNear =
        isOnly || likeness >= Self.likeness.little
        || fact.predicate != nil && fact.predicate?.words == headline.predicate?.words
      return Slip.isDigit(headline, fact, atLeast: isNear ? 2 : 3, mayLose: true)
        || (isOnly
          ? Slip.isScale(headline, fact) : UnitCheck.differByScale(headline, fact) && Slip.significant(headline) > 1)
    }
    if let (fact, likeness) = slips.max(by: { $0.1 < $1.1 }), slips.count == 1 {
      self.fact = fact
      let isSure =
        isOnly || fact.key.head == headline.key.head || likeness > 0 && Slip.significant(fact) > 2
        || likeness >= Self.likeness.likely
      severity = isSure ? .error : .query
      return
    }
    // The same verb, once, and no parts that make the headline's figure.
    let told = alike.filter {
      $0.figure.unit == headline.figure.unit && $0.status == headline.status
        && $0.predicate?.words == headline.predicate?.words
    }
    let heads = [headline.key.head, told.first?.key.head ?? ""]
    if headline.predicate != nil, Slip.significant(headline) > 1, told.count == 1,
      heads[0] == heads[1] || heads.contains("")
    {
      fact = told[0]
      severity = .query
      return
    }
    let near = measured.filter {
      !isDuration && headline.figure.isExact && $0.1 >= Self.likeness.likely && $0.0.status == headline.status
    }
    guard let (fact, likeness) = near.max(by: { $0.1 < $1.1 }), near.filter({ $0.1 == likeness }).count == 1 else {
      return nil
    }
    self.fact = fact
    severity = likeness >= Self.likeness.sure ? .error : .query
  }

  /// Per cent of the pairs of characters around one figure that stand around the other too; of the shorter of both.
  static func likeness(_ a: Fact, _ b: Fact, _ text: SourceText) -> Int {
    let (x, y) = (pairs(a, text), pairs(b, text))
    let least = min(x.count, y.count)
    return least < 3 ? 0 : x.intersection(y).count * 100 / least
  }

  /// The pairs of Chinese characters in the clause of a figure, at most 14 characters on either side, its own left out.
  private static func pairs(_ fact: Fact, _ text: SourceText) -> Set<[Unicode.Scalar]> {
    let reach = 14
    var start = fact.span.lowerBound
    var end = fact.span.upperBound
    func isStop(_ scalar: Unicode.Scalar) -> Bool { "，。；！？,;!?\n\r：:、".unicodeScalars.contains(scalar) }
    while start > 0, fact.span.lowerBound - start < reach, !isStop(text[start - 1]) { start -= 1 }
    while end < text.count, end - fact.span.upperBound < reach, !isStop(text[end]) { end += 1 }
    let before = text.scalars[start..<fact.span.lowerBound].filter(\.isHan)
    let after = text.scalars[fact.span.upperBound..<end].filter(\.isHan)
    return Set([before, after].flatMap { side in zip(side, side.dropFirst()).map { [$0, $1] } })
  }
}
