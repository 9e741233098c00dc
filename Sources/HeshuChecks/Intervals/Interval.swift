public import HeshuNumerals

/// The numbers that a figure's words allow: 27万余 is [270000, 280000), 超31万 is (310000, ∞).
///
/// An absent side is unbounded. All arithmetic is exact; what overflows 38 digits makes the side unbounded, which can
/// hide a contradiction and never makes one.
public struct Interval: Sendable, Equatable {
  public var lower: Exact?
  public var upper: Exact?
  public var isLowerClosed: Bool
  public var isUpperClosed: Bool

  public init(_ lower: Exact?, _ upper: Exact?, closed: (lower: Bool, upper: Bool) = (true, true)) {
    self.lower = lower
    self.upper = upper
    isLowerClosed = closed.lower
    isUpperClosed = closed.upper
  }

  /// A single number.
  public init(_ value: Exact) { self.init(value, value) }

  /// With the signs of PostgreSQL's range types: `[)`.
  init(_ lower: Exact?, _ upper: Exact?, bounds: String) {
    self.init(lower, upper, closed: (bounds.first == "[", bounds.last == "]"))
  }

  /// The one number it holds, if it holds one only.
  public var point: Exact? {
    if let lower, let upper, lower == upper, isLowerClosed, isUpperClosed { lower } else { nil }
  }

  /// Whether some number lies in both.
  public func meets(_ other: Interval) -> Bool { !lies(below: other) && !other.lies(below: self) }

  /// Whether every number of this one is smaller than every number of the other.
  public func lies(below other: Interval) -> Bool {
    guard let upper, let low = other.lower else { return false }
    return upper < low || (upper == low && !(isUpperClosed && other.isLowerClosed))
  }

  public func contains(_ value: Exact) -> Bool { meets(Interval(value)) }

  /// Whether every number of the other lies in this one.
  public func contains(_ other: Interval) -> Bool {
    let low = other.lower.map { low in
      lower.map { $0 < low || ($0 == low && (isLowerClosed || !other.isLowerClosed)) } ?? true
    }
    let high = other.upper.map { high in
      upper.map { high < $0 || ($0 == high && (isUpperClosed || !other.isUpperClosed)) } ?? true
    }
    return (low ?? (lower == nil)) && (high ?? (upper == nil))
  }

  /// All sums of a number here and a number there.
  public static func + (a: Interval, b: Interval) -> Interval {
    func sum(_ x: Exact?, _ y: Exact?) -> Exact? { x.flatMap { x in y.flatMap { x.adding($0) } } }
    return Interval(
      sum(a.lower, b.lower), sum(a.upper, b.upper),
      closed: (a.isLowerClosed && b.isLowerClosed, a.isUpperClosed && b.isUpperClosed))
  }

  /// Wider by so much on both sides, which are then closed: 28.46万 and 50 is [284550, 284650].
  public func widened(by margin: Exact) -> Interval {
    Interval(lower.flatMap { $0.adding(margin.negated) }, upper.flatMap { $0.adding(margin) })
  }

  /// Multiplied by a factor above zero.
  public func scaled(by factor: Exact) -> Interval {
    Interval(
      lower.flatMap { $0.multiplied(by: factor) }, upper.flatMap { $0.multiplied(by: factor) },
      closed: (isLowerClosed, isUpperClosed))
  }
}

extension Interval: CustomStringConvertible {
  /// `1127`, `[270000, 280000)`, `(310000, ∞)`.
  public var description: String {
    if let point { return point.description }
    return (isLowerClosed && lower != nil ? "[" : "(") + (lower?.description ?? "-∞") + ", "
      + (upper?.description ?? "∞")
      + (isUpperClosed && upper != nil ? "]" : ")")
  }
}

extension Interval {
  /// All products of a number here and a number there; both must lie at or above zero.
  func times(_ other: Interval) -> Interval {
    func product(_ x: Exact?, _ y: Exact?) -> Exact? { x.flatMap { x in y.flatMap { x.multiplied(by: $0) } } }
    return Interval(
      product(lower, other.lower), product(upper, other.upper),
      closed: (isLowerClosed && other.isLowerClosed, isUpperClosed && other.isUpperClosed))
  }

  /// All differences of a number here and a number there.
  static func - (a: Interval, b: Interval) -> Interval {
    a + Interval(b.upper?.negated, b.lower?.negated, closed: (b.isUpperClosed, b.isLowerClosed))
  }
}
