/// Words over folded characters, with a number each; the longest match from a place is found without a loop over children.
///
/// Two bits for each first character, and one for each pair of first two, answer most places at once; the others are
/// walked, a look into one hash table for each character behind the first.
public struct Trie: Sendable {
  @usableFromInline let memory: TrieMemory

  init(_ words: [(key: [UInt16], value: Int)]) { self.init(steps: TrieMemory.steps(words)) }

  init(steps: [UInt64]) { memory = TrieMemory(steps) }

  /// Holds no word.
  static let empty = Trie([])

  /// 1 for a character that is a word, 2 for one that longer words begin with, 3 for both.
  @inlinable @inline(__always)
  func head(_ first: UInt16) -> UInt64 { memory.heads[Int(first >> 5)] >> UInt64(first & 31 &* 2) & 3 }

  /// Whether some word begins with the character.
  @inlinable @inline(__always)
  public func begins(with first: UInt16) -> Bool { head(first) != 0 }

  /// Whether a word of two characters or more may begin with these two.
  @inlinable @inline(__always)
  public func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    let bit = TrieMemory.pairHash(first, second) >> memory.pairShift
    return memory.pairs[Int(bit >> 6)] >> UInt64(bit & 63) & 1 == 1
  }

  /// The longest word that begins at `start` and ends by `limit`: its end and number, or nil.
  @inlinable @inline(__always)
  public func longest(_ cells: UnsafePointer<UInt16>, _ start: Int, _ limit: Int) -> (end: Int, value: Int)? {
    guard start < limit else { return nil }
    let head = head(cells[start])
    if head == 0 { return nil }
    if head > 1, start &+ 1 < limit, mayBegin(cells[start], cells[start &+ 1]), let found = walk(cells, start, limit) {
      return found
    }
    return head & 1 == 1 ? (start &+ 1, alone(cells[start])) : nil
  }

  /// The number of a word of one character.
  @usableFromInline
  func alone(_ first: UInt16) -> Int { TrieMemory.value(memory.find(TrieMemory.alone, first).step) &- 1 }

  /// The longest word of two characters or more.
  @usableFromInline @inline(never)
  func walk(_ cells: UnsafePointer<UInt16>, _ start: Int, _ limit: Int) -> (end: Int, value: Int)? {
    var at = start &+ 1
    var origin = UInt64(cells[start])
    var (end, best) = (at, 0)
    while at < limit {
      let (step, place) = memory.find(origin, cells[at])
      if step == 0 { break }
      at &+= 1
      let value = TrieMemory.value(step)
      if value > 0 { (end, best) = (at, value) }
      if step & TrieMemory.goesOn == 0 { break }
      origin = TrieMemory.firstPlace &+ UInt64(place)
    }
    return best > 0 ? (end, best &- 1) : nil
  }

  /// The longest word that, read backwards, begins at `start - 1` and goes down to `floor`: for tries of reversed words.
  @inlinable @inline(__always)
  public func longestBackward(_ cells: UnsafePointer<UInt16>, _ start: Int, _ floor: Int) -> (start: Int, value: Int)? {
    guard start > floor else { return nil }
    let head = head(cells[start &- 1])
    if head == 0 { return nil }
    if head > 1, start &- 1 > floor, mayBegin(cells[start &- 1], cells[start &- 2]),
      let found = walkBack(cells, start, floor)
    {
      return found
    }
    return head & 1 == 1 ? (start &- 1, alone(cells[start &- 1])) : nil
  }

  @usableFromInline @inline(never)
  func walkBack(_ cells: UnsafePointer<UInt16>, _ start: Int, _ floor: Int) -> (start: Int, value: Int)? {
    var at = start &- 1
    var origin = UInt64(cells[at])
    var (end, best) = (at, 0)
    while at > floor {
      let (step, place) = memory.find(origin, cells[at &- 1])
      if step == 0 { break }
      at &-= 1
      let value = TrieMemory.value(step)
      if value > 0 { (end, best) = (at, value) }
      if step & TrieMemory.goesOn == 0 { break }
      origin = TrieMemory.firstPlace &+ UInt64(place)
    }
    return best > 0 ? (end, best &- 1) : nil
  }

  /// The number of exactly this word.
  public func value(of key: [UInt16]) -> Int? {
    key.withUnsafeBufferPointer {
      guard let base = $0.baseAddress, let found = longest(base, 0, key.count),
        found.end == key.count
      else { return nil }
      return found.value
    }
  }
}
