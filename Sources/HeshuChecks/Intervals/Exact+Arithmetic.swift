internal import HeshuNumerals

extension Exact {
  /// The number that decimal digits write: `37697`, `-0.15`, `4.7e9`. Nil for anything else, or more than 38 digits.
  init?(digits: some Collection<UInt8>) {
    var mantissa: Int128 = 0
    var exponent = 0
    var isNegative = false
    var hasPoint = false
    var count = 0
    var rest = digits[...]
    if rest.first == UInt8(ascii: "-") {
      isNegative = true
      rest = rest.dropFirst()
    }
    while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard 0x30...0x39 ~= byte else { return nil }
      let (tens, tooLarge) = mantissa.multipliedReportingOverflow(by: 10)
      if tooLarge { return nil }
      mantissa = tens + Int128(byte - 0x30)
      count += 1
      if hasPoint { exponent -= 1 }
    }
    if count == 0 { return nil }
    if !rest.isEmpty {
      guard let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(power) < 100 else { return nil }
      exponent += power
    }
    self.init(isNegative ? -mantissa : mantissa, exponent: exponent)
  }

  init?(_ text: some StringProtocol) { self.init(digits: text.utf8) }

  static let half = Exact(5, exponent: -1)

  func subtracting(_ other: Exact) -> Exact? { adding(other.negated) }

  var isWhole: Bool { integer != nil }
  var magnitude: Exact { mantissa < 0 ? negated : self }

  /// The quotient cut off behind `places` digits, and whether nothing was cut: 580800 / 242 is 2400 exactly.
  func quotient(by other: Exact, places: Int = 2) -> (value: Exact, isExact: Bool)? {
    guard other.mantissa != 0 else { return nil }
    var top = mantissa
    var bottom = other.mantissa
    var power = exponent - other.exponent + places
    while power > 0 {
      let (next, tooLarge) = top.multipliedReportingOverflow(by: 10)
      if tooLarge { return nil }
      top = next
      power -= 1
    }
    while power < 0 {
      let (next, tooLarge) = bottom.multipliedReportingOverflow(by: 10)
      if tooLarge { return nil }
      bottom = next
      power += 1
    }
    let (whole, rest) = top.quotientAndRemainder(dividingBy: bottom)
    return (Exact(whole, exponent: -places), rest == 0)
  }

  /// The largest whole number not above it.
  var floor: Exact? {
    if exponent >= 0 { return self }
    guard let (value, isExact) = quotient(by: Exact(1), places: 0) else { return nil }
    return mantissa < 0 && !isExact ? value.adding(Exact(-1)) : value
  }
}
