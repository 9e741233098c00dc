internal import HeshuGrammar
internal import HeshuNumerals

/// TREND: the same thing at two times, in two articles or issues. A question when it grew or fell about tenfold or
/// more, and when a long number is the same in two years.
///
/// 全区会员共28.46万人 in April, 超31万人 in December: compatible, more than 1.04 times.
struct TrendCheck: GroupCheck {

  func findings(in group: [Fact], _ parameters: CheckParameters) -> [Finding] {
    let plain = parameters.phrases[.plain].set
    return Pairs(group).nearest { a, b in
      switch AcrossArticles.relation(a, b, plain: plain) {
      case .later: return finding(a, b)
      // Told without days, and not the same number: perhaps of two years.
      case .same(isSure: false) where parameters.intervals.compare(a, b) == .disjoint: return finding(a, b)
      default: return nil
      }
    }
  }

  private func finding(_ a: Fact, _ b: Fact) -> Finding? {
    let (old, new) = Self.isLater(a, b) ? (b, a) : (a, b)
    guard a.kind == .count || a.kind == .amount, let x = old.figure.value, let y = new.figure.value, x.mantissa > 0,
      y.mantissa > 0,
      let (ratio, isExact) = y.quotient(by: x)
    else { return nil }
    // Two events of one kind are no row: the words must be the same too.
    let sameVerb = a.key.predicate == b.key.predicate || a.key.state == "stock" || b.key.state == "stock"
    guard
      a.measure?.text.unspaced == b.measure?.text.unspaced
        || sameVerb && (!a.key.qualifiers.isEmpty || a.key.head.count > 3) || a.status != b.status
    else { return nil }
    if Trend.isRepeated(a, b, digits: 4), a.predicate?.text == b.predicate?.text {
      return Trend(old, new, ratio, isExact).repeated
    }
    let trend = Trend(old, new, ratio, isExact)
    guard
      trend.isInside
        || a.figure.isExact && b.figure.isExact && a.predicate?.text == b.predicate?.text
          && a.measure?.text == b.measure?.text
    else { return nil }
    return trend.finding
  }

  /// Whether the days say that `a` is the later one.
  private static func isLater(_ a: Fact, _ b: Fact) -> Bool {
    guard let x = a.period?.end ?? a.period?.start, let y = b.period?.end ?? b.period?.start else { return false }
    return y < x
  }
}
