/// Bytes that grow at the end, in plain memory: the writer's own array, without checks at every byte.
public final class ByteStore {
  @exclusivity(unchecked) @usableFromInline private(set) var start: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) @usableFromInline private(set) var capacity: Int
  @exclusivity(unchecked) @usableFromInline var used = 0

  public init(capacity: Int = 4096) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  @inlinable
  public var count: Int { used }

  /// Some of the bytes, valid until more are added.
  public subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  public func removeAll() { used = 0 }

  /// Where the next `room` bytes may be written.
  @inlinable @inline(__always)
  func next(_ room: Int) -> UnsafeMutablePointer<UInt8> {
    if used &+ room > capacity { grow(room) }
    return start + used
  }

  @usableFromInline @inline(never)
  func grow(_ room: Int) {
    let larger = max(capacity * 2, used + room)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    new.update(from: start, count: used)
    start.deallocate()
    start = new
    capacity = larger
  }

  @inlinable @inline(__always)
  public func append(_ byte: UInt8) {
    next(1).pointee = byte
    used &+= 1
  }

  @inlinable @inline(__always)
  public func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

  public func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let first = bytes.baseAddress { append(first, bytes.count) }
  }

  public func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  @inlinable @inline(__always)
  public func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    next(length).update(from: bytes, count: length)
    used &+= length
  }

  /// A whole number in decimal digits.
  func appendDigits(_ value: UInt64) {
    var length = 1
    var bound: UInt64 = 10
    while value >= bound, length < 19 {
      bound &*= 10
      length &+= 1
    }
    if length == 19, value >= bound { length = 20 }
    let at = next(length)
    var rest = value
    var place = length
    repeat {
      place &-= 1
      at[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while place > 0
    used &+= length
  }

  /// The last decimal digits of a number, so many of them: 05.
  public func append(_ number: Int, digits: Int) {
    let at = next(digits)
    var rest = number
    for place in stride(from: digits - 1, through: 0, by: -1) {
      at[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    used &+= digits
  }

  @inline(__always)
  func reverse(_ at: UnsafeMutablePointer<UInt8>, _ length: Int) {
    var low = 0
    var high = length - 1
    while low < high {
      (at[low], at[high]) = (at[high], at[low])
      low += 1
      high -= 1
    }
  }
}
