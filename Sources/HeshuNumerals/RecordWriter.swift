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

  /// Fields written before, as they stand: those that all records of an article share.
  public mutating func fields(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    if needsComma { store.append(0x2C) }
    needsComma = true
    bytes.withUnsafeBufferPointer { store.append($0.baseAddress!, $0.count) }
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

  /// Copies eight bytes at a time until one of them is to be escaped.
  private func quoted(_ text: UnsafeBufferPointer<UInt8>) {
    let length = text.count
    let at = store.next(length &+ 2)
    at[0] = 0x22
    store.count &+= 1
    guard let source = text.baseAddress else { return store.append(0x22) }
    var from = 0
    while from &+ 8 <= length {
      let word = UnsafeRawPointer(source + from).loadUnaligned(as: UInt64.self)
      if Self.isSpecial(word) { return escaped(source, from, length) }
      UnsafeMutableRawPointer(at + (1 &+ from)).storeBytes(of: word, as: UInt64.self)
      from &+= 8
    }
    while from < length {
      let byte = source[from]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return escaped(source, from, length) }
      at[1 &+ from] = byte
      from &+= 1
    }
    at[1 &+ length] = 0x22
    store.count &+= length &+ 1
  }

  /// Whether one of eight bytes is below 0x20, a quotation mark or a backslash. Only bytes of ASCII count: those of Chinese
  /// characters have the highest bit.
  @inline(__always)
  private static func isSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    func zeros(_ x: UInt64) -> UInt64 { (x &- ones) & ~x & highs }
    return ((word &- ones &* 0x20) & ~word & highs) | zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C) != 0
  }

  /// The rest of a text from its first byte on that may need escaping; those before `first` are written.
  @inline(never)
  private func escaped(_ source: UnsafePointer<UInt8>, _ first: Int, _ length: Int) {
    store.count &+= first
    var from = first
    for at in first..<length {
      let byte = source[at]
      if byte >= 0x20, byte != 0x22, byte != 0x5C { continue }
      if at > from { store.append(source + from, at - from) }
      from = at + 1
      escape(byte)
    }
    if from < length { store.append(source + from, length - from) }
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
