/// Writes JSON as bytes, field by field in the order of the calls: no encoder, no string on the way.
///
/// A copy writes to the same bytes.
public struct RecordWriter {
  @usableFromInline let store: ByteStore
  @usableFromInline var needsComma = false

  public init(capacity: Int = 4096) { store = ByteStore(capacity: capacity) }

  /// What was written so far.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: store.start, count: store.used)) }
  public var count: Int { store.count }

  /// What was written since the last call; what follows goes on behind it.
  public mutating func take() -> [UInt8] {
    defer { store.removeAll() }
    return bytes
  }

  @inlinable @inline(__always)
  mutating func separate() {
    if needsComma { store.append(0x2C) }
    needsComma = true
  }

  @inlinable @inline(__always)
  public mutating func beginObject(_ name: StaticString? = nil) { begin(0x7B, name) }
  @inlinable @inline(__always)
  public mutating func beginArray(_ name: StaticString? = nil) { begin(0x5B, name) }
  @inlinable @inline(__always)
  public mutating func endObject() { end(0x7D) }
  @inlinable @inline(__always)
  public mutating func endArray() { end(0x5D) }

  @inlinable @inline(__always)
  mutating func begin(_ bracket: UInt8, _ name: StaticString?) {
    if let name { key(name) } else { separate() }
    store.append(bracket)
    needsComma = false
  }

  @inlinable @inline(__always)
  mutating func end(_ bracket: UInt8) {
    store.append(bracket)
    needsComma = true
  }

  public mutating func endLine() {
    store.append(0x0A)
    needsComma = false
  }

  /// Inlined, so that the name is copied as the constant that it is.
  @inlinable @inline(__always)
  public mutating func key(_ name: StaticString) {
    let length = name.utf8CodeUnitCount
    let room = store.next(length &+ 4)
    room[0] = 0x2C
    let from = needsComma ? 1 : 0
    needsComma = true
    let at = room + from
    at[0] = 0x22
    (at + 1).update(from: name.utf8Start, count: length)
    at[length &+ 1] = 0x22
    at[length &+ 2] = 0x3A
    store.used &+= from &+ length &+ 3
  }

  @inlinable @inline(__always)
  public mutating func field(_ name: StaticString, _ value: StaticString) {
    key(name)
    word(value)
  }

  /// A word that needs no escaping.
  @usableFromInline
  func word(_ value: StaticString) {
    let length = value.utf8CodeUnitCount
    let at = store.next(length &+ 2)
    at[0] = 0x22
    (at + 1).update(from: value.utf8Start, count: length)
    at[length &+ 1] = 0x22
    store.used &+= length &+ 2
  }

  /// Fields written before, as they stand: those that all records of an article share.
  public mutating func fields(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    if needsComma { store.append(0x2C) }
    needsComma = true
    bytes.withUnsafeBufferPointer { store.append($0.baseAddress!, $0.count) }
  }

  @inlinable @inline(__always)
  public mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  @inlinable @inline(__always)
  public mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    if value { store.append("true") } else { store.append("false") }
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
    quoted(value)
  }

  public mutating func element(_ value: String) {
    separate()
    quoted(value)
  }

  private func quoted(_ value: String) {
    if value.utf8.withContiguousStorageIfAvailable({ quoted($0) }) != nil { return }
    var value = value
    value.withUTF8 { quoted($0) }
  }

  /// A slice of the source, valid UTF-8.
  @inlinable @inline(__always)
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
    let at = UnsafeMutableRawPointer(store.next(26))
    at.storeBytes(of: 0x22, as: UInt8.self)
    at.storeBytes(of: Self.hexDigits(UInt32(truncatingIfNeeded: id.high >> 32)), toByteOffset: 1, as: UInt64.self)
    at.storeBytes(of: Self.hexDigits(UInt32(truncatingIfNeeded: id.high)), toByteOffset: 9, as: UInt64.self)
    at.storeBytes(of: Self.hexDigits(id.low), toByteOffset: 17, as: UInt64.self)
    at.storeBytes(of: 0x22, toByteOffset: 25, as: UInt8.self)
    store.used &+= 26
  }

  /// The eight digits of a number as they stand in memory, all at once: each nibble goes to a byte of its own.
  private static func hexDigits(_ number: UInt32) -> UInt64 {
    var x = UInt64(number)
    x = (x << 16 | x) & 0x0000_FFFF_0000_FFFF
    x = (x << 8 | x) & 0x00FF_00FF_00FF_00FF
    x = (x << 4 | x) & 0x0F0F_0F0F_0F0F_0F0F
    let letters = (x &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    return (x &+ 0x3030_3030_3030_3030 &+ letters &* 0x27).bigEndian
  }

  /// Valid UTF-8 that stands in no source and needs no escaping: what `write` appends to the bytes.
  @inlinable @inline(__always)
  public mutating func field(_ name: StaticString, write: (ByteStore) -> Void) {
    key(name)
    store.append(0x22)
    write(store)
    store.append(0x22)
  }

  public mutating func number(_ value: Int) {
    if value < 0 { store.append(0x2D) }
    store.appendDigits(UInt64(value.magnitude))
  }

  /// Copies eight bytes at a time until one of them is to be escaped.
  @usableFromInline
  func quoted(_ text: UnsafeBufferPointer<UInt8>) {
    let length = text.count
    let at = store.next(length &+ 2)
    at[0] = 0x22
    store.used &+= 1
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
    store.used &+= length &+ 1
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
    store.used &+= first
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
