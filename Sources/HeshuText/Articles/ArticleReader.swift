public import HeshuGrammar

/// Takes a decoded document apart: masthead, articles, blocks.
///
/// One reader a thread; it keeps its buffers. Linear in the text, whatever its lines are.
public final class ArticleReader {
  private let view: LineView
  private let numerals: NumeralTables

  public init(_ grammar: Grammar) {
    view = LineView(grammar)
    numerals = grammar.numerals
  }

  /// The masthead and the articles of a document.
  public func read(_ document: DecodedDocument) -> Newsletter {
    document.text.withUnsafeBufferPointer { source in
      let isRecord = document.format == .jsonLines && document.title != nil
      var newsletter = read(source, headings: document.headings, isRecord: isRecord)
      if document.format == .jsonLines || newsletter.articles.allSatisfy({ $0.title.isEmpty }) {
        newsletter.adopt(title: document.title, isRecord: isRecord)
      }
      return newsletter
    }
  }

  /// The same for a text alone, which must be valid UTF-8.
  public func read(_ source: UnsafeBufferPointer<UInt8>, headings: [Heading] = []) -> Newsletter {
    read(source, headings: headings, isRecord: false)
  }

  /// The text of a record with a title of its own has no masthead.
  private func read(_ source: UnsafeBufferPointer<UInt8>, headings: [Heading], isRecord: Bool)
    -> Newsletter
  {
    var newsletter = Newsletter()
    var lines = LineCutting(source).lines
    guard !lines.isEmpty else { return newsletter }
    Self.mark(&lines, headings)
    var sorter = LineSorter(view: view, source: source)
    for index in lines.indices { sorter.sort(&lines[index]) }
    for index in lines.indices.dropFirst() where sorter.isCutOff(lines[index - 1], lines[index]) {
      lines[index - 1].sort = .body
      lines[index].sort = .body
    }
    let wrapping = LineWrapping(lines)
    var reader = MastheadReader(view, source, numerals)
    if !isRecord { reader.read(lines) }
    wrapping.settle(&lines)
    let start = Self.firstLine(lines, reader)
    for index in reader.own where index >= start { lines[index].sort = .caption }
    newsletter.masthead = reader.masthead
    let splitter = ArticleSplitter(lines, from: start, isIssue: reader.isIssue)
    let builder = ArticleBuilder(splitter, source, bylines: sorter.bylines, wrapping: wrapping)
    newsletter.articles = builder.articles
    newsletter.pieces = builder.pieces
    newsletter.addHead(lines[..<start])
    return newsletter
  }

  /// The line behind the masthead; or the headline over it, where nothing but text is left behind.
  private static func firstLine(_ lines: [TextLine], _ reader: MastheadReader) -> Int {
    guard reader.lineCount > 0 else { return 0 }
    guard reader.lineCount < lines.count else { return reader.headline ?? lines.count }
    let next = lines[reader.lineCount]
    if next.sort != .heading, let headline = reader.headline { return headline }
    return reader.lineCount
  }

  /// Gives the lines of an HTML page the levels of its headings.
  private static func mark(_ lines: inout [TextLine], _ headings: [Heading]) {
    var next = 0
    for index in lines.indices where next < headings.count {
      while next < headings.count, headings[next].range.upperBound <= lines[index].points.lowerBound { next += 1 }
      if next < headings.count, headings[next].range.contains(lines[index].points.lowerBound) {
        lines[index].level = headings[next].level
      }
    }
  }
}

extension Newsletter {
  /// Keeps the lines before the first article.
  fileprivate mutating func addHead(_ lines: ArraySlice<TextLine>) {
    for line in lines {
      pieces.append(Piece(points: line.points, bytes: line.bytes, followsGap: line.gap > 0))
      head.append(Block(kind: .caption, range: line.points, pieces: pieces.count - 1..<pieces.count))
    }
  }

  /// A record with a title of its own is one article of this title, unless its text shows several.
  /// What its text begins with is then no headline, unless it repeats the title.
  fileprivate mutating func adopt(title: String?, isRecord: Bool) {
    guard let title, !title.isEmpty, articles.count == 1 || !isRecord && !articles.isEmpty else {
      return
    }
    if articles[0].title == title { return }
    articles[0].title = title
    articles[0].kicker = nil
    articles[0].subtitle = nil
    for index in articles[0].blocks.indices {
      switch articles[0].blocks[index].kind {
      case .kicker, .headline, .subtitle: articles[0].blocks[index].kind = .paragraph
      default: break
      }
    }
  }
}
