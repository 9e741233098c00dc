/// Words over folded characters, with a number each; the longest match from a place is found without a loop over children.
///
/// The first character is looked up in a table, the later ones in one hash table of all steps; a bit for each pair of first
/// two characters answers most places at once. The grammar image holds the nodes level by level: the node of the child at
/// place `i` of `childCharacters` is `firstChild + i`.
public struct Trie: Sendable {
  @usableFromInline let memory: TrieMemory

  /// The characters that words begin with, in order.
  public var firstCharacters: [UInt16] { memory.firstCharacters }

  init(_ words: [(key: [UInt16], value: Int)]) {
    final class Node {
      var children: [UInt16: Node] = [:]
      var value = -1
    }
    let root = Node()
    for (key, value) in words {
      var node = root
      for c in key {
        if node.children[c] == nil { node.children[c] = Node() }
        node = node.children[c]!
      }
      node.value = value
    }
    let first = root.children.sorted(by: { $0.key < $1.key })
    var queue = first.map(\.value)
    var children: [UInt16] = []
    var values: [Int32] = []
    var characters: [UInt16] = []
    var head = 0
    while head < queue.count {
      let next = queue[head].children.sorted(by: { $0.key < $1.key })
      children.append(UInt16(next.count))
      values.append(Int32(queue[head].value + 1))
      characters += next.map(\.key)
      queue += next.map(\.value)
      head += 1
    }
    self.init(roots: first.map(\.key), children: children, values: values, characters: characters)
  }

  /// From the parts that the others follow from: for each node the number of its children and its value + 1.
  init(roots first: [UInt16], children: [UInt16], values: [Int32], characters: [UInt16]) {
    memory = TrieMemory(roots: first, children: children, values: values, characters: characters)
  }

  /// Holds no word.
  static let empty = Trie([])

  /// Whether some word begins with the character.
  public func begins(with first: UInt16) -> Bool { memory.heads[Int(first)] != 0 }

  @usableFromInline static let pairCount = 0x40000

  @inlinable @inline(__always)
  static func pairBit(_ first: UInt16, _ second: UInt16) -> Int {
    Int((UInt32(first) &* 40503 ^ UInt32(second) &* 31421) >> 3 & 0x3FFFF)
  }

  /// Where a step is looked for first, before the mask.
  @inlinable @inline(__always)
  static func place(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 32) }

  /// The node below `node` for `c` and its value + 1; node 0 when there is none.
  @inline(__always)
  private static func child(
    _ edges: UnsafeMutablePointer<TrieMemory.Edge>, _ mask: Int, _ node: Int32, _ c: UInt16
  ) -> (node: Int32, value: Int32) {
    let key = UInt64(UInt32(bitPattern: node)) << 16 | UInt64(c)
    var place = Trie.place(key) & mask
    while true {
      let edge = edges[place]
      if edge.key == key { return (edge.next, edge.value) }
      if edge.key == 0 { return (0, 0) }
      place = (place &+ 1) & mask
    }
  }

  /// Whether a word of two characters or more may begin with these two.
  @inlinable @inline(__always)
  public func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    let bit = Trie.pairBit(first, second)
    return memory.pairs[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// The longest word that begins at `start` and ends by `limit`: its end and number, or nil.
  @inlinable @inline(__always)
  public func longest(_ cells: UnsafePointer<UInt16>, _ start: Int, _ limit: Int) -> (end: Int, value: Int)? {
    guard start < limit else { return nil }
    let head = memory.heads[Int(cells[start])]
    if head == 0 { return nil }
    if start &+ 1 < limit, mayBegin(cells[start], cells[start &+ 1]) { return walk(cells, start, limit) }
    return head == 2 ? (start &+ 1, Int(memory.roots[Int(cells[start])].y) &- 1) : nil
  }

  @usableFromInline @inline(never)
  func walk(_ cells: UnsafePointer<UInt16>, _ start: Int, _ limit: Int) -> (end: Int, value: Int)? {
    let (edges, mask) = (memory.edges, memory.mask)
    let root = memory.roots[Int(cells[start])]
    var at = start &+ 1
    var node = root.x
    var best = root.y
    var end = at
    while at < limit {
      let step = Self.child(edges, mask, node, cells[at])
      if step.node == 0 { break }
      node = step.node
      at &+= 1
      if step.value > 0 { (end, best) = (at, step.value) }
    }
    return best > 0 ? (end, Int(best) &- 1) : nil
  }

  /// The longest word that, read backwards, begins at `start - 1` and goes down to `floor`: for tries of reversed words.
  @inlinable @inline(__always)
  public func longestBackward(_ cells: UnsafePointer<UInt16>, _ start: Int, _ floor: Int) -> (start: Int, value: Int)? {
    guard start > floor else { return nil }
    let head = memory.heads[Int(cells[start &- 1])]
    if head == 0 { return nil }
    if start &- 1 > floor, mayBegin(cells[start &- 1], cells[start &- 2]) { return walkBack(cells, start, floor) }
    return head == 2 ? (start &- 1, Int(memory.roots[Int(cells[start &- 1])].y) &- 1) : nil
  }

  @usableFromInline @inline(never)
  func walkBack(_ cells: UnsafePointer<UInt16>, _ start: Int, _ floor: Int) -> (start: Int, value: Int)? {
    let (edges, mask) = (memory.edges, memory.mask)
    let root = memory.roots[Int(cells[start &- 1])]
    var at = start &- 1
    var node = root.x
    var best = root.y
    var end = at
    while at > floor {
      let step = Self.child(edges, mask, node, cells[at &- 1])
      if step.node == 0 { break }
      node = step.node
      at &-= 1
      if step.value > 0 { (end, best) = (at, step.value) }
    }
    return best > 0 ? (end, Int(best) &- 1) : nil
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
