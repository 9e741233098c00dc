/// Reads the name in brackets that ends a paragraph: 受到职工一致好评。（通讯员 蒲小燕）.
struct SignatureReader {
  /// A signature is at most so many characters, brackets included.
  private static let longest = 30

  let view: LineView
  let source: UnsafeBufferPointer<UInt8>

  /// The byline in the brackets; the view is left at its cells.
  func read(_ line: TextLine) -> Byline? {
    guard line.length > Self.longest / 2, let (byte, point) = opening(line) else { return nil }
    view.load(source, bytes: byte..<line.bytes.upperBound, points: point..<line.points.upperBound)
    return BylineReader.read(view).flatMap { $0.isWhole && !$0.entries.isEmpty ? $0 : nil }
  }

  /// Where the bracket opens that the line's last character closes.
  private func opening(_ line: TextLine) -> (byte: Int, point: Int)? {
    guard closes(line.bytes.upperBound) else { return nil }
    var at = line.bytes.upperBound
    var point = line.points.upperBound
    while at > line.bytes.lowerBound, line.points.upperBound - point < Self.longest {
      at -= 1
      while source[at] & 0xC0 == 0x80 { at -= 1 }
      point -= 1
      if source[at] == 0x28 || matches(at, 0xEF, 0xBC, 0x88) { return (at, point) }
    }
    return nil
  }

  private func closes(_ end: Int) -> Bool {
    source[end - 1] == 0x29 || end >= 3 && matches(end - 3, 0xEF, 0xBC, 0x89)
  }

  private func matches(_ at: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    at + 2 < source.count && source[at] == a && source[at + 1] == b && source[at + 2] == c
  }
}
