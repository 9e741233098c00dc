#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lines of a stream, cut in place.
///
/// In UTF-16 a line feed is two bytes, and its first byte alone may be half of another character.
struct LineCutter {
  let stream: BufferedBytes
  /// 1, or 2 in UTF-16, where `isBigEndian` tells the order.
  var unit = 1
  var isBigEndian = false
  /// The longest line that is given out.
  let limit: Int

  init(_ stream: BufferedBytes, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The length of the line that stands at the beginning of the stream's window, and of its end;
  /// nil at the end of the stream. A line above the limit is dropped: its length is -1.
  mutating func next() throws(InputError) -> (line: Int, feed: Int)? {
    var searched = 0
    var isDropped = false
    while true {
      let window = stream.window
      if let found = feed(in: window, from: searched) {
        if isDropped || found > limit {
          stream.consume(found + unit)
          return (-1, 0)
        }
        return (found, unit)
      }
      // The last unit may be half of a line feed.
      searched = window.count - window.count % unit
      if searched > limit {
        isDropped = true
        stream.consume(searched)
        searched = 0
      }
      if try !stream.fill() {
        let rest = stream.window.count
        if isDropped {
          stream.consume(rest)
          return (-1, 0)
        }
        return rest == 0 ? nil : (rest, 0)
      }
    }
  }

  private func feed(in window: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = window.baseAddress else { return nil }
    var index = start
    while index < window.count, let hit = memchr(base + index, 0x0A, window.count - index) {
      let place = UnsafeRawPointer(hit) - base
      if unit == 1 { return place }
      let first = place & ~1
      let other = place ^ 1
      if other < window.count, window[other] == 0, (place & 1 == 1) == isBigEndian { return first }
      index = place + 1
    }
    return nil
  }
}
