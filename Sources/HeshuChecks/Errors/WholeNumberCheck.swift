internal import HeshuGrammar
internal import HeshuNumerals

/// PCT: a percentage of a small number that no whole number gives (the GRIM test: Brown and Heathers, 2017).
///
/// 第三届“城东工匠”中，网约配送员占比达13%, with “城东工匠”30人 elsewhere in the paper: 4 ÷ 30 = 13.3 % agrees; 15 % would not: 4 gives
/// 13.3 and 5 gives 16.7. Both roundings at 5 are allowed.
struct WholeNumberCheck: PaperCheck {
  /// From here on nearly every percentage is some whole number's.
  private static let largest = Exact(1000)

  func findings(in paper: Paper, _ context: CheckContext) -> [Finding] {
    let facts = paper.articles.flatMap(\.facts)
    let bases = facts.filter {
      $0.kind == .count && $0.isSummable && ($0.figure.value.map { $0 > Exact(4) && $0 < Self.largest } ?? false)
    }
    var found: [Finding] = []
    for share in facts
    where share.kind == .percentage && share.change == nil && share.figure.isExact && share.figure.text.hasSuffix("%") {
      let before = context.text.words(
        share.quote.span.lowerBound..<max(share.quote.span.lowerBound, share.span.lowerBound))
      let named = bases.filter { base in
        guard let words = base.measure?.words.filter({ $0 != "“" && $0 != "”" }), words.count > 2,
          base.quote.span != share.quote.span
        else { return false }
        return ["\(words)中", "“\(words)”中", "\(words)里"].contains { before.contains($0) }
      }
      if let base = named.first, Set(named.map(\.figure.value?.description)).count == 1 {
        found.append(finding(share, base, .query))
      }
    }
    for article in paper.articles {
      for (base, share) in zip(article.facts, article.facts.dropFirst()) {
        if let finding = amongThem(base, share, context) { found.append(finding) }
      }
    }
    return found
  }

  /// 约见25名保安员，其中13%的人: a share right behind what it is the share of.
  private func amongThem(_ base: Fact, _ share: Fact, _ context: CheckContext) -> Finding? {
    guard share.kind == .percentage, share.change == nil, share.figure.isExact, share.figure.text.hasSuffix("%"),
      base.isCount, base.isSummable,
      base.quote.span == share.quote.span, let n = base.figure.value, n > Exact(4), n < Self.largest,
      base.span.upperBound < share.span.lowerBound
    else { return nil }
    let between = context.text.words(base.span.upperBound..<share.span.lowerBound)
    let phrases = context.phrases
    guard phrases[.amongThem].isIn(between), !between.contains("；"),
      !phrases[.share].isIn(between) || phrases[.partial].isIn(between)
    else { return nil }
    return finding(share, base, .error)
  }

  private func finding(_ share: Fact, _ base: Fact, _ severity: Severity) -> Finding {
    let n = base.figure.value!
    let interval = share.figure.rounded(isCount: false)
    let top = interval.upper?.multiplied(by: n).flatMap { $0.scaled(-2).floor }
    let isPossible =
      top.map { interval.contains(Self.percent($0, n)) || interval.times(Interval(n)).contains($0.scaled(2)) } ?? false
    let k = top?.description ?? "?"
    let next = top.flatMap { $0.adding(Exact(1)) }?.description ?? "?"
    let zh =
      isPossible
      ? "“\(share.phrase)”有整数解：\(k) ÷ \(base.figure.text) ≈ \(share.figure.text)"
      : "“\(share.phrase)”没有整数解：\(k) ÷ \(base.figure.text)偏小，\(next) ÷ \(base.figure.text)偏大"
    let en =
      isPossible
      ? "“\(share.phrase)” is a whole number's: \(k) of \(base.figure.text)"
      : "“\(share.phrase)” is no whole number's: \(k) of \(base.figure.text) is less, \(next) is more"
    return Finding(
      .percentage, isPossible ? .agrees : .contradicts, [share, base], expected: k, actual: share.figure.text,
      severity: isPossible ? nil : severity, weight: isPossible || severity == .query ? nil : .single,
      message: Message(zh: zh, en: en))
  }

  private static func percent(_ k: Exact, _ n: Exact) -> Exact {
    k.scaled(2).quotient(by: n, places: 6)?.value ?? .zero
  }
}
