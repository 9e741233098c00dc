public import HeshuGrammar

/// One quantity of a text: its place, number, unit and the interval its words allow.
///
/// Offsets are cells of the reading text (one a code point), half-open. `27万余人次` has the numeral `27万余`, value 270000,
/// modifier `over`, lower 270000, upper 280000 (open), precision 10000.
public struct Quantity: Sendable {
  public var start: Int
  public var end: Int
  public var numeralStart: Int
  public var numeralEnd: Int
  public var kind: Kind
  public var modifier: Modifier
  /// Absent for ranges and vague figures.
  public var value: Exact?
  public var lower: Exact?
  public var upper: Exact?
  public var isLowerClosed = true
  public var isUpperClosed = true
  /// The place value of the last digit written.
  public var precision: Exact
  /// Numerator and denominator of a value without finite decimal.
  public var ratio: (numerator: Exact, denominator: Exact)?
  /// Index into the grammar's units, -1 for none.
  public var unit = -1
  public var unitStart = 0
  public var unitEnd = 0
  /// ISO 4217 or UCUM, from the unit or from a word before the number (港币3元).
  public var code: String = ""
  /// Index of the unit whose factor turns `value` into the base, -1 when there is none.
  public var form: Form = .plain

  /// How the number is written, for the rules that tell a year or a code from a count.
  public enum Form: UInt8, Sendable {
    case plain, arabic, digits, half, bareScale, fraction, scaled, thousands
  }
}

/// What the reader found at a place: a quantity, or a numeral that states none.
public struct NumeralSpan: Sendable {
  public enum Sort: Sendable, Equatable {
    /// Index into the quantities.
    case quantity(Int)
    /// By a rule of `readings/`: its index there.
    case reading(Int)
    /// By a row of `terms/`: its index there.
    case term(Int)
    /// A numeral that nothing explains, such as one of more than 37 digits.
    case unread
  }
  public var start: Int
  public var end: Int
  public var sort: Sort
}
