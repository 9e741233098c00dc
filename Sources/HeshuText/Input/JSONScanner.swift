// JSON read in place.
//
// The idea: a string is first measured, eight bytes at a time, and then copied, whole when it has
// no escapes. What nobody asked for is checked and skipped by a loop with its own stack, one byte
// an open bracket, so a megabyte of brackets costs a megabyte and no recursion.
// Invariant: `position` never passes `bytes.count`, and the bytes are valid UTF-8.

/// A mistake in JSON: its place in the line, what stands there, what should.
package struct JSONFault: Error {
  var offset: Int
  var found: String
  var expected: String
}

/// A reader of one JSON value after another.
package struct JSONScanner {
  package let bytes: UnsafeRawBufferPointer
  package var position = 0
  private var brackets: [UInt8] = []

  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The byte here, 0 at the end.
  package var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  package func fault(_ expected: String) -> JSONFault {
    let found =
      position >= bytes.count
      ? "the end of the line"
      : byte < 0x20 || byte == 0x7F
        ? "control character \(byte)"
        : "'\(String(decoding: bytes[position...].prefix(16), as: UTF8.self).first!)'"
    return JSONFault(offset: position, found: found, expected: expected)
  }

  package mutating func skipSpace() {
    while position < bytes.count, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      position += 1
    }
  }

  package mutating func take(_ wanted: UInt8, _ expected: String) throws(JSONFault) {
    skipSpace()
    if byte != wanted || position >= bytes.count { throw fault(expected) }
    position += 1
  }

  /// Measures a string whose quotation mark is here, and moves behind it.
  mutating func span() throws(JSONFault) -> (range: Range<Int>, isEscaped: Bool) {
    try take(UInt8(ascii: "\""), "a string")
    let start = position
    var isEscaped = false
    while true {
      position = Self.special(bytes, from: position)
      if position >= bytes.count { throw fault("the string's closing quotation mark") }
      if byte == UInt8(ascii: "\"") { break }
      if byte != UInt8(ascii: "\\") { throw fault("control characters written as escapes") }
      isEscaped = true
      position += 1
      if position >= bytes.count || byte < 0x20 { throw fault("an escape") }
      position += 1
    }
    position += 1
    return (start..<(position - 1), isEscaped)
  }

  /// The string here, decoded.
  mutating func string() throws(JSONFault) -> [UInt8] {
    let (range, isEscaped) = try span()
    if !isEscaped { return [UInt8](bytes[range]) }
    return try JSONEscapes.decode(bytes, range)
  }

  /// The string here as text: `"工会"` is 工会.
  package mutating func text() throws(JSONFault) -> String {
    let (range, isEscaped) = try span()
    if !isEscaped { return String(decoding: bytes[range], as: UTF8.self) }
    return String(decoding: try JSONEscapes.decode(bytes, range), as: UTF8.self)
  }

  /// The first quotation mark, backslash or control character.
  static func special(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    var index = start
    while index + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: (bytes.baseAddress! + index).loadUnaligned(as: UInt64.self))
      let quotes = word ^ (ones &* 0x22)
      let slashes = word ^ (ones &* 0x5C)
      // Of the marks only the lowest is exact; no other is asked for.
      let marks =
        ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
          | (word &- ones &* 0x20) & ~word) & highs
      if marks != 0 { return index + marks.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
      index += 1
    }
    return index
  }

  /// Checks a value of any kind and moves behind it.
  mutating func skipValue() throws(JSONFault) {
    brackets.removeAll(keepingCapacity: true)
    while true {
      skipSpace()
      var opened = false
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let close = byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
        position += 1
        skipSpace()
        if byte == close {
          position += 1
        } else {
          brackets.append(close)
          opened = true
        }
      case UInt8(ascii: "\""): _ = try span()
      default: try skipScalar()
      }
      // A value has ended: close what it ends, and stop before the next value.
      while !opened {
        guard let close = brackets.last else { return }
        skipSpace()
        if byte == UInt8(ascii: ",") {
          position += 1
          break
        }
        if byte != close { throw fault("',' or '\(Character(Unicode.Scalar(close)))'") }
        position += 1
        brackets.removeLast()
      }
      if brackets.last == UInt8(ascii: "}") {
        skipSpace()
        _ = try span()
        try take(UInt8(ascii: ":"), "':'")
      }
    }
  }
}
