extension Exact {
  /// The quotient: exact when it is a finite decimal, else 15 significant digits with the exact ratio in lowest terms.
  ///
  /// 2 / 3 → 0.666666666666667 and (2, 3); 1 / 8 → 0.125 and no ratio.
  public func divided(by other: Exact) -> (value: Exact, ratio: (Int128, Int128)?)? {
    guard other.mantissa != 0 else { return nil }
    var top = mantissa
    var bottom = other.mantissa
    var shift = exponent - other.exponent
    if bottom < 0 { (top, bottom) = (-top, -bottom) }
    func divisor(_ a: Int128, _ b: Int128) -> Int128 {
      var (x, y) = (a.magnitude, b.magnitude)
      while y != 0 { (x, y) = (y, x % y) }
      return Int128(x)
    }
    let common = divisor(top, bottom)
    if common > 1 {
      top /= common
      bottom /= common
    }
    var rest = bottom
    var twos = 0
    var fives = 0
    while rest % 2 == 0 {
      rest /= 2
      twos += 1
    }
    while rest % 5 == 0 {
      rest /= 5
      fives += 1
    }
    if rest == 1 {
      let places = max(twos, fives)
      guard places <= 18 else { return nil }
      var factor: Int128 = 1
      for _ in 0..<(places - twos) { factor *= 2 }
      for _ in 0..<(places - fives) { factor *= 5 }
      let (product, overflow) = top.multipliedReportingOverflow(by: factor)
      return overflow ? nil : (Exact(product, exponent: shift - places), nil)
    }
    var ratioTop = top
    var ratioBottom = bottom
    if shift > 0, shift <= 18 { for _ in 0..<shift { ratioTop *= 10 } }
    if shift < 0, shift >= -18 { for _ in 0..<(-shift) { ratioBottom *= 10 } }
    let again = divisor(ratioTop, ratioBottom)
    let ratio = (ratioTop / again, ratioBottom / again)
    // Sixteen digits, then rounded to fifteen.
    var m = top
    while m.magnitude / bottom.magnitude < 1_000_000_000_000_000, m.magnitude < 1 << 120 {
      m *= 10
      shift -= 1
    }
    var quotient = m / bottom
    while quotient.magnitude >= 1_000_000_000_000_000 {
      let last = quotient % 10
      quotient /= 10
      if quotient.magnitude < 1_000_000_000_000_000, last.magnitude >= 5 { quotient += quotient < 0 ? -1 : 1 }
      shift += 1
    }
    return (Exact(quotient, exponent: shift), ratio)
  }
}
