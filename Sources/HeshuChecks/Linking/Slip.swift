internal import HeshuGrammar
internal import HeshuNumerals

/// Whether two exact figures differ as a slip of the pen makes them differ: one digit, two digits swapped, a power of
/// ten. Figures with so many digits in common are hardly two by chance.
enum Slip {

  /// 3.85万 and 3.58万, 2298 and 2289, 76万8千 and 67万8千: so many digits, trailing zeros left out, that chance is not
  /// likely.
  static func isDigit(_ a: Fact, _ b: Fact, atLeast digits: Int = 3, mayLose: Bool = false) -> Bool {
    guard max(significant(a), significant(b)) >= digits || isReversed(a, b), a.figure.isExact, b.figure.isExact,
      !isScale(a, b), let x = a.figure.value,
      let y = b.figure.value, x != y
    else { return false }
    // A digit lost or doubled is rarer than two figures that happen to look so, unless a headline has no other partner.
    return (mayLose || x.description.count == y.description.count)
      && Repairs.isOneSlip(Array(x.description.utf8), Array(y.description.utf8))
  }

  /// 64 and 46: two digits the other way round.
  private static func isReversed(_ a: Fact, _ b: Fact) -> Bool {
    guard let x = a.figure.value?.description, let y = b.figure.value?.description, x.count == 2, x != y else {
      return false
    }
    return x == String(y.reversed())
  }

  /// 1840万 and 1.84亿, 32.5元 and 32.5万元: the same digits.
  static func isScale(_ a: Fact, _ b: Fact) -> Bool {
    guard a.figure.isExact, b.figure.isExact, let x = a.figure.value, let y = b.figure.value, x != y,
      significant(a) >= 2
    else { return false }
    return [1, 2, 3, 4, 8].contains { x.scaled($0) == y || y.scaled($0) == x }
  }

  static func significant(_ fact: Fact) -> Int {
    fact.figure.value.map { $0.description.filter(\.isNumber).reversed().drop { $0 == "0" }.count } ?? 0
  }
}
