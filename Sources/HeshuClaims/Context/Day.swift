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

  /// The ten characters of ISO 8601, as bytes.
  public var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 10) { bytes, count in
      func put(_ place: Int, _ number: Int) { bytes[place] = 0x30 + UInt8(number % 10) }
      put(0, year / 1000)
      put(1, year / 100)
      put(2, year / 10)
      put(3, year)
      bytes[4] = 0x2D
      put(5, month / 10)
      put(6, month)
      bytes[7] = 0x2D
      put(8, day / 10)
      put(9, day)
      count = 10
    }
  }

  public var iso: String { String(decoding: bytes, as: UTF8.self) }
}
