internal import HeshuGrammar
internal import HeshuNumerals

/// How two figures that ought to be the same stand to each other.
public enum Comparison: Sendable, Equatable {
  /// The same number: 28.46万人 and 284600人, 90余万元 and 90多万元.
  case same
  /// Some number fulfils both: 12万人 and 15余万人.
  case compatible
  /// Only a number that the words hardly mean fulfils both: 近200人 and 120人.
  case strained
  /// No number fulfils both: 116场 and 113场.
  case disjoint
  /// Different dimensions.
  case incomparable
}

extension SoftIntervals {
  /// Compares hard intervals; an exact figure counts as rounded when the other is written to another place.
  ///
  /// Of two exact figures with the same precision only the same value agrees (XBRL Calculations 1.1, duplicates).
  public func compare(_ a: Fact, _ b: Fact) -> Comparison {
    guard a.key.dimension == b.key.dimension, let (x, y) = Self.inOneUnit(a, b) else { return .incomparable }
    if x.hard == y.hard, a.figure.modifier == b.figure.modifier || a.figure.value == nil { return .same }
    if a.figure.isExact, b.figure.isExact {
      if let one = x.hard.point, let other = y.hard.point, one == other { return .same }
      if a.figure.precision == b.figure.precision, x.factor == y.factor { return .disjoint }
    }
    let (roundedA, roundedB) = (x.rounded, y.rounded)
    guard roundedA.meets(roundedB) else { return .disjoint }
    let softA = a.figure.isExact ? roundedA : x.soft(self, a)
    let softB = b.figure.isExact ? roundedB : y.soft(self, b)
    return softA.meets(softB) ? .compatible : .strained
  }

  /// A figure in the unit both share.
  struct Common {
    let hard: Interval
    let rounded: Interval
    let factor: Exact?
    let isOwnUnit: Bool

    func soft(_ intervals: SoftIntervals, _ fact: Fact) -> Interval {
      isOwnUnit ? intervals.soft(fact.figure) : hard
    }
  }

  static func inOneUnit(_ a: Fact, _ b: Fact) -> (Common, Common)? {
    if a.isCount || a.figure.unit == b.figure.unit || a.figure.base == nil || b.figure.base == nil {
      func own(_ fact: Fact) -> Common {
        Common(
          hard: fact.figure.hard, rounded: fact.figure.rounded(isCount: fact.isCount), factor: Exact(1), isOwnUnit: true
        )
      }
      return (own(a), own(b))
    }
    guard let x = a.figure.base, let y = b.figure.base, x.code == y.code else { return nil }
    func based(_ fact: Fact, _ base: Interval) -> Common {
      guard fact.figure.isExact, let point = base.point, let value = fact.figure.value,
        let top = fact.figure.precision.multiplied(by: .half)?.multiplied(by: point),
        let margin = top.quotient(by: value, places: 9)
      else { return Common(hard: base, rounded: base, factor: nil, isOwnUnit: false) }
      return Common(hard: base, rounded: base.widened(by: margin.value), factor: nil, isOwnUnit: false)
    }
    return (based(a, x.interval), based(b, y.interval))
  }
}
