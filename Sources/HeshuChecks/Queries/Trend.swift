internal import HeshuClaims
internal import HeshuGrammar
internal import HeshuNumerals

/// One thing at two times, and what the later figure is of the earlier.
struct Trend {
  let old: Fact
  let new: Fact
  let ratio: Exact
  private let isExact: Bool

  /// From here on a change is asked after: a place of the number slipped makes it ten times, and what grew meanwhile a
  /// little less or more. Wide, since papers change what they count.
  static let band = Exact(9)

  init(_ old: Fact, _ new: Fact, _ ratio: Exact, _ isExact: Bool) {
    self.old = old
    self.new = new
    self.ratio = ratio
    self.isExact = isExact
  }

  /// Nil when one of the two has no number above zero.
  init?(_ old: Fact, _ new: Fact) {
    guard let x = old.figure.value, let y = new.figure.value, x > .zero, y > .zero,
      let (ratio, isExact) = y.quotient(by: x)
    else { return nil }
    self.init(old, new, ratio, isExact)
  }

  var isInside: Bool {
    guard let x = old.figure.value, let y = new.figure.value else { return true }
    return ratio < Self.band && (Self.band.multiplied(by: y).map { $0 > x } ?? true)
  }

  /// Whether two figures of different years have the same long number: perhaps last year's, copied.
  static func isRepeated(_ a: Fact, _ b: Fact, digits: Int) -> Bool {
    guard a.figure.isExact, b.figure.isExact, a.figure.value == b.figure.value, a.significantDigits >= digits,
      let x = a.period, let y = b.period,
      let s = x.start ?? x.end, let t = y.start ?? y.end, let e = x.end, let f = y.end
    else { return false }
    return s.year != t.year && e.year != f.year
  }

  private var sum: String { "\(new.figure.text) ÷ \(old.figure.text) = \(ratio)\(isExact ? "" : "…")" }

  var finding: Finding {
    Finding(
      .trend, isInside ? .compatible : .undetermined, [old, new], severity: isInside ? nil : .query,
      message: Message(
        zh: "“\(old.phrase)”到“\(new.phrase)”：\(sum)\(isInside ? "" : "，变化在十倍上下或以上，数字、口径是否有误")",
        en:
          "from “\(old.phrase)” to “\(new.phrase)”: \(sum)\(isInside ? "" : ", about tenfold or more; is the number right, is it counted the same way?")"
      ))
  }

  var repeated: Finding {
    Finding(
      .trend, .undetermined, [old, new], severity: .query,
      message: Message(
        zh: "两个年份数字完全相同，是否误抄：“\(old.phrase)”与“\(new.phrase)”",
        en: "one number for two years, perhaps copied: “\(old.phrase)” and “\(new.phrase)”"))
  }
}
