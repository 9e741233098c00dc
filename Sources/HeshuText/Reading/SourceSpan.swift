/// A stretch of the source, in code points and in bytes of the decoded text, half-open: valid after the reading text was
/// filled anew, as the cells of a mention are not.
public struct SourceSpan: Hashable, Sendable {
  public var points: Range<Int>
  public var bytes: Range<Int>

  public init(points: Range<Int>, bytes: Range<Int>) {
    self.points = points
    self.bytes = bytes
  }
}

extension ReadingText {
  /// The source under cells `start..<end`, at least one: from its first character's beginning to its last one's end.
  public func span(_ start: Int, _ end: Int, in source: UnsafeBufferPointer<UInt8>) -> SourceSpan {
    let last = Int(bytes[end - 1])
    let lead = source[last]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return SourceSpan(points: Int(points[start])..<Int(points[end - 1]) + 1, bytes: Int(bytes[start])..<last + length)
  }
}
