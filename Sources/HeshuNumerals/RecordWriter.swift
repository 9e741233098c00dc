/// Writes JSON as bytes, field by field in the order of the calls: no encoder, no string on the way.
public struct RecordWriter {
  public var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  @inline(__always)
  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  public mutating func beginObject(_ name: StaticString? = nil) {
    if let name { key(name) } else { separate() }
    bytes.append(0x7B)
    needsComma = false
  }

  public mutating func endObject() {
    bytes.append(0x7D)
    needsComma = true
  }

  public mutating func beginArray(_ name: StaticString? = nil) {
    if let name { key(name) } else { separate() }
    bytes.append(0x5B)
    needsComma = false
  }

  public mutating func endArray() {
    bytes.append(0x5D)
    needsComma = true
  }

  public mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  @inline(__always)
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  public mutating func field(_ name: StaticString, _ value: StaticString) {
    key(name)
    bytes.append(0x22)
    bytes.append(contentsOf: UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
    bytes.append(0x22)
  }

  public mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  public mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  public mutating func field(_ name: StaticString, _ value: Exact) {
    key(name)
    value.write(to: &bytes)
  }

  public mutating func element(_ value: Exact) {
    separate()
    value.write(to: &bytes)
  }

  public mutating func field(_ name: StaticString, _ value: String) {
    key(name)
    var value = value
    value.withUTF8 { quoted($0) }
  }

  public mutating func element(_ value: String) {
    separate()
    var value = value
    value.withUTF8 { quoted($0) }
  }

  /// A slice of the source, valid UTF-8.
  public mutating func field(_ name: StaticString, slice: UnsafeBufferPointer<UInt8>) {
    key(name)
    quoted(slice)
  }

  public mutating func number(_ value: Int) {
    if value < 0 { bytes.append(0x2D) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var m = value.magnitude
      var at = 20
      repeat {
        at -= 1
        digits[at] = 0x30 + UInt8(truncatingIfNeeded: m % 10)
        m /= 10
      } while m > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[at...]))
    }
  }

  private mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x22)
    var from = 0
    for at in 0..<text.count {
      let byte = text[at]
      if byte >= 0x20, byte != 0x22, byte != 0x5C { continue }
      if at > from { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<at])) }
      from = at + 1
      bytes.append(0x5C)
      switch byte {
      case 0x22, 0x5C: bytes.append(byte)
      case 0x0A: bytes.append(0x6E)
      case 0x0D: bytes.append(0x72)
      case 0x09: bytes.append(0x74)
      default:
        bytes.append(contentsOf: [0x75, 0x30, 0x30])
        bytes.append(0x30 + (byte >> 4))
        bytes.append(byte & 15 < 10 ? 0x30 + (byte & 15) : 0x57 + (byte & 15))
      }
    }
    if from < text.count { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from...])) }
    bytes.append(0x22)
  }
}
