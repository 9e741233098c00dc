/// Reads back what `ImageWriter` wrote: arrays are copied as they stand, nothing is parsed.
///
/// Every read is checked against the end of the image, so that a cut file is an error and no crash.
struct ImageReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var at: Int

  init(_ bytes: UnsafeRawBufferPointer, at: Int = 0) {
    self.bytes = bytes
    self.at = at
  }

  private mutating func take(_ count: Int) throws(ImageError) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= bytes.count - at else { throw ImageError(.cut(at: at)) }
    defer { at += count }
    return UnsafeRawBufferPointer(rebasing: bytes[at..<(at + count)])
  }

  mutating func number() throws(ImageError) -> Int { Int(try integer(UInt32.self)) }

  mutating func integer<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type) throws(ImageError)
    -> T
  {
    T(littleEndian: try take(MemoryLayout<T>.size).loadUnaligned(as: T.self))
  }

  mutating func text() throws(ImageError) -> String {
    String(decoding: try take(number()), as: UTF8.self)
  }

  mutating func array<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type) throws(ImageError)
    -> [T]
  {
    let count = try number()
    let source = try take(count * MemoryLayout<T>.size)
    let values = [T](unsafeUninitializedCapacity: count) { target, used in
      UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
      used = count
    }
    return 1.littleEndian == 1 ? values : values.map { T(littleEndian: $0) }
  }

  mutating func texts() throws(ImageError) -> [String] {
    var values: [String] = []
    let count = try number()
    values.reserveCapacity(min(count, 1 << 16))
    for _ in 0..<count { values.append(try text()) }
    return values
  }

  mutating func pairs() throws(ImageError) -> [String: String] {
    var values: [String: String] = [:]
    for _ in 0..<(try number()) {
      let key = try text()
      values[key] = try text()
    }
    return values
  }

  /// A table of `count` values.
  mutating func runs<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type, count: Int
  ) throws(ImageError) -> [T] {
    let lengths = try array(UInt32.self)
    let heads = try array(T.self)
    guard lengths.count == heads.count, lengths.reduce(0, { $0 + Int($1) }) == count else {
      throw ImageError(.cut(at: at))
    }
    return [T](unsafeUninitializedCapacity: count) { target, used in
      for (length, head) in zip(lengths, heads) {
        UnsafeMutableBufferPointer(rebasing: target[used..<(used + Int(length))]).initialize(
          repeating: head)
        used += Int(length)
      }
    }
  }
}
