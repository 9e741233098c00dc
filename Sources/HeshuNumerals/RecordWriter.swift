/// Writes JSON as bytes, field by field in the order of the calls: no encoder, no string on the way.
///
/// A copy writes to the same bytes.
public struct RecordWriter {
  private let store: ByteStore
  private var needsComma = false

  public init(capacity: Int = 4096) { store = ByteStore(capacity: capacity) }

  /// What was written so far.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: store.start, count: store.count)) }
  public var count: Int { store.count }

  /// What was written since the last call; what follows goes on behind it.
  public mutating func take() -> [UInt8] {
    defer { store.count = 0 }
    return bytes
  }

  @inline(__always)
  private mutating func separate() {
    if needsComma { store.append(0x2C) }
    needsComma = true
  }

  public mutating func beginObject(_ name: StaticString? = nil) { begin(0x7B, name) }
  public mutating func beginArray(_ name: StaticString? = nil) { begin(0x5B, name) }
  public mutating func endObject() { end(0x7D) }
  public mutating func endArray() { end(0x5D) }

  private mutating func begin(_ bracket: UInt8, _ name: StaticString?) {
    if let name { key(name) } else { separate() }
    store.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    store.append(bracket)
    needsComma = true
  }

  public mutating func endLine() {
    store.append(0x0A)
    needsComma = false
  }

  @inline(__always)
  public mutating func key(_ name: StaticString) {
    let length = name.utf8CodeUnitCount
    let at = store.next(length &+ 4)
    var from = 0
    if needsComma {
      at[0] = 0x2C
      from = 1
    }
    needsComma = true
    at[from] = 0x22
    let text = name.utf8Start
    for index in 0..<length { at[from &+ 1 &+ index] = text[index] }
    at[from &+ 1 &+ length] = 0x22
    at[from &+ 2 &+ length] = 0x3A
    store.count &+= from &+ 3 &+ length
  }

  public mutating func field(_ name: StaticString, _ value: StaticString) {
    key(name)
    store.append(0x22)
    store.append(value.utf8Start, value.utf8CodeUnitCount)
    store.append(0x22)
  }

  public mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  public mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    let word: StaticString = value ? "true" : "false"
    store.append(word.utf8Start, word.utf8CodeUnitCount)
  }

  public mutating func field(_ name: StaticString, _ value: Exact) {
    key(name)
    value.write(to: store)
  }

  public mutating func element(_ value: Exact) {
    separate()
    value.write(to: store)
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

  /// Valid UTF-8 that stands in no source: a resolved name.
  public mutating func field(_ name: StaticString, bytes: [UInt8]) {
    key(name)
    bytes.withUnsafeBufferPointer { quoted($0) }
  }

  mutating func hex(_ id: RecordID) {
    let at = store.next(26)
    at[0] = 0x22
    for place in 0..<24 {
      let digit = UInt8(
        truncatingIfNeeded: place < 16
          ? id.high >> UInt64(60 - place * 4) & 15 : UInt64(id.low >> UInt32(92 - place * 4)) & 15)
      at[1 + place] = digit < 10 ? 0x30 + digit : 0x57 + digit
    }
    at[25] = 0x22
    store.count &+= 26
  }

  /// Valid UTF-8 that stands in no source.
  public mutating func field(_ name: StaticString, _ bytes: ArraySlice<UInt8>) {
    key(name)
    bytes.withUnsafeBufferPointer { quoted($0) }
  }

  public mutating func number(_ value: Int) {
    if value < 0 { store.append(0x2D) }
    store.appendDigits(UInt64(value.magnitude))
  }

  private func quoted(_ text: UnsafeBufferPointer<UInt8>) {
    store.append(0x22)
    var from = 0
    for at in 0..<text.count {
      let byte = text[at]
      if byte >= 0x20, byte != 0x22, byte != 0x5C { continue }
      if at > from { store.append(text.baseAddress! + from, at - from) }
      from = at + 1
      escape(byte)
    }
    if from < text.count { store.append(text.baseAddress! + from, text.count - from) }
    store.append(0x22)
  }

  private func escape(_ byte: UInt8) {
    store.append(0x5C)
    switch byte {
    case 0x22, 0x5C: store.append(byte)
    case 0x0A: store.append(0x6E)
    case 0x0D: store.append(0x72)
    case 0x09: store.append(0x74)
    default:
      for digit in [0x75, 0x30, 0x30, 0x30 + (byte >> 4)] { store.append(digit) }
      store.append(byte & 15 < 10 ? 0x30 + (byte & 15) : 0x57 + (byte & 15))
    }
  }
}
