/// Bytes that grow at the end, in plain memory: the writer's own array, without checks at every byte.
final class ByteStore {
  @exclusivity(unchecked) private(set) var start: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private(set) var capacity: Int
  @exclusivity(unchecked) var count = 0

  init(capacity: Int = 4096) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// Where the next `room` bytes may be written.
  @inline(__always)
  func next(_ room: Int) -> UnsafeMutablePointer<UInt8> {
    if count &+ room > capacity { grow(room) }
    return start + count
  }

  @inline(never)
  private func grow(_ room: Int) {
    let larger = max(capacity * 2, count + room)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    new.update(from: start, count: count)
    start.deallocate()
    start = new
    capacity = larger
  }

  @inline(__always)
  func append(_ byte: UInt8) {
    next(1).pointee = byte
    count &+= 1
  }

  @inline(__always)
  func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    let at = next(length)
    if length < 16 {
      for index in 0..<length { at[index] = bytes[index] }
    } else {
      at.update(from: bytes, count: length)
    }
    count &+= length
  }

  /// A whole number in decimal digits.
  func appendDigits(_ value: UInt64) {
    let at = next(20)
    var length = 1
    var rest = value
    while rest >= 10 {
      rest /= 10
      length &+= 1
    }
    var m = value
    var place = length
    repeat {
      place &-= 1
      at[place] = 0x30 &+ UInt8(truncatingIfNeeded: m % 10)
      m /= 10
    } while m > 0
    count &+= length
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
