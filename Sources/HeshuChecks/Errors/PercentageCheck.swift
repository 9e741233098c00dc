internal import HeshuGrammar
internal import HeshuNumerals

/// PCT: a share against the figures it is the share of, a growth against its two ends.
///
/// 办结701件…746件，办结率94% agrees: 701 ÷ 746 = 93.9…%; 由100家增加到119家，增长29% contradicts.
struct PercentageCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    var found: [Finding] = []
    let facts = article.facts
    for (index, share) in facts.enumerated() where share.kind == .percentage && share.figure.value != nil {
      // Of this sentence and the one before, at most six figures back.
      let before = facts[..<index].suffix(6).filter { share.quote.span.lowerBound - $0.quote.span.upperBound < 4 }
      if let finding = share.change == nil ? of(share, before) : growth(share, before, facts, context) { found.append(finding) }
    }
    for sentence in Sentence.all(of: facts) {
      if let finding = together(sentence, context) { found.append(finding) }
    }
    return found
  }

  // MARK: shares

  private func of(_ share: Fact, _ before: [Fact]) -> Finding? {
    let counted = before.filter { ($0.kind == .count || $0.kind == .amount) && $0.change == nil && $0.key.per.isEmpty && $0.figure.isExact }
    for (index, part) in counted.enumerated().reversed() {
      for whole in counted[..<index].reversed() where whole.isAlike(part) && !PartCheck.exceeds(part, whole) && Self.fits(part, whole, share) {
        return finding(.agrees, share, part, whole)
      }
    }
    // Only what the text calls a part of a whole, right before its share, can contradict.
    guard let part = before.last, part.quote.span == share.quote.span, let id = part.partOf, let whole = before.first(where: { $0.id == id }),
      part.isAlike(whole), part.isSummable, whole.isSummable, share.predicate?.text.hasPrefix("占") == true, share.figure.isExact
    else { return nil }
    return finding(.contradicts, share, part, whole)
  }

  /// Whether some part ÷ whole is some share: share × whole meets 100 × part.
  private static func fits(_ part: Fact, _ whole: Fact, _ share: Fact) -> Bool {
    let s = share.figure.rounded(isCount: false)
    guard whole.figure.hard.lower.map({ $0 > .zero }) ?? false else { return false }
    let shares = s.times(whole.figure.rounded(isCount: whole.isCount))
    return shares.meets(part.figure.rounded(isCount: part.isCount).scaled(by: Exact(100)))
  }

  private func finding(_ verdict: Verdict, _ share: Fact, _ part: Fact, _ whole: Fact) -> Finding {
    let quotient = Self.percent(part, of: whole)
    let sign = verdict == .agrees ? "≈" : "≠"
    return make(
      verdict, [share, part, whole], expected: quotient,
      zh: "\(part.figure.text) ÷ \(whole.figure.text) = \(quotient) \(sign) \(share.figure.text)",
      en: "\(part.figure.text) ÷ \(whole.figure.text) = \(quotient) \(sign) \(share.figure.text)")
  }

  /// `93.96…%`, or `50%` when nothing is cut off.
  private static func percent(_ part: Fact, of whole: Fact) -> String {
    guard let a = part.figure.value?.scaled(2), let b = whole.figure.value, let (value, isExact) = a.quotient(by: b) else { return "?" }
    return "\(value)\(isExact ? "" : "…")%"
  }

  // MARK: growth

  private func growth(_ change: Fact, _ before: [Fact], _ facts: [Fact], _ context: CheckContext) -> Finding? {
    let isPoints = change.figure.unit.contains("百分点")
    guard isPoints || change.figure.text.hasSuffix("%") || change.figure.text.contains("分之") else { return nil }
    let levels = before.filter { $0.change == nil && $0.figure.isExact && $0.quote.span == change.quote.span && ($0.kind == .percentage) == isPoints }
    for (index, new) in levels.enumerated().reversed() {
      for old in levels[..<index].reversed() where old.isAlike(new) {
        if Self.grows(old, new, change, isPoints) { return finding(.agrees, change, old, new, isPoints) }
        if Self.grows(new, old, change, isPoints) { return finding(.agrees, change, new, old, isPoints) }
      }
    }
    guard levels.count > 1, let new = levels.last, new.id == before.last?.id else { return nil }
    let old = levels[levels.count - 2]
    guard old.isAlike(new), old.figure.isExact, new.figure.isExact, change.figure.isExact,
      let isUp = context.parameters.directions.direction(context.text, between: old.span.upperBound, and: new.span.lowerBound),
      isUp == (change.change == 1), change.span.lowerBound - new.span.upperBound < 10
    else { return nil }
    return finding(.contradicts, change, old, new, isPoints)
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
    } else if let difference, let base = old.figure.value, let (value, isExact) = difference.magnitude.scaled(2).quotient(by: base) {
      result = "\(value)\(isExact ? "" : "…")%"
    }
    let sum = isPoints ? "|\(new.figure.text) − \(old.figure.text)|" : "|\(new.figure.text) − \(old.figure.text)| ÷ \(old.figure.text)"
    return make(
      verdict, [change, old, new], expected: result, zh: "\(sum) = \(result) \(sign) \(change.figure.text)", en: "\(sum) = \(result) \(sign) \(change.figure.text)")
  }

  // MARK: shares of one whole

  /// 分别占38%、34%、28%: no more than 100 together.
  private func together(_ sentence: Sentence, _ context: CheckContext) -> Finding? {
    let shares = sentence.facts.filter { $0.kind == .percentage && $0.change == nil && $0.figure.isExact }
    guard shares.count > 2, shares.count == sentence.facts.count, let first = shares.first,
      let word = context.text.first("分别占", in: (sentence.span.lowerBound..<first.span.lowerBound).clamped(to: 0..<context.text.count)),
      first.span.lowerBound - word < 6
    else { return nil }
    let sum = shares.reduce(Interval(.zero)) { $0 + $1.figure.rounded(isCount: false) }
    let addition = shares.map(\.figure.text).joined(separator: " + ")
    let total = shares.reduce(Exact.zero) { sum, share in share.figure.value.flatMap { sum.adding($0) } ?? sum }
    if sum.contains(Exact(100)) {
      return make(.agrees, shares, expected: "100%", zh: "\(addition) = \(total)%", en: "\(addition) = \(total)%")
    }
    guard Interval(Exact(100)).lies(below: sum) else { return nil }
    return make(.contradicts, shares, expected: "≤ 100%", zh: "各占比之和超过100%：\(addition) = \(total)%", en: "shares add up to more than 100 %: \(addition) = \(total)%")
  }

  private func make(_ verdict: Verdict, _ facts: [Fact], expected: String, zh: String, en: String) -> Finding {
    Finding(
      .percentage, verdict, facts, expected: expected, actual: facts[0].figure.text, severity: verdict == .contradicts ? .error : nil,
      weight: verdict == .contradicts ? .single : nil, message: Message(zh: zh, en: en))
  }
}
