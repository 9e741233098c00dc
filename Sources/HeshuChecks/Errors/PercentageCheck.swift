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
      if let finding = share.change == nil ? of(share, before, facts, context) : growth(share, before, context) {
        found.append(finding)
      }
    }
    return found
  }

  private func of(_ share: Fact, _ before: [Fact], _ facts: [Fact], _ context: CheckContext) -> Finding? {
    if let (part, whole) = stated(share, before, facts, context) {
      return finding(
        Self.fits(part, whole, share) ? .agrees : Self.isNear(part, whole, share) ? .compatible : .contradicts, share,
        part, whole)
    }
    if let (part, whole) = confirmed(share, before, facts, context) { return finding(.contradicts, share, part, whole) }
    let counted = before.filter {
      ($0.kind == .count || $0.kind == .amount) && $0.change == nil && $0.key.per.isEmpty && $0.figure.isExact
    }
    for (index, part) in counted.enumerated().reversed() {
      for whole in counted[..<index].reversed()
      where whole.isAlike(part) && !PartCheck.exceeds(part, whole) && Self.fits(part, whole, share) {
        return finding(.agrees, share, part, whole)
      }
    }
    return nil
  }

  /// The two figures that the text says the share is of.
  private func stated(_ share: Fact, _ before: [Fact], _ facts: [Fact], _ context: CheckContext) -> (
    part: Fact, whole: Fact
  )? {
    let near = before.filter { $0.quote.span == share.quote.span }
    guard let last = near.last, last.isLevel else { return nil }
    let between = context.text.words(last.span.upperBound..<max(last.span.upperBound, share.span.lowerBound))
    // 30名劳模中，女性9名，占30%
    let behind = between.first.map { "，（、".contains($0) } ?? false ? between.dropFirst() : between[...]
    if context.phrases[.share].begins(behind), !between.contains("的"),
      let whole = facts.first(where: { $0.id == last.partOf })
    {
      return Self.pair(last, whole)
    }
    guard near.count > 1 else { return nil }
    let other = near[near.count - 2]
    // 14个镇建起驿站，占全县15个镇的93%; 获奖36名，占参赛选手204名的比例为17.6%
    if between.contains("的"), !between.contains("，"), between.count < 16,
      context.phrases[.share].isIn(Self.clause(before: last, context.text))
    {
      return Self.pair(other, last)
    }
    // 发放问卷640份，收回608份，回收率95%: the rate shares a character with what was done.
    if let rate = share.measure?.words, rate.hasSuffix("率"), between.count < 16, !between.contains("；") {
      let clauses = context.text.words(other.span.upperBound..<last.span.lowerBound).split(
        separator: "，", omittingEmptySubsequences: false)
      if clauses.count > 1, !Set(clauses.last!).isDisjoint(with: rate.dropLast()) { return Self.pair(last, other) }
    }
    return nil
  }

  /// A whole of the paragraph that another share confirms: 问卷1500份…满意的1230份，比例为78%；希望的1050份，占七成.
  private func confirmed(_ share: Fact, _ before: [Fact], _ facts: [Fact], _ context: CheckContext) -> (
    part: Fact, whole: Fact
  )? {
    guard let part = before.last, part.isSummable, part.partOf == nil || part.quote.span == share.quote.span,
      share.figure.isExact,
      Self.isShare(share, of: part, context)
    else { return nil }
    let line = context.text.line(around: share.span.lowerBound)
    let own = facts.filter { line.contains($0.span.lowerBound) }
    let wholes = own.filter {
      $0.span.upperBound <= part.span.lowerBound && $0.isSummable && $0.figure.unit == part.figure.unit
        && !PartCheck.exceeds(part, $0)
    }
    guard let whole = wholes.first, !Self.isNear(part, whole, share),
      !wholes.dropFirst().contains(where: { Self.fits(part, $0, share) })
    else { return nil }
    let others = zip(own, own.dropFirst()).filter { a, b in
      b.id != share.id && b.kind == .percentage && b.change == nil && a.isSummable && a.figure.unit == whole.figure.unit
        && a.id != whole.id
        && Self.isShare(b, of: a, context)
    }
    return others.contains(where: { Self.fits($0.0, whole, $0.1) }) ? (part, whole) : nil
  }

  /// 1230份，占82% or 比例为82%: the share right behind its part.
  private static func isShare(_ share: Fact, of part: Fact, _ context: CheckContext) -> Bool {
    guard part.span.upperBound < share.span.lowerBound else { return false }
    let between = context.text.words(part.span.upperBound..<share.span.lowerBound)
    guard between.count < 7, let sign = between.first else { return false }
    let behind = between.dropFirst()
    return "，（".contains(sign) && context.phrases[.share].begins(behind)
      || sign == "，" && context.phrases[.proportion].begins(behind)
  }

  /// At most fourteen characters of the clause before a figure.
  static func clause(before fact: Fact, _ text: SourceText) -> Substring {
    let before = text.words(max(fact.quote.span.lowerBound, fact.span.lowerBound - 14)..<fact.span.lowerBound)
    return before.split(separator: "，", omittingEmptySubsequences: false).last ?? ""
  }

  private static func pair(_ part: Fact, _ whole: Fact) -> (part: Fact, whole: Fact)? {
    part.isAlike(whole) && part.isLevel && whole.isLevel && !PartCheck.exceeds(part, whole) ? (part, whole) : nil
  }

  /// Whether the share was cut off instead of rounded: two thirds as 66 %.
  private static func isNear(_ part: Fact, _ whole: Fact, _ share: Fact) -> Bool {
    guard let n = whole.figure.hard.lower, n > .zero else { return true }
    let shares = Interval(share.figure.value ?? .zero).widened(by: share.figure.precision).times(
      whole.figure.rounded(isCount: whole.isCount))
    return shares.meets(part.figure.rounded(isCount: part.isCount).scaled(by: Exact(100)))
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
    guard let a = part.figure.value?.scaled(2), let b = whole.figure.value, let (value, isExact) = a.quotient(by: b)
    else { return "?" }
    return "\(value)\(isExact ? "" : "…")%"
  }

  func make(_ verdict: Verdict, _ facts: [Fact], expected: String, zh: String, en: String) -> Finding {
    Finding(
      .percentage, verdict, facts, expected: expected, actual: facts[0].figure.text,
      severity: verdict == .contradicts ? .error : nil,
      weight: verdict == .contradicts ? .single : nil, message: Message(zh: zh, en: en))
  }
}
