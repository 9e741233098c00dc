internal import Foundation

/// A trie's tables in plain memory, freed with the last trie that looks into them.
///
/// One hash table holds all steps; the place of a step in it is the number of the node that it leads to, so that a step is
/// eight bytes and nothing else is to be followed. Never written once the trie stands, hence `@unchecked Sendable`.
@usableFromInline
final class TrieMemory: @unchecked Sendable {
  /// From a node by a character to the next: 16 bits for the character, 24 for the node it leaves (`origin`), one whether it
  /// goes on, 23 for the number + 1 of the word that ends there. 0 is free.
  @usableFromInline typealias Step = UInt64

  /// Where words of one character begin. Longer ones begin at the number of their first character, and go on at the place
  /// of the last step + `firstPlace`.
  @usableFromInline static let alone: UInt64 = 0
  @usableFromInline static let firstPlace: UInt64 = 0x10000
  @usableFromInline static let goesOn: Step = 1 << 40

  @usableFromInline let steps: UnsafeMutablePointer<Step>
  /// A power of two.
  let count: Int
  /// How far a product is shifted down to a place in `steps`.
  @usableFromInline let shift: UInt64
  /// Two bits for each character: whether it is a word by itself, whether longer ones begin with it.
  @usableFromInline let heads: UnsafeMutablePointer<UInt64>
  /// A bit for the hash of each pair of first two characters, and how far that is shifted down.
  @usableFromInline let pairs: UnsafeMutablePointer<UInt64>
  @usableFromInline let pairShift: UInt32

  /// Takes over the steps; their number is a power of two, and some are free.
  init(_ steps: [Step]) {
    // All pages are zero, and touched only when written.
    func zeroed<T>(_ count: Int) -> UnsafeMutablePointer<T> {
      calloc(count, MemoryLayout<T>.stride)!.bindMemory(to: T.self, capacity: count)
    }
    count = steps.count
    shift = Self.shift(count)
    self.steps = .allocate(capacity: count)
    self.steps.initialize(from: steps, count: count)
    let firstPairs = steps.count { Self.alone + 1..<Self.firstPlace ~= Self.origin($0) }
    var bits = 6
    while bits < 18, 1 << bits < firstPairs * 16 { bits += 1 }
    pairShift = UInt32(32 - bits)
    pairs = zeroed(1 << (bits - 6))
    heads = zeroed(1 << 11)
    for step in steps where step != 0 {
      let (origin, character) = (Self.origin(step), Self.character(step))
      if origin == Self.alone {
        heads[Int(character >> 5)] |= 1 << UInt64(character & 31 * 2)
      } else if origin < Self.firstPlace {
        heads[Int(origin >> 5)] |= 2 << (origin & 31 * 2)
        let bit = Int(Self.pairHash(UInt16(origin), character) >> pairShift)
        pairs[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
  }

  deinit {
    free(heads)
    free(pairs)
    steps.deallocate()
  }

  static func shift(_ count: Int) -> UInt64 { UInt64(64 - count.trailingZeroBitCount) }

  @inline(__always)
  static func origin(_ step: Step) -> UInt64 { step >> 16 & 0xFF_FFFF }

  @inline(__always)
  static func character(_ step: Step) -> UInt16 { UInt16(truncatingIfNeeded: step) }

  /// Number + 1 of the word that ends with the step, 0 for none.
  @usableFromInline @inline(__always)
  static func value(_ step: Step) -> Int { Int(step >> 41) }

  @inlinable @inline(__always)
  static func pairHash(_ first: UInt16, _ second: UInt16) -> UInt32 {
    (UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1
  }

  /// Where a step is looked for first.
  @inline(__always)
  static func place(_ key: UInt64, _ shift: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  /// The step from `origin` by `character` and its place; 0 when there is none.
  @usableFromInline @inline(__always)
  func find(_ origin: UInt64, _ character: UInt16) -> (step: Step, place: Int) {
    let key = origin << 16 | UInt64(character)
    var place = Self.place(key, shift)
    while true {
      let step = steps[place]
      if step & 0xFF_FFFF_FFFF == key || step == 0 { return (step, place) }
      place = (place &+ 1) & (count &- 1)
    }
  }
}

extension TrieMemory {
  /// The steps of words; of equal ones the last counts. The same words always give the same steps.
  static func steps(_ words: [(key: [UInt16], value: Int)]) -> [Step] {
    let words = words.enumerated().sorted {
      $0.element.key == $1.element.key
        ? $0.offset < $1.offset : $0.element.key.lexicographicallyPrecedes($1.element.key)
    }.map(\.element)
    var size = 4
    while size < words.reduce(0, { $0 + max($1.key.count - 1, 1) }) * 3 / 2 { size *= 2 }
    // Words that begin alike share steps: once they are counted the table can be smaller.
    var (steps, used) = fill(words, size)
    while size > 4, size / 2 >= used * 3 / 2 { size /= 2 }
    if size < steps.count { (steps, used) = fill(words, size) }
    return steps
  }

  private static func fill(_ words: [(key: [UInt16], value: Int)], _ size: Int) -> (steps: [Step], used: Int) {
    var steps = [Step](repeating: 0, count: size)
    var used = 0
    let shift = shift(size)
    for (key, value) in words where !key.isEmpty {
      var origin = key.count == 1 ? alone : UInt64(key[0])
      for index in min(1, key.count - 1)..<key.count {
        let step = origin << 16 | UInt64(key[index])
        var place = place(step, shift)
        while steps[place] != 0, steps[place] & 0xFF_FFFF_FFFF != step { place = (place + 1) & (size - 1) }
        if steps[place] == 0 {
          steps[place] = step
          used += 1
        }
        if index + 1 < key.count {
          steps[place] |= goesOn
          origin = firstPlace + UInt64(place)
        } else {
          steps[place] = steps[place] & (1 << 41 - 1) | UInt64(value + 1) << 41
        }
      }
    }
    return (steps, used)
  }
}
