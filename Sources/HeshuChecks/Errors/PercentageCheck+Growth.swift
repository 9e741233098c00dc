internal import HeshuGrammar
internal import HeshuNumerals

extension PercentageCheck {
  /// A growth that the text gives with both its ends: 由120场增加到150场，增长25%.
  func growth(_ change: Fact, _ before: [Fact], _ context: CheckContext) -> Finding? {
    let isPoints = change.figure.unit.contains("百分点")
    guard isPoints || change.figure.text.hasSuffix("%") || change.figure.text.contains("分之") else { return nil }
    let levels = before.filter {
      $0.change == nil && $0.figure.isExact && $0.quote.span == change.quote.span
        && ($0.kind == .percentage) == isPoints
    }
    if let (old, new) = Self.ends(change, levels, before, context) {
      if Self.grows(old, new, change, isPoints) { return finding(.agrees, change, old, new, isPoints) }
      let isUp = change.change == 1
      // A fall where the text says growth is RANGE's; a mistaken reading of which is which is nobody's.
      guard change.figure.isExact, ((old.figure.value ?? .zero) < (new.figure.value ?? .zero)) == isUp else {
        return nil
      }
      return finding(.contradicts, change, old, new, isPoints)
    }
    for (index, new) in levels.enumerated().reversed() {
      for old in levels[..<index].reversed() where old.isAlike(new) {
        if Self.grows(old, new, change, isPoints) { return finding(.agrees, change, old, new, isPoints) }
        if Self.grows(new, old, change, isPoints) { return finding(.agrees, change, new, old, isPoints) }
      }
    }
    return nil
  }

  /// The two figures that the text says the change lies between.
  private static func ends(_ change: Fact, _ levels: [Fact], _ before: [Fact], _ context: CheckContext) -> (
    old: Fact, new: Fact
  )? {
    guard levels.count > 1, let last = levels.last, last.id == before.last?.id,
      change.span.lowerBound >= last.span.upperBound
    else { return nil }
    let other = levels[levels.count - 2]
    guard other.isAlike(last), other.key.per == last.key.per else { return nil }
    let between = context.text.words(last.span.upperBound..<change.span.lowerBound)
    // 由1250万元增至1600万元，增长28%
    if between.count < 10,
      context.parameters.directions.direction(context.text, between: other.span.upperBound, and: last.span.lowerBound)
        != nil
    {
      return (other, last)
    }
    // 去年建成50家，今年建成65家，同比增长30%
    let years = (Self.clause(before: other, context.text), Self.clause(before: last, context.text))
    let phrases = context.phrases
    if between.count < 6, between.hasPrefix("，"), phrases[.yearOnYear].begins(between.dropFirst()),
      phrases[.lastYear].isIn(years.0),
      phrases[.thisYear].isIn(years.1)
    {
      return (other, last)
    }
    // 筹集260万元，比去年的250万元增长4%
    if between.count < 5, !between.contains("，"),
      phrases[.than].isIn(max(0, last.span.lowerBound - 10)..<last.span.lowerBound, context.text)
    {
      return (last, other)
    }
    return nil
  }

  /// new − old = ± change, or 100 × (new − old) = ± change × old.
  private static func grows(_ old: Fact, _ new: Fact, _ change: Fact, _ isPoints: Bool) -> Bool {
    let (a, b) = (old.figure.rounded(isCount: old.isCount), new.figure.rounded(isCount: new.isCount))
    guard a.lower.map({ $0 > .zero }) ?? false else { return false }
    let difference = change.change == 1 ? b - a : a - b
    let step = change.figure.rounded(isCount: false)
    return isPoints ? difference.meets(step) : difference.scaled(by: Exact(100)).meets(step.times(a))
  }

  private func finding(_ verdict: Verdict, _ change: Fact, _ old: Fact, _ new: Fact, _ isPoints: Bool) -> Finding {
    let sign = verdict == .agrees ? "≈" : "≠"
    let difference = old.figure.value.flatMap { old in new.figure.value.flatMap { $0.subtracting(old) } }
    var result = "?"
    if isPoints, let difference {
      result = "\(difference.magnitude)个百分点"
    } else if let difference, let base = old.figure.value,
      let (value, isExact) = difference.magnitude.scaled(2).quotient(by: base)
    {
      result = "\(value)\(isExact ? "" : "…")%"
    }
    let sum =
      isPoints
      ? "|\(new.figure.text) − \(old.figure.text)|" : "|\(new.figure.text) − \(old.figure.text)| ÷ \(old.figure.text)"
    return make(
      verdict, [change, old, new], expected: result, zh: "\(sum) = \(result) \(sign) \(change.figure.text)",
      en: "\(sum) = \(result) \(sign) \(change.figure.text)")
  }
}
