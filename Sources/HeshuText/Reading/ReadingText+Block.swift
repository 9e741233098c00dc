extension ReadingText {
  /// Reads one block, its physical lines joined and repaired; each cell still points at its source.
  ///
  /// `培养了钳工、冲` and `床工能手40余名。`, a blank line between → 培养了钳工、冲床工能手40余名。 A character that
  /// the break repeated stands once, and in a paragraph set to the column's width the spaces
  /// inside words and numbers are gone. Other blocks are one line each (a headline can be two) and
  /// keep their spaces.
  public func fill(
    _ block: Block, of newsletter: Newsletter, from source: UnsafeBufferPointer<UInt8>
  ) {
    count = 0
    var isFirst = true
    for piece in newsletter.pieces[block.pieces] {
      let start = count
      append(
        UnsafeBufferPointer(rebasing: source[piece.bytes]), firstPoint: piece.points.lowerBound,
        firstByte: piece.bytes.lowerBound)
      if !isFirst {
        let repeated = BreakRepetition.length(self, at: start, followsGap: piece.followsGap)
        if repeated > 0 { remove(start..<start + repeated) }
      }
      isFirst = false
    }
    if block.kind == .paragraph { Justification.repair(self, from: block.textStart) }
  }

  /// Takes cells out; those behind move up.
  func remove(_ range: Range<Int>) {
    let rest = count - range.upperBound
    (cells + range.lowerBound).update(from: cells + range.upperBound, count: rest)
    (points + range.lowerBound).update(from: points + range.upperBound, count: rest + 1)
    (bytes + range.lowerBound).update(from: bytes + range.upperBound, count: rest + 1)
    count -= range.count
  }
}
