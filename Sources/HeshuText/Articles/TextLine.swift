/// One line that is not blank, and what can be seen of it without reading it.
///
/// `## 青山工会 情暖码头装卸工` → level 2, 12 code points; the mark and the white space around are outside
/// `bytes` and `points`.
struct TextLine {
  var bytes: Range<Int>
  var points: Range<Int>
  /// Code points of white space before it.
  var indent: Int
  /// Blank lines before it.
  var gap: Int
  /// Markdown or HTML heading level, 0 for none.
  var level: Int
  var ending: Ending
  var sort = Sort.body
  var traits: Traits = []
  /// Its byline, as an index into those of the sorter.
  var byline: Int32 = -1

  /// How a line ends.
  enum Ending: UInt8 {
    /// 。 or … with or without closing quotes.
    case sentence
    /// ！ or ？, which headlines may have too.
    case exclamation
    case colon
    /// ； ends an item of a list.
    case semicolon
    /// A comma or an opening bracket: the sentence goes on.
    case open
    /// ——, as a kicker ends.
    case dash
    /// A closing quote or bracket with no full stop inside.
    case closer
    case plain
  }

  /// What it is, as far as the line alone can tell.
  enum Sort: UInt8 {
    case body
    /// Short, ends no sentence: a headline, a subheading, or a fragment.
    case heading
    /// A byline that stands alone.
    case byline
    /// Text that begins with 本报讯（通讯员 蒲小燕） or the like.
    case lead
    case caption
    /// `---`.
    case rule
  }

  struct Traits: OptionSet {
    let rawValue: UInt16
    /// Begins with 一、 or ● or the like.
    static let item = Traits(rawValue: 1)
    static let comma = Traits(rawValue: 2)
    /// Ends with 的 or another word that ends no heading.
    static let unfinished = Traits(rawValue: 4)
    /// Begins with ——.
    static let dashed = Traits(rawValue: 8)
    /// Stands in brackets as a whole.
    static let bracketed = Traits(rawValue: 16)
    /// Ends with （权威发布）, the name of a column.
    static let column = Traits(rawValue: 32)
    /// Only names: 雷一山 蒲小燕.
    static let names = Traits(rawValue: 64)
    /// Its byline is the credit of a picture.
    static let photo = Traits(rawValue: 128)
    /// A lead that names its source: 本报讯.
    static let source = Traits(rawValue: 256)
    /// The paragraph ends with a name in brackets.
    static let signed = Traits(rawValue: 512)
    /// Columns of a table.
    static let row = Traits(rawValue: 1024)
    /// Begins with an Arabic digit.
    static let digit = Traits(rawValue: 2048)
  }

  var length: Int { points.count }

  /// Whether its last sentence is complete.
  var endsSentence: Bool {
    if traits.contains(.signed) { return true }
    return switch ending {
    case .sentence, .exclamation, .colon, .semicolon: true
    case .closer: length <= 30
    case .open, .dash, .plain: false
    }
  }
}
