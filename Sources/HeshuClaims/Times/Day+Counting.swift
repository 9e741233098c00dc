extension Day {
  /// So many days later, or earlier: 2024-03-01 less one is 2024-02-29; nil outside the calendar's years.
  func adding(_ days: Int) -> Day? {
    var (year, month, day) = (year, month, day + days)
    while day < 1 {
      month -= 1
      if month < 1 { (year, month) = (year - 1, 12) }
      guard year >= 1 else { return nil }
      day += Day.length(ofMonth: month, year)
    }
    while day > Day.length(ofMonth: month, year) {
      day -= Day.length(ofMonth: month, year)
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return Day(year: year, month: month, day: day)
  }

  /// 20121108 is 2012-11-08.
  init?(number: Int) { self.init(year: number / 10000, month: number / 100 % 100, day: number % 100) }

  static func first(ofMonth month: Int, _ year: Int) -> Day? { Day(year: year, month: month, day: 1) }

  static func last(ofMonth month: Int, _ year: Int) -> Day? {
    1...12 ~= month ? Day(year: year, month: month, day: length(ofMonth: month, year)) : nil
  }
}
