internal import Foundation

/// A figure of gold: its place and words.
struct Figure {
  let start: Int
  let end: Int
  let text: String
  let unit: String
  let kind: String
  let number: PlainNumber
  var range: Range<Int> { start..<end }
}

/// Something true of a clean article, told by gold or by plain patterns of the text, never by the checks.
enum Relation {
  /// The headline and the body say one number.
  case same(Figure, Figure)
  /// Parts that gold adds up to their whole. Closed where no 其中 says that there may be more.
  case sum(Figure, [Figure], isClosed: Bool)
  /// A part of a whole.
  case part(Figure, Figure)
  /// part ÷ whole is the share.
  case share(Figure, part: Figure, whole: Figure)
  /// A number of items: the place of the numeral, its value, the items' separators, whether 等 stands there.
  case list(numeral: Range<Int>, value: Int, items: Int, isOpen: Bool, lastSign: Int)
  /// A weekday behind a date: the place of its last character.
  case weekday(Range<Int>)
  /// A range with two ends of Arabic digits: the places of both.
  case ends(Range<Int>, Range<Int>)

  var name: String {
    switch self {
    case .same: "DUP"
    case .sum: "SUM"
    case .part: "PART"
    case .share: "PCT"
    case .list: "LIST"
    case .weekday: "DATE"
    case .ends: "RANGE"
    }
  }
}
