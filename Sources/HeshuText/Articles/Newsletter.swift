/// A document taken apart: its masthead, its articles, and the physical pieces their blocks are
/// made of.
///
/// `青山职工 … 总第39期 … 某区五家书屋获评… 本报讯（通讯员 蒲小燕）近日…` → a masthead and one article of three blocks. All
/// offsets are of the document's decoded text. What stands before the first article belongs to
/// none; from there to the last line every line that is not blank belongs to exactly one block.
public struct Newsletter: Sendable {
  public var masthead = Masthead()
  public var articles: [Article] = []
  /// The lines before the first article, a block each: paper, date, publisher, editors.
  public var head: [Block] = []
  /// The pieces of all blocks, those of `head` last; `Block.pieces` points here.
  public var pieces: [Piece] = []

  public init() {}

  /// The pieces of a block: one for a paragraph on one line, two for one that was cut in two.
  public func pieces(of block: Block) -> ArraySlice<Piece> { pieces[block.pieces] }
}

/// One article: 林场书屋获评全省“最美”, by 首席记者 雷一山, and its blocks.
public struct Article: Sendable {
  /// The headline without Markdown marks; empty where the article has none.
  public var title = ""
  /// The line over the headline: 两年结对930对.
  public var kicker: String?
  /// The line under it: ——大连市总工会2024年工作综述.
  public var subtitle: String?
  public var byline: [BylineName] = []
  /// 南昌 of 新华社南昌3月8日电; 台北 of 記者林小璇　台北報導.
  public var place: Mention?
  /// From the first character of its first line to the last of its last, in code points.
  public var start = 0
  public var end = 0
  public var blocks: [Block] = []

  public init() {}
}

/// A name in a byline with its role: 首席记者, 雷一山.
public struct BylineName: Hashable, Sendable {
  public var role: String?
  public var name: String
  /// Where the name stands, in code points.
  public var range: Range<Int>

  public init(role: String?, name: String, range: Range<Int>) {
    self.role = role
    self.name = name
    self.range = range
  }
}

/// What a stretch of an article is.
public struct Block: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case kicker, headline, subtitle, byline, subheading, paragraph, caption
  }
  public var kind: Kind
  /// From its first character to its last, in code points.
  public var range: Range<Int>
  /// Its physical lines, as indices into `Newsletter.pieces`.
  public var pieces: Range<Int>
  /// The code point after the words that open a report: 近 in 本报讯（通讯员 蒲小燕）近日.
  public var textStart: Int

  public init(kind: Kind, range: Range<Int>, pieces: Range<Int>, textStart: Int? = nil) {
    self.kind = kind
    self.range = range
    self.pieces = pieces
    self.textStart = textStart ?? range.lowerBound
  }
}

/// One physical line less the white space around it and its Markdown mark.
public struct Piece: Hashable, Sendable {
  public var points: Range<Int>
  public var bytes: Range<Int>
  /// Whether blank lines stand before it; there a column may have broken.
  public var followsGap: Bool

  public init(points: Range<Int>, bytes: Range<Int>, followsGap: Bool) {
    self.points = points
    self.bytes = bytes
    self.followsGap = followsGap
  }
}
