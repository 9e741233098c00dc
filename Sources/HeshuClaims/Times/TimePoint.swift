/// One time as the words give it, before it is counted out in days: the parts that are named, outer ones may be absent.
struct TimePoint {
  var year: Int?
  var months: ClosedRange<Int>?
  var days: ClosedRange<Int>?
  /// 1 beginning, 2 middle, 3 end of the innermost part.
  var part = 0
  /// 目前.
  var isNow = false
  /// 今年, 本月: what is not yet over counts only up to the document's day.
  var isCurrent = false
  /// 近日, 春节期间: no days can be told; or a part it hangs on is unknown.
  var isVague = false
  /// 十四五, 十八大: days of their own.
  var fixed: ClosedRange<Day>?
  /// Whether its words tell the year, or none is needed.
  var hasYear = false

  /// The days, when all outer parts are known.
  var range: ClosedRange<Day>? {
    if let fixed { return fixed }
    guard !isVague, let year else { return nil }
    guard let months else {
      switch part {
      case 1, 2: return nil
      default: return Self.days(Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31))
      }
    }
    guard let days else {
      let last = months.upperBound
      switch part {
      case 1: return Self.days(Day.first(ofMonth: last, year), Day(year: year, month: last, day: 10))
      case 2: return nil
      default: return Self.days(Day.first(ofMonth: months.lowerBound, year), Day.last(ofMonth: last, year))
      }
    }
    guard 1...12 ~= months.upperBound else { return nil }
    let end = min(days.upperBound, days.count > 1 ? Day.length(ofMonth: months.upperBound, year) : 31)
    return Self.days(
      Day(year: year, month: months.lowerBound, day: days.lowerBound),
      Day(year: year, month: months.upperBound, day: end))
  }

  static func days(_ start: Day?, _ end: Day?) -> ClosedRange<Day>? {
    guard let start, let end, start <= end else { return nil }
    return start...end
  }
}
