internal import HeshuGrammar

/// The smallest part of a time: a word of `times/`, a number of a date, a length of time.
struct TimeAtom {
  enum Sort: Equatable {
    case word(TimeTables.Role)
    /// Of a date that the numeral reader found.
    case number
    /// Of a quantity: 5 in 前5个月. `to` is 1 for months, 0 for all else.
    case length
  }
  var start: Int
  var end: Int
  var sort: Sort
  /// The number, or what the table says.
  var from: Int
  /// The table's second number; of a number its digits.
  var to: Int

  func isWord(_ role: TimeTables.Role) -> Bool { sort == .word(role) }
}
