#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cuts a text into its lines that are not blank, in one pass over its bytes.
///
/// `\r\n## 喜报\r\n` → one line of two code points, level 2. Line ends are LF and CRLF; a text that
/// has no LF at all may use CR.
struct LineCutting {
  private let text: UnsafeBufferPointer<UInt8>
  private let terminator: UInt8
  private(set) var lines: [TextLine] = []

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    let base = text.baseAddress
    let hasLineFeed = base.map { memchr($0, 0x0A, text.count) != nil } ?? false
    terminator = hasLineFeed ? 0x0A : 0x0D
    cut()
  }

  private mutating func cut() {
    guard let base = text.baseAddress else { return }
    var at = 0
    var point = 0
    var gap = 0
    while at < text.count {
      let hit = memchr(base + at, Int32(terminator), text.count - at)
      let end = hit.map { $0 - UnsafeMutableRawPointer(mutating: base) } ?? text.count
      var (start, indent) = skipSpace(at, end)
      if start == end {
        gap += 1
        point += indent
      } else {
        var (stop, trailing) = trimSpace(start, end)
        let count = UTF8Scan.characters(
          in: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[start..<stop]))
        let first = point + indent
        point = first + count + trailing
        let level = mark(&start, &stop)
        let skipped = level == 0 ? 0 : markLength
        lines.append(
          TextLine(
            bytes: start..<stop, points: first + skipped..<first + count - markTail, indent: indent,
            gap: gap,
            level: level, ending: LineEnding(text, start..<stop).value))
        gap = 0
        markTail = 0
      }
      if end < text.count { point += 1 }
      at = end + 1
    }
  }

  private var markLength = 0
  private var markTail = 0

  /// Takes `## ` off a heading, and `##` off its end; its level, or 0.
  private mutating func mark(_ start: inout Int, _ stop: inout Int) -> Int {
    guard text[start] == 0x23 else { return 0 }
    var at = start
    while at < stop, text[at] == 0x23 { at += 1 }
    let level = at - start
    guard level <= 6, at < stop else { return 0 }
    let (content, _) = skipSpace(at, stop)
    guard content > at, content < stop else { return 0 }
    markLength =
      level
      + UTF8Scan.characters(
        in: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[at..<content]))
    start = content
    var tail = stop
    while tail > content, text[tail - 1] == 0x23 { tail -= 1 }
    let (trimmed, spaces) = trimSpace(content, tail)
    if tail < stop, spaces > 0 {
      markTail = stop - tail + spaces
      stop = trimmed
    }
    return level
  }

  /// The first byte from `start` that is no white space, and the code points passed.
  private func skipSpace(_ start: Int, _ end: Int) -> (Int, Int) {
    var at = start
    var count = 0
    while at < end, let length = spaceLength(at, end) {
      at += length
      count += 1
    }
    return (at, count)
  }

  private func spaceLength(_ at: Int, _ end: Int) -> Int? {
    switch text[at] {
    case 0x20, 0x09, 0x0B, 0x0C, 0x0D, 0x0A: return 1
    case 0xC2: return text[at + 1] == 0xA0 ? 2 : nil
    case 0xE2: return text[at + 1] == 0x80 && text[at + 2] <= 0x8B ? 3 : nil
    case 0xE3: return text[at + 1] == 0x80 && text[at + 2] == 0x80 ? 3 : nil
    case 0xEF: return text[at + 1] == 0xBB && text[at + 2] == 0xBF ? 3 : nil
    default: return nil
    }
  }

  /// The end of the line less white space, and the code points taken off.
  private func trimSpace(_ start: Int, _ end: Int) -> (Int, Int) {
    var at = end
    var count = 0
    while at > start {
      var first = at - 1
      while first > start, text[first] & 0xC0 == 0x80 { first -= 1 }
      guard spaceLength(first, end) == at - first else { break }
      at = first
      count += 1
    }
    return (at, count)
  }
}
