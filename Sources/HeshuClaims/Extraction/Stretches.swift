/// Cuts a long text into stretches that can be read one after another.
///
/// A stretch ends after 。！？；or a line feed where one stands in its second half, else after another sign that is no part of
/// a number, else where it must: a line of a hundred megabytes needs no more memory than a page.
struct Stretches {
  private let source: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var point = 0

  /// Bytes in a stretch at most.
  static let size = 1 << 14

  init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

  mutating func next() -> (bytes: Range<Int>, firstPoint: Int)? {
    guard at < source.count else { return nil }
    let start = at
    at =
      source.count - start <= Self.size
      ? source.count : cut(start + Self.size / 2, start + Self.size)
    return (start..<at, point)
  }

  /// Tells how many code points the last stretch had.
  mutating func points(_ count: Int) { point += count }

  private func cut(_ low: Int, _ high: Int) -> Int {
    var second: Int?
    var last = high
    while source[last] & 0xC0 == 0x80 { last -= 1 }
    var at = last
    while at > low {
      at -= 1
      let byte = source[at]
      if byte == 0x0A { return at + 1 }
      if byte == 0x20, second == nil { second = at + 1 }
      // 。 E3 80 82, ， EF BC 8C, ！ EF BC 81, ； EF BC 9B, ？ EF BC 9F
      guard byte == 0xE3 || byte == 0xEF, at + 2 < high else { continue }
      let tail = UInt16(source[at + 1]) << 8 | UInt16(source[at + 2])
      if byte == 0xE3, tail == 0x8082 { return at + 3 }
      if byte == 0xEF, tail == 0xBC81 || tail == 0xBC9B || tail == 0xBC9F { return at + 3 }
      if byte == 0xEF, tail == 0xBC8C, second == nil { second = at + 3 }
    }
    return second ?? last
  }
}
