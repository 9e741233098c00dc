public import HeshuGrammar
public import HeshuNumerals
public import HeshuText

/// Turns documents into records: document, articles, claims and unread numerals, in the order of the text. One a thread.
///
/// ```swift
/// let extractor = Extractor(grammar)
/// var out = RecordWriter()
/// let counts = extractor.records(of: document, into: &out)
/// ```
public final class Extractor {
  private let grammar: Grammar
  private let options: ExtractionOptions
  private let reader: ClaimReader
  private let newsletters: ArticleReader
  private let text: ReadingText
  /// Called between two paragraphs when much was written, to take it away: an article of a megabyte can give hundreds.
  var spill: ((inout RecordWriter) -> Void)?

  public init(_ grammar: Grammar, options: ExtractionOptions = ExtractionOptions()) {
    self.grammar = grammar
    self.options = options
    reader = ClaimReader(grammar)
    newsletters = ArticleReader(grammar)
    text = ReadingText(grammar)
  }

  /// Writes all records of a document and returns how many it has of each type.
  @discardableResult
  public func records(of document: DecodedDocument, into out: inout RecordWriter) -> RecordCounts {
    let newsletter = newsletters.read(document)
    var counts = opening(of: document, newsletter, into: &out)
    counts.add(articles(newsletter.articles.indices, of: document, newsletter, into: &out))
    return counts
  }

  /// The records before the first article: the document and what was mended in it.
  func opening(of document: DecodedDocument, _ newsletter: Newsletter, into out: inout RecordWriter)
    -> RecordCounts
  {
    var counts = RecordCounts()
    counts.documents = 1
    counts.errors = document.warnings.count
    counts.bytes = document.text.count
    if options.types.contains(.document) {
      DocumentRecord(document: document, newsletter: newsletter).write(
        grammars: grammar.hash, options, to: &out)
    }
    if options.types.contains(.error) {
      for warning in document.warnings { warning.write(document: document.id, to: &out) }
    }
    reader.begin(document, newsletter.masthead)
    document.text.withUnsafeBufferPointer { source in
      let head = RecordHead(document: document.id, article: nil)
      for block in newsletter.head {
        fill(block, of: newsletter, source) { paragraph(source, head, isBefore: true, block, &counts, &out) }
      }
    }
    return counts
  }

  /// The records of some articles of a document.
  func articles(
    _ indices: Range<Int>, of document: DecodedDocument, _ newsletter: Newsletter,
    into out: inout RecordWriter
  ) -> RecordCounts {
    var counts = RecordCounts()
    reader.begin(document, newsletter.masthead)
    document.text.withUnsafeBufferPointer { source in
      for index in indices {
        let article = newsletter.articles[index]
        reader.begin(article)
        let id = "\(document.id)#\(index + 1)"
        let head = RecordHead(document: document.id, article: id)
        counts.articles += 1
        if options.types.contains(.article) {
          DocumentRecord(document: document, newsletter: newsletter).write(
            article, id: id, to: &out)
        }
        for block in article.blocks where block.kind == .paragraph && reader.wantsArea {
          fill(block, of: newsletter, source) { reader.look(text) }
        }
        // The lines over and under a headline go on from whom it names.
        if article.kicker != nil || article.subtitle != nil,
          let block = article.blocks.first(where: { $0.kind == .headline })
        {
          fill(block, of: newsletter, source) { reader.lookAtHeadline(text, source) }
        }
        for block in article.blocks {
          fill(block, of: newsletter, source) {
            paragraph(source, head, isBefore: false, block, &counts, &out)
          }
        }
      }
    }
    return counts
  }

  /// Fills the reading text with a block, or with one stretch after another of a block that is longer than any paragraph.
  private func fill(
    _ block: Block, of newsletter: Newsletter, _ source: UnsafeBufferPointer<UInt8>,
    read: () -> Void
  ) {
    let pieces = newsletter.pieces[block.pieces]
    if pieces.reduce(0, { $0 + $1.bytes.count }) <= Stretches.size {
      text.fill(block, of: newsletter, from: source)
      return read()
    }
    for piece in pieces {
      var stretches = Stretches(UnsafeBufferPointer(rebasing: source[piece.bytes]))
      while let (bytes, point) = stretches.next() {
        let start = piece.bytes.lowerBound + bytes.lowerBound
        text.fill(
          UnsafeBufferPointer(rebasing: source[start..<(start + bytes.count)]),
          firstPoint: piece.points.lowerBound + point, firstByte: start)
        stretches.points(text.count)
        read()
      }
    }
  }

  /// The records of the reading text; lines before the first article (`isBefore`) have no claims.
  private func paragraph(
    _ source: UnsafeBufferPointer<UInt8>, _ head: RecordHead, isBefore: Bool, _ block: Block,
    _ counts: inout RecordCounts, _ out: inout RecordWriter
  ) {
    // What stands before, 本报讯（通讯员 …）, is read, but begins no quotation.
    var first = 0
    while first < text.count, Int(text.points[first]) < block.textStart { first += 1 }
    let start = first == text.count ? 0 : first
    if block.kind == .byline || isBefore {
      reader.readMentions(text, in: source, kind: block.kind)
    } else {
      reader.read(text, in: source, from: start, kind: block.kind)
    }
    if reader.isEmpty { return }
    // Records look at the reading text as it stands now.
    ParagraphRecords(grammar, reader, text, source: source, head, options)
      .write(to: &out, &counts)
    if out.count >= Extraction.Part.size { spill?(&out) }
  }
}
