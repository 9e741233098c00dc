/// Sets of places of a program, each kept once and known by a number from 0 on.
///
/// Sorted lists behind one another in plain memory, found again by their hash: a state is made without an allocation of its
/// own. Owned by one `RuleAutomaton`.
final class PlaceSets {
  @exclusivity(unchecked) private var places: UnsafeMutablePointer<Int32>
  @exclusivity(unchecked) private var capacity = 1 << 12
  /// Where each set begins; one entry more for the end of the last.
  private let starts: UnsafeMutablePointer<Int32>
  /// Number + 1 of the set with this hash, 0 for none; the next one where that is another.
  private let slots: UnsafeMutablePointer<Int32>
  private let mask: Int
  @exclusivity(unchecked) private(set) var count = 0

  /// Room for `most` sets.
  init(most: Int) {
    var size = 64
    while size < most * 2 { size *= 2 }
    mask = size - 1
    places = .allocate(capacity: capacity)
    starts = .allocate(capacity: most + 1)
    slots = .allocate(capacity: size)
    removeAll()
  }

  deinit {
    places.deallocate()
    starts.deallocate()
    slots.deallocate()
  }

  func removeAll() {
    slots.update(repeating: 0, count: mask + 1)
    starts[0] = 0
    count = 0
  }

  subscript(number: Int) -> UnsafeBufferPointer<Int32> {
    let start = Int(starts[number])
    return UnsafeBufferPointer(start: places + start, count: Int(starts[number + 1]) - start)
  }

  /// The number of a sorted set; the next one if it is new.
  func number(of set: UnsafeBufferPointer<Int32>) -> Int {
    var hash = UInt64(set.count)
    for place in set { hash = (hash ^ UInt64(UInt32(bitPattern: place))) &* 0x9E37_79B9_7F4A_7C15 }
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] != 0 {
      let known = Int(slots[slot]) - 1
      if self[known].elementsEqual(set) { return known }
      slot = (slot + 1) & mask
    }
    let end = Int(starts[count])
    if end + set.count > capacity { grow(end + set.count) }
    (places + end).update(from: set.baseAddress!, count: set.count)
    count += 1
    starts[count] = Int32(end + set.count)
    slots[slot] = Int32(count)
    return count - 1
  }

  private func grow(_ needed: Int) {
    let larger = UnsafeMutablePointer<Int32>.allocate(capacity: needed * 2)
    larger.update(from: places, count: Int(starts[count]))
    places.deallocate()
    places = larger
    capacity = needed * 2
  }
}
