/// A form in which records are printed. It gets whole lines of JSON, in order, and gives the bytes to print.
protocol RecordFormat {
  /// The bytes for some more lines.
  mutating func convert(_ lines: [UInt8]) -> [UInt8]
  /// What comes at the very end.
  mutating func finish() -> [UInt8]
}

/// One record a line, as the extractor writes them.
struct JSONLinesFormat: RecordFormat {
  func convert(_ lines: [UInt8]) -> [UInt8] { lines }
  func finish() -> [UInt8] { [] }
}

/// One array of all records, a record on each line.
struct JSONArrayFormat: RecordFormat {
  private var hasBegun = false

  mutating func convert(_ lines: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(lines.count + lines.count / 128 + 2)
    for line in lines.split(separator: 0x0A) {
      out += hasBegun ? [0x2C, 0x0A] : [0x5B, 0x0A]
      hasBegun = true
      out += line
    }
    return out
  }

  func finish() -> [UInt8] { Array((hasBegun ? "\n]\n" : "[]\n").utf8) }
}

extension [UInt8] {
  /// Calls `body` with each line of the bytes.
  func eachLine(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeBufferPointer { bytes in
      var start = 0
      for at in bytes.indices where bytes[at] == 0x0A {
        if at > start { body(UnsafeBufferPointer(rebasing: bytes[start..<at])) }
        start = at + 1
      }
      if start < bytes.count { body(UnsafeBufferPointer(rebasing: bytes[start...])) }
    }
  }
}
