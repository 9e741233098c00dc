/// An exact decimal: `mantissa × 10^exponent`. 47.264287亿 is 47264287 × 10^2.
///
/// No operation rounds. What does not fit 38 digits overflows to nil and is reported as unread, never approximated.
public struct Exact: Sendable {
  public var mantissa: Int128
  public var exponent: Int

  @inlinable
  public init(_ mantissa: Int128, exponent: Int = 0) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  public static let zero = Exact(0)

  /// `10^power`, nil above 37.
  @inlinable
  static func power(_ power: Int) -> Int128? {
    guard power >= 0, power <= 37 else { return nil }
    var result: Int128 = 1
    for _ in 0..<power { result *= 10 }
    return result
  }

  /// The mantissa written with a smaller exponent, nil on overflow.
  @inlinable
  func mantissa(at exponent: Int) -> Int128? {
    if exponent == self.exponent || mantissa == 0 { return mantissa }
    guard let factor = Exact.power(self.exponent - exponent) else { return nil }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  public func adding(_ other: Exact) -> Exact? {
    let low = min(exponent, other.exponent)
    guard let a = mantissa(at: low), let b = other.mantissa(at: low) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : Exact(sum, exponent: low)
  }

  public func multiplied(by other: Exact) -> Exact? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    return overflow ? nil : Exact(product, exponent: exponent + other.exponent)
  }

  public func scaled(_ power: Int) -> Exact { Exact(mantissa, exponent: exponent + power) }
  public var negated: Exact { Exact(-mantissa, exponent: exponent) }
  public var isZero: Bool { mantissa == 0 }

  /// The place value of the last digit that is not zero: 27万 → 10^4, 86.4万 → 10^2, 1000 → 10^3.
  public var lastPlace: Exact {
    var m = mantissa.magnitude
    var e = exponent
    guard m != 0 else { return Exact(1) }
    while m % 10 == 0 {
      m /= 10
      e += 1
    }
    return Exact(1, exponent: e)
  }

  /// The whole number it is, if it is one that fits.
  public var integer: Int? {
    guard let m = exponent >= 0 ? mantissa(at: 0) : nil else {
      guard exponent >= -37, let divisor = Exact.power(-exponent), mantissa % divisor == 0 else { return nil }
      return Int(exactly: mantissa / divisor)
    }
    return Int(exactly: m)
  }
}

extension Exact: Comparable {
  public static func == (a: Exact, b: Exact) -> Bool { !(a < b) && !(b < a) }
  public static func < (a: Exact, b: Exact) -> Bool {
    if (a.mantissa < 0) != (b.mantissa < 0) { return a.mantissa < b.mantissa }
    let low = min(a.exponent, b.exponent)
    if let x = a.mantissa(at: low), let y = b.mantissa(at: low) { return x < y }
    // One of them is beyond 10^37 times the other.
    let aIsLarger = a.exponent > b.exponent && a.mantissa != 0
    return aIsLarger == (a.mantissa < 0)
  }
}

extension Exact: CustomStringConvertible {
  /// Plain digits, no exponent, no trailing zeros after the point: `4726428700`, `0.5`.
  public var description: String {
    let store = ByteStore(capacity: 64)
    write(to: store)
    return String(decoding: UnsafeBufferPointer(start: store.start, count: store.count), as: UTF8.self)
  }

  /// Appends the digits as ASCII.
  func write(to out: ByteStore) {
    if mantissa < 0 { out.append(0x2D) }
    var m = mantissa.magnitude
    var e = m == 0 ? 0 : exponent
    while e < 0, m % 10 == 0 {
      m /= 10
      e += 1
    }
    if e == 0, m <= UInt128(UInt64.max) { return out.appendDigits(UInt64(m)) }
    // Digits from the last to the first, the point among them, then turned round.
    let at = out.next(64 + abs(e))
    var length = 0
    func put(_ byte: UInt8) {
      at[length] = byte
      length += 1
    }
    if e > 0 { for _ in 0..<e { put(0x30) } }
    var written = 0
    repeat {
      put(0x30 + UInt8(m % 10))
      m /= 10
      written += 1
      if e < 0, written == -e { put(0x2E) }
    } while m > 0 || (e < 0 && written <= -e)
    out.reverse(at, length)
    out.used += length
  }
}
