internal import HeshuNumerals

/// A day of the Gregorian calendar: 2023年12月29日 is `Day(year: 2023, month: 12, day: 29)`, written `2023-12-29`.
public struct Day: Hashable, Comparable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil for what is no day of the calendar (2023-02-30) or outside the years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, 1...Day.length(ofMonth: month, year) ~= day else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2023-12-29`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// Days in a month: 29 in February 2024.
  public static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  public static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  /// Appends the ten characters of ISO 8601.
  func write(to out: ByteStore) {
    out.append(year, digits: 4)
    out.append(0x2D)
    out.append(month, digits: 2)
    out.append(0x2D)
    out.append(day, digits: 2)
  }

  public var iso: String {
    let out = ByteStore(capacity: 16)
    write(to: out)
    return String(decoding: out[0..<out.count], as: UTF8.self)
  }
}
