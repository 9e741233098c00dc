/// The escapes in JSON strings.
enum JSONEscapes {
  /// `\u5de5\u4f1a\n` → 工会 and a line feed; `\ud83d\ude00` → 😀; half a pair → U+FFFD.
  static func decode(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) throws(JSONFault)
    -> [UInt8]
  {
    var fault: JSONFault?
    let base = bytes.baseAddress!
    // No escape is shorter than what it stands for.
    let text = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      let out = UnsafeMutableRawPointer(buffer.baseAddress!)
      var index = range.lowerBound
      while index < range.upperBound {
        if bytes[index] != UInt8(ascii: "\\") {
          let end = min(JSONScanner.special(bytes, from: index), range.upperBound)
          (out + count).copyMemory(from: base + index, byteCount: end - index)
          count += end - index
          index = end
          continue
        }
        guard let value = value(bytes, &index, range.upperBound) else {
          fault = JSONFault(
            offset: index, found: "a backslash without its letter",
            expected: "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX")
          return
        }
        count += write(value, to: out + count)
      }
    }
    if let fault { throw fault }
    return text
  }

  /// The code point that the escape here stands for; moves behind it.
  @inline(__always)
  private static func value(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, _ end: Int
  ) -> UInt32? {
    guard index + 1 < end else { return nil }
    if bytes[index + 1] != UInt8(ascii: "u") {
      guard let value = letter(bytes[index + 1]) else { return nil }
      index += 2
      return value
    }
    guard let unit = unit(bytes, index, end) else { return nil }
    index += 6
    if unit & 0xF800 != 0xD800 { return unit }
    if unit & 0xFC00 == 0xD800, let low = self.unit(bytes, index, end), low & 0xFC00 == 0xDC00 {
      index += 6
      return 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
    }
    return 0xFFFD
  }

  /// The four hexadecimal digits of a `\u` here.
  @inline(__always)
  private static func unit(_ bytes: UnsafeRawBufferPointer, _ index: Int, _ end: Int) -> UInt32? {
    guard index + 6 <= end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for place in (index + 2)..<(index + 6) {
      var digit = UInt32(bytes[place]) &- 0x30
      if digit > 9 {
        digit = (UInt32(bytes[place]) | 0x20) &- 0x61
        if digit > 5 { return nil }
        digit += 10
      }
      value = value << 4 | digit
    }
    return value
  }

  private static func letter(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): UInt32(byte)
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: nil
    }
  }

  /// Writes a code point in UTF-8 and returns its length.
  @inline(__always)
  private static func write(_ value: UInt32, to out: UnsafeMutableRawPointer) -> Int {
    func put(_ place: Int, _ byte: UInt32) {
      out.storeBytes(of: UInt8(truncatingIfNeeded: byte), toByteOffset: place, as: UInt8.self)
    }
    if value < 0x80 {
      put(0, value)
      return 1
    }
    if value < 0x800 {
      put(0, 0xC0 | value >> 6)
      put(1, 0x80 | value & 0x3F)
      return 2
    }
    if value < 0x10000 {
      put(0, 0xE0 | value >> 12)
      put(1, 0x80 | value >> 6 & 0x3F)
      put(2, 0x80 | value & 0x3F)
      return 3
    }
    put(0, 0xF0 | value >> 18)
    put(1, 0x80 | value >> 12 & 0x3F)
    put(2, 0x80 | value >> 6 & 0x3F)
    put(3, 0x80 | value & 0x3F)
    return 4
  }
}
