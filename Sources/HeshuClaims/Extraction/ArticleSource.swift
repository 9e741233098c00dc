internal import HeshuText

/// Where the articles of a document come from: the one place to swap the reader of newsletters.
enum ArticleSource {
  /// A stand-in until HeshuText reads articles: all of the text is one article, every line a paragraph.
  static func newsletter(of document: DecodedDocument) -> Newsletter {
    var newsletter = Newsletter()
    var article = Article()
    var byte = 0
    var point = 0
    let text = document.text
    while byte < text.count {
      var end = byte
      var points = 0
      while end < text.count, text[end] != 0x0A {
        if text[end] & 0xC0 != 0x80 { points += 1 }
        end += 1
      }
      if end > byte {
        let number = newsletter.pieces.count
        newsletter.pieces.append(Piece(points: point..<(point + points), bytes: byte..<end, followsGap: false))
        article.blocks.append(
          Block(kind: .paragraph, range: point..<(point + points), pieces: number..<(number + 1)))
      }
      byte = end + 1
      point += points + 1
    }
    article.end = document.characters
    if !article.blocks.isEmpty { newsletter.articles = [article] }
    return newsletter
  }

  /// Fills the reading text with a block.
  static func fill(
    _ text: ReadingText, _ block: Block, of newsletter: Newsletter, source: UnsafeBufferPointer<UInt8>
  ) {
    let pieces = newsletter.pieces[block.pieces]
    guard let first = pieces.first else { return }
    func bytes(_ piece: Piece) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: source[piece.bytes]) }
    text.fill(bytes(first), firstPoint: first.points.lowerBound, firstByte: first.bytes.lowerBound)
    for piece in pieces.dropFirst() {
      text.append(bytes(piece), firstPoint: piece.points.lowerBound, firstByte: piece.bytes.lowerBound)
    }
  }
}
