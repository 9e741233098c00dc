internal import HeshuGrammar
internal import HeshuNumerals

/// TREND: the same thing at two times. A question when it grew or fell more than tenfold.
///
/// 全区技能人才共29.79万人 in April, 超31万人 in December: compatible, more than 1.04 times.
struct TrendCheck: GroupCheck {
  /// The ratio beyond which a year's change is asked after; wide, since papers change what they count.
  private static let band = Exact(10)

  func findings(in group: [Fact], _ parameters: CheckParameters) -> [Finding] {
    Pairs(group).nearest { a, b in
      switch AcrossArticles.relation(a, b) {
      case .later: return finding(a, b)
      // Told without days, and not the same number: perhaps of two years.
      case .same(isSure: false) where parameters.intervals.compare(a, b) == .disjoint: return finding(a, b)
      default: return nil
      }
    }
  }

  private func finding(_ a: Fact, _ b: Fact) -> Finding? {
    let (old, new) = Self.isLater(a, b) ? (b, a) : (a, b)
    guard a.kind == .count || a.kind == .amount, let x = old.figure.value, let y = new.figure.value, x.mantissa > 0, y.mantissa > 0,
      let (ratio, isExact) = y.quotient(by: x)
    else { return nil }
    // Two events of one kind are no row: the words must be the same too.
    let sameVerb = a.key.predicate == b.key.predicate || a.key.state == "stock" || b.key.state == "stock"
    guard a.measure?.text.unspaced == b.measure?.text.unspaced || sameVerb && !a.key.qualifiers.isEmpty || a.status != b.status else { return nil }
    let isInside = ratio <= Self.band && (Self.band.multiplied(by: y).map { $0 >= x } ?? true)
    guard isInside || a.predicate?.text == b.predicate?.text && a.measure?.text == b.measure?.text else { return nil }
    let sum = "\(new.figure.text) ÷ \(old.figure.text) = \(ratio)\(isExact ? "" : "…")"
    return Finding(
      .trend, isInside ? .compatible : .undetermined, [old, new], severity: isInside ? nil : .query,
      message: Message(
        zh: "“\(old.phrase)”到“\(new.phrase)”：\(sum)\(isInside ? "" : "，变化超过十倍，口径是否相同")",
        en: "from “\(old.phrase)” to “\(new.phrase)”: \(sum)\(isInside ? "" : ", more than tenfold; is it counted the same way?")"))
  }

  /// Whether the days say that `a` is the later one.
  private static func isLater(_ a: Fact, _ b: Fact) -> Bool {
    guard let x = a.period?.end ?? a.period?.start, let y = b.period?.end ?? b.period?.start else { return false }
    return y < x
  }
}
