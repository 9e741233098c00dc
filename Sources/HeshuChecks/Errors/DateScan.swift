internal import HeshuClaims

/// Dates, weekdays and ordinals as they stand in a text; the claims read over them.
struct DateScan {
  /// A date, with the fields that are written: 2023年12月29日, 12月29日, 29日 behind 至.
  struct Mention {
    let year: Int?
    let month: Int
    let day: Int
    let range: Range<Int>
  }

  /// 第六届岗位技术标兵: the number, its classifier and the name behind it.
  struct Ordinal {
    let number: Int
    let classifier: Unicode.Scalar
    let name: String
    let range: Range<Int>
  }

  let text: JoinedText
  private(set) var mentions: [Mention] = []
  private(set) var ordinals: [Ordinal] = []

  init(_ text: JoinedText) {
    self.text = text
    let scalars = text.scalars
    var at = 0
    while at < scalars.count {
      if scalars[at] == "月", let mention = mention(monthAt: at) {
        mentions.append(mention)
        at = mention.range.upperBound
      } else if scalars[at] == "第", let ordinal = ordinal(at: at) {
        ordinals.append(ordinal)
        at = ordinal.range.upperBound
      } else {
        at += 1
      }
    }
  }

  // MARK: numbers

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || HanDigits.value(scalar) != nil || scalar == "十"
  }

  /// 12, 十二, 二〇二三: nil for anything else.
  static func number(_ word: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !word.isEmpty, word.count < 6 else { return nil }
    if word.allSatisfy({ ("0"..."9").contains($0) }) { return Int(String(String.UnicodeScalarView(word))) }
    guard let ten = word.firstIndex(of: "十") else {
      return word.reduce(Optional(0)) { total, scalar in
        total.flatMap { total in HanDigits.value(scalar).map { total * 10 + $0 } }
      }
    }
    let tens = ten == word.startIndex ? 1 : number(word[..<ten])
    let ones = ten == word.endIndex - 1 ? 0 : number(word[(ten + 1)...])
    guard let tens, let ones, tens < 10, ones < 10 else { return nil }
    return tens * 10 + ones
  }

  /// The number that ends before `end`, and where it begins.
  func number(before end: Int) -> (value: Int, start: Int)? {
    var start = end
    while start > 0, Self.isDigit(text.scalars[start - 1]) { start -= 1 }
    return Self.number(text.scalars[start..<end]).map { ($0, start) }
  }

  func number(from start: Int) -> (value: Int, end: Int)? {
    var end = start
    while end < text.scalars.count, Self.isDigit(text.scalars[end]) { end += 1 }
    return Self.number(text.scalars[start..<end]).map { ($0, end) }
  }

  // MARK: dates

  private func mention(monthAt place: Int) -> Mention? {
    guard let month = number(before: place), 1...12 ~= month.value, let day = number(from: place + 1),
      day.end < text.scalars.count, text.scalars[day.end] == "日" || text.scalars[day.end] == "号"
    else { return nil }
    var year: Int?
    var start = month.start
    if start > 0, text.scalars[start - 1] == "年", let found = number(before: start - 1), 1900...2199 ~= found.value {
      year = found.value
      start = found.start
    }
    return Mention(year: year, month: month.value, day: day.value, range: start..<(day.end + 1))
  }

  /// The weekday right behind a date, 1 for Monday to 7 for Sunday: 星期五, （周五）.
  func weekday(behind place: Int) -> (value: Int, range: Range<Int>)? {
    var at = place
    if at < text.scalars.count, text.scalars[at] == "（" || text.scalars[at] == "，" { at += 1 }
    for word in ["星期", "礼拜", "周"] where text.has(word, at: at) {
      let end = at + word.unicodeScalars.count
      guard end < text.scalars.count, let day = Self.weekdays[text.scalars[end]] else { continue }
      // 周一至周五 is no date's weekday.
      if text.has("至", at: end + 1) || text.has("到", at: end + 1) { return nil }
      return (day, at..<(end + 1))
    }
    return nil
  }

  private static let weekdays: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "末": 7,
  ]

  // MARK: ordinals

  private static let classifiers: Set<Unicode.Scalar> = ["届"]
  private static let signs: Set<Unicode.Scalar> = ["“", "”", "《", "》"]

  private func ordinal(at place: Int) -> Ordinal? {
    guard let number = number(from: place + 1), number.end < text.scalars.count,
      Self.classifiers.contains(text.scalars[number.end])
    else { return nil }
    var name = String.UnicodeScalarView()
    var at = number.end + 1
    while at < text.scalars.count, name.count < 12, text.scalars[at].isHan || Self.signs.contains(text.scalars[at]) {
      if text.scalars[at].isHan { name.append(text.scalars[at]) }
      at += 1
    }
    return name.count < 3
      ? nil : Ordinal(number: number.value, classifier: text.scalars[number.end], name: String(name), range: place..<at)
  }
}

extension Day {
  /// 1 for Monday to 7 for Sunday (Zeller's congruence).
  var weekday: Int {
    let m = month < 3 ? month + 12 : month
    let y = month < 3 ? year - 1 : year
    let zeller = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7
    return (zeller + 5) % 7 + 1
  }

  /// Days since the year 0, for differences.
  var number: Int {
    let y = year - 1
    var days = y * 365 + y / 4 - y / 100 + y / 400 + day
    for month in 1..<month { days += Day.length(ofMonth: month, year) }
    return days
  }
}
