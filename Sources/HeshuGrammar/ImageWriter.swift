/// Appends numbers, texts and arrays to a grammar image, little-endian and without padding.
struct ImageWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: Int) { append(UInt32(value)) }

  mutating func append<T: FixedWidthInteger & BitwiseCopyable>(_ value: T) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Length in bytes, then UTF-8.
  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func array<T: FixedWidthInteger & BitwiseCopyable>(_ values: [T]) {
    number(values.count)
    for value in values { append(value) }
  }

  mutating func texts(_ values: [String]) {
    number(values.count)
    for value in values { text(value) }
  }

  /// In the order of the keys.
  mutating func pairs(_ values: [String: String]) {
    number(values.count)
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      text(key)
      text(value)
    }
  }

  /// A table with long stretches of one value: 65,536 characters of which most have no class.
  mutating func runs<T: FixedWidthInteger & BitwiseCopyable>(_ values: [T]) {
    var lengths: [UInt32] = []
    var heads: [T] = []
    for value in values {
      if heads.last == value {
        lengths[lengths.count - 1] += 1
      } else {
        lengths.append(1)
        heads.append(value)
      }
    }
    array(lengths)
    array(heads)
  }
}
