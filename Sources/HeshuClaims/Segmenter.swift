public import HeshuGrammar
internal import HeshuNumerals
internal import HeshuSegments
public import HeshuText

/// Cuts documents into sentences and words; a quantity, a date or a fixed term is one word. One a thread.
///
/// `新增技能人才11944人。` → 新增 技能人才 11944人 。
public final class Segmenter {
  private let grammar: Grammar
  private let quantities: QuantityReader
  private let sentences = SentenceBreaker()
  private let words: WordBreaker
  private let newsletters: ArticleReader
  private let text: ReadingText
  private var tokens: [Token] = []

  public init(_ grammar: Grammar) {
    self.grammar = grammar
    quantities = QuantityReader(grammar)
    words = WordBreaker(grammar)
    newsletters = ArticleReader(grammar)
    text = ReadingText(grammar)
  }

  /// Adds the sentences of a document, one a line, words joined by `separator`: first the lines before its first article,
  /// then the blocks of its articles with broken lines joined.
  public func lines(of document: DecodedDocument, separator: [UInt8], into out: inout [UInt8]) {
    let newsletter = newsletters.read(document)
    document.text.withUnsafeBufferPointer { source in
      let first = newsletter.articles.first?.blocks.first.map {
        newsletter.pieces[$0.pieces.lowerBound].bytes.lowerBound
      }
      let head = UnsafeBufferPointer(rebasing: source[..<(first ?? source.count)])
      for line in head.split(separator: 0x0A) {
        stretches(UnsafeBufferPointer(rebasing: line), separator, &out)
      }
      for block in newsletter.articles.flatMap(\.blocks) {
        let pieces = newsletter.pieces[block.pieces]
        if pieces.reduce(0, { $0 + $1.bytes.count }) <= Stretches.size {
          text.fill(block, of: newsletter, from: source)
          paragraph(source, separator, &out)
        } else {
          for piece in pieces {
            stretches(UnsafeBufferPointer(rebasing: source[piece.bytes]), separator, &out)
          }
        }
      }
    }
  }

  private func stretches(
    _ source: UnsafeBufferPointer<UInt8>, _ separator: [UInt8], _ out: inout [UInt8]
  ) {
    var stretches = Stretches(source)
    while let (bytes, _) = stretches.next() {
      text.fill(UnsafeBufferPointer(rebasing: source[bytes]), firstByte: bytes.lowerBound)
      paragraph(source, separator, &out)
    }
  }

  private func paragraph(
    _ source: UnsafeBufferPointer<UInt8>, _ separator: [UInt8], _ out: inout [UInt8]
  ) {
    quantities.read(text.cells, count: text.count)
    var span = 0
    var start = 0
    for end in sentences.ends(text.cells, count: text.count).map(Int.init) {
      tokens.removeAll(keepingCapacity: true)
      while span < quantities.spans.count, quantities.spans[span].start < end {
        let found = quantities.spans[span]
        span += 1
        guard found.start >= start, found.end <= end else { continue }
        words.words(text.cells, start, found.start, into: &tokens)
        tokens.append(Token(start: found.start, end: found.end, symbol: 0))
        start = found.end
      }
      if start < end { words.words(text.cells, start, end, into: &tokens) }
      start = max(start, end)
      write(source, separator, &out)
    }
  }

  /// Writes the characters of the cells, so that what a repair left out of a word is not in it.
  private func write(
    _ source: UnsafeBufferPointer<UInt8>, _ separator: [UInt8], _ out: inout [UInt8]
  ) {
    var isFirst = true
    for token in tokens {
      let cells = (Int(token.start)..<Int(token.end)).filter {
        ![0x20, 0x0A, 0x0D].contains(text.cells[$0])
      }
      if cells.isEmpty { continue }
      if !isFirst { out += separator }
      isFirst = false
      for cell in cells {
        let first = Int(text.bytes[cell])
        let lead = source[first]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        out += source[first..<(first + length)]
      }
    }
    if !isFirst { out.append(0x0A) }
  }
}
