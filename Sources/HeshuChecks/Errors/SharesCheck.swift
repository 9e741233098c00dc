internal import HeshuGrammar
internal import HeshuNumerals

/// PCT: shares of one whole against each other.
///
/// 分别占38%、34%、28% agrees: 100 % together. 8.4万人，占总数的35%；1.5万人，占总数的5% contradicts: one gives 24万 in all, the other 30万.
struct SharesCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    Sentence.all(of: article.facts).flatMap { sentence in
      [together(sentence, context)].compactMap { $0 } + ofOneWhole(sentence, context)
    }
  }

  /// 分别占38%、34%、28%, or each behind a 占 of its own: no more than 100 together, and all of it where the text says how
  /// they are divided.
  private func together(_ sentence: Sentence, _ context: CheckContext) -> Finding? {
    let shares = sentence.facts.filter { $0.kind == .percentage && $0.change == nil && $0.figure.isExact }
    guard shares.count > 2, shares.count == sentence.facts.count, let first = shares.first, let last = shares.last
    else { return nil }
    let before = context.text.words(sentence.span.lowerBound..<first.span.lowerBound)
    let all = context.text.words(sentence.span)
    let phrases = context.phrases
    let isRespective = phrases[.eachShare].isIn(before.suffix(7))
    let isListed = shares.allSatisfy {
      phrases[.share].isIn(max(0, $0.span.lowerBound - 2)..<$0.span.lowerBound, context.text)
    }
    let behind = context.text.words(last.span.upperBound..<sentence.span.upperBound)
    let hasRemainder = phrases[.remainder].isIn(behind)
    guard isRespective || isListed && (hasRemainder || phrases[.divided].isIn(before)), !phrases[.manyAnswers].isIn(all)
    else { return nil }
    let sum = shares.reduce(Interval(.zero)) { $0 + $1.figure.rounded(isCount: false) }
    let addition = shares.map(\.figure.text).joined(separator: " + ")
    let total = shares.reduce(Exact.zero) { sum, share in share.figure.value.flatMap { sum.adding($0) } ?? sum }
    if sum.contains(Exact(100)), !hasRemainder {
      return make(.agrees, shares, expected: "100%", zh: "\(addition) = \(total)%", en: "\(addition) = \(total)%")
    }
    guard Interval(Exact(100)).lies(below: sum) || hasRemainder && total >= Exact(100) else { return nil }
    return make(
      .contradicts, shares, expected: "≤ 100%", zh: "各占比之和超过100%：\(addition) = \(total)%",
      en: "shares add up to more than 100 %: \(addition) = \(total)%")
  }

  /// Parts whose shares are of the same words: each gives a size of the whole, and the sizes must meet.
  private func ofOneWhole(_ sentence: Sentence, _ context: CheckContext) -> [Finding] {
    var found: [Finding] = []
    var last: (part: Fact, share: Fact, words: String)?
    for (part, share) in zip(sentence.facts, sentence.facts.dropFirst()) {
      guard share.kind == .percentage, share.change == nil, share.figure.isExact, part.isSummable,
        part.span.upperBound < share.span.lowerBound
      else { continue }
      let words = context.text.words(part.span.upperBound..<share.span.lowerBound).drop { $0 == "，" }
      guard context.phrases[.share].begins(words), words.hasSuffix("的"), words.count > 3, words.count < 20 else {
        continue
      }
      if let last, last.words == words, last.part.isAlike(part),
        let finding = compare(last.part, last.share, part, share)
      {
        found.append(finding)
      }
      last = (part, share, String(words))
    }
    return found
  }

  private func compare(_ a: Fact, _ s: Fact, _ b: Fact, _ t: Fact) -> Finding? {
    // a ÷ s and b ÷ t are one whole: a × t meets b × s.
    let left = a.figure.rounded(isCount: a.isCount).times(t.figure.rounded(isCount: false))
    let right = b.figure.rounded(isCount: b.isCount).times(s.figure.rounded(isCount: false))
    guard let x = Self.whole(a, s), let y = Self.whole(b, t) else { return nil }
    let isRight = left.meets(right)
    let sign = isRight ? "≈" : "≠"
    return make(
      isRight ? .agrees : .contradicts, [a, s, b, t], expected: x,
      zh:
        "\(isRight ? "两个占比推出同一总数" : "两个占比推出的总数不同")：\(a.figure.text) ÷ \(s.figure.text) ≈ \(x) \(sign) \(b.figure.text) ÷ \(t.figure.text) ≈ \(y)",
      en:
        "two shares imply \(isRight ? "one total" : "two totals"): \(a.figure.text) ÷ \(s.figure.text) ≈ \(x) \(sign) \(b.figure.text) ÷ \(t.figure.text) ≈ \(y)"
    )
  }

  private static func whole(_ part: Fact, _ share: Fact) -> String? {
    guard let a = part.figure.value?.scaled(2), let b = share.figure.value, b > .zero else { return nil }
    return a.quotient(by: b, places: 0).map { "\($0.value)" }
  }

  private func make(_ verdict: Verdict, _ facts: [Fact], expected: String, zh: String, en: String) -> Finding {
    Finding(
      .percentage, verdict, facts, expected: expected, actual: facts.last!.figure.text,
      severity: verdict == .contradicts ? .error : nil,
      weight: verdict == .contradicts ? .single : nil, message: Message(zh: zh, en: en))
  }
}
