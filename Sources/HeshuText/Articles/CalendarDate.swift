internal import HeshuGrammar

/// A day as a masthead writes it, in ISO 8601.
///
/// `二〇二三` `十二` `二十九` → `2023-12-29`; 112, 9, 15 of the republic → `2023-09-15`.
struct CalendarDate {
  let year: Int
  let month: Int
  let day: Int

  init?(year: Int?, month: Int?, day: Int?, isRepublic: Bool) {
    guard let year, let month, let day else { return nil }
    self.year = isRepublic ? year + 1911 : year
    self.month = month
    self.day = day
    guard 1800...2199 ~= self.year, 1...12 ~= month, 1...Self.days(month, self.year) ~= day else {
      return nil
    }
  }

  var iso: String {
    func pad(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// A small whole number: `2023`, `二〇二三` and `１ ２` by their digits, `二十九` and `廿九` by tens,
  /// `一百一十二` by hundreds.
  static func number(_ cells: UnsafeBufferPointer<UInt16>, _ tables: NumeralTables) -> Int? {
    var total = 0
    var digits = 0
    var hasDigit = false
    for cell in cells where cell != 0x20 {
      let value = Int(tables.values[Int(cell)])
      switch NumeralTables.Form(rawValue: tables.forms[Int(cell)]) {
      case .arabic, .han, .formal, .zero:
        digits = digits * 10 + value
        hasDigit = true
      case .tens:
        total += value
        digits = 0
      case .scale where value <= 3:
        let power = [1, 10, 100, 1000][value]
        total += (hasDigit ? max(digits, 1) : 1) * power
        digits = 0
        hasDigit = false
      default: return nil
      }
      if total + digits > 9999 { return nil }
    }
    return total + digits
  }
}
