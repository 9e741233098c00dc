/// Whether a line goes on with the paragraph of the line before it.
///
/// `…车、` and `流、供电、排水等六项指标。` → yes; `…培训工作全部完成。` and the next → no.
struct LineJoining {
  private let wrapping: LineWrapping

  init(_ wrapping: LineWrapping) { self.wrapping = wrapping }

  func joins(_ line: TextLine, _ next: TextLine) -> Bool {
    if next.sort != .body || next.traits.contains(.item) { return false }
    if line.sort != .body && line.sort != .lead { return false }
    if line.traits.contains(.item) && line.length <= 30 && line.ending != .open
      && !wrapping.isWrapped
    {
      return false
    }
    if line.ending == .open { return true }
    if wrapping.isWrapped, next.gap == 0 {
      if next.indent > max(line.indent, 1) { return false }
      // A full line may happen to end a sentence or a part of one.
      let isFull =
        line.length >= wrapping.width - 1
        || line.ending == .semicolon && line.length * 3 >= wrapping.width * 2
      return !line.endsSentence || isFull && next.indent == 0 && line.ending != .colon
    }
    if next.indent > 1 && line.indent == 0 { return false }
    return !line.endsSentence && !line.traits.contains(.row)
  }
}
