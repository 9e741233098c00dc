extension JSONScanner {
  /// Moves behind a number or a word. `NaN` and `Infinity`, which Python writes, pass.
  package mutating func skipScalar() throws(JSONFault) {
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return try skipNumber() }
    for word in Self.words where bytes[position...].starts(with: word) {
      position += word.count
      return
    }
    try skipNumber()
  }

  private static let words: [[UInt8]] = ["true", "false", "null", "NaN", "Infinity", "-Infinity"]
    .map { Array($0.utf8) }

  /// Moves behind a number as RFC 8259 writes it: `-47.26e4`, not `047` or `.5`.
  private mutating func skipNumber() throws(JSONFault) {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    if byte == UInt8(ascii: "0") {
      position += 1
    } else if skipDigits() == 0 {
      position = start
      throw fault("a value")
    }
    if byte == UInt8(ascii: ".") {
      position += 1
      if skipDigits() == 0 { throw fault("a digit") }
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      if skipDigits() == 0 { throw fault("a digit") }
    }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }
}
