/// Words over folded characters, with a number each; the longest match from a place is found without hashing.
///
/// Flat arrays only, so that it is written to and read from the grammar image as it stands. The first character is looked
/// up in a table, the later ones by binary search among the children of a node. Nodes are numbered level by level, so that
/// the node of the child at place `i` of `childCharacters` is `firstChild + i`.
public struct Trie: Sendable {
  /// For a first character its node, 0 when no word begins so.
  var roots: [Int32]
  /// Three numbers a node: first child, number of children, value + 1 (0: no word ends here).
  var nodes: [Int32]
  var childCharacters: [UInt16]
  /// One more than the number of words' first characters.
  private(set) var firstChild: Int32

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
    roots = Array(repeating: 0, count: 65536)
    nodes = [0, 0, 0]
    childCharacters = []
    var queue: [Node] = []
    for (c, node) in root.children.sorted(by: { $0.key < $1.key }) {
      queue.append(node)
      roots[Int(c)] = Int32(queue.count)
    }
    firstChild = Int32(queue.count + 1)
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      let children = node.children.sorted(by: { $0.key < $1.key })
      nodes += [Int32(childCharacters.count), Int32(children.count), Int32(node.value + 1)]
      childCharacters += children.map(\.key)
      queue += children.map(\.value)
    }
    indexPairs()
  }

  /// From the parts that the others follow from: for each node the number of its children and its value + 1.
  init(roots first: [UInt16], children: [UInt16], values: [Int32], characters: [UInt16]) {
    roots = Array(repeating: 0, count: 65536)
    for (index, c) in first.enumerated() { roots[Int(c)] = Int32(index + 1) }
    firstChild = Int32(first.count + 1)
    childCharacters = characters
    nodes = [Int32](unsafeUninitializedCapacity: (children.count + 1) * 3) { nodes, count in
      count = (children.count + 1) * 3
      for index in 0..<3 { nodes[index] = 0 }
      var next: Int32 = 0
      for index in children.indices {
        nodes[index * 3 + 3] = next
        nodes[index * 3 + 4] = Int32(children[index])
        nodes[index * 3 + 5] = values[index]
        next += Int32(children[index])
      }
    }
    indexPairs()
  }

  /// Holds no word.
  static let empty = Trie([])

  /// Whether some word begins with the character.
  public func begins(with first: UInt16) -> Bool { step(0, first) != 0 }

  /// The node below `node` for `c`, 0 when there is none; node 0 is the root.
  @inline(__always)
  func step(_ node: Int32, _ c: UInt16) -> Int32 {
    if node == 0 { return roots.withUnsafeBufferPointer { $0[Int(c)] } }
    return nodes.withUnsafeBufferPointer { nodes in
      var low = Int(nodes[Int(node) * 3])
      var high = low + Int(nodes[Int(node) * 3 + 1])
      return childCharacters.withUnsafeBufferPointer { characters in
        while low < high {
          let middle = (low + high) >> 1
          let found = characters[middle]
          if found == c { return firstChild + Int32(middle) }
          if found < c { low = middle + 1 } else { high = middle }
        }
        return 0
      }
    }
  }

  /// The pairs of first two characters of all words, hashed to a bit each: most places are answered by one bit.
  private(set) var pairs: [UInt64] = []

  @inline(__always)
  private static func pairBit(_ first: UInt16, _ second: UInt16) -> Int {
    Int((UInt32(first) &* 40503 ^ UInt32(second) &* 31421) >> 3 & 0x3FFFF)
  }

  /// The characters that words begin with.
  public var firstCharacters: [UInt16] { roots.indices.filter { roots[$0] != 0 }.map(UInt16.init) }

  /// Fills `pairs` from the nodes.
  mutating func indexPairs() {
    pairs = Array(repeating: 0, count: 0x40000 / 64)
    for first in roots.indices where roots[first] != 0 {
      let node = Int(roots[first]) * 3
      for child in Int(nodes[node])..<Int(nodes[node] + nodes[node + 1]) {
        let bit = Self.pairBit(UInt16(first), childCharacters[child])
        pairs[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
  }

  /// Whether a word of two characters or more may begin with these two.
  @inline(__always)
  public func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    let bit = Self.pairBit(first, second)
    return pairs.withUnsafeBufferPointer { $0[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }
  }

  /// The longest word that begins at `start` and ends by `limit`: its end and number, or nil.
  @inline(__always)
  public func longest(_ cells: UnsafePointer<UInt16>, _ start: Int, _ limit: Int) -> (
    end: Int, value: Int
  )? {
    guard start < limit else { return nil }
    var node = roots.withUnsafeBufferPointer { $0[Int(cells[start])] }
    if node == 0 { return nil }
    return walk(cells, start + 1, limit, &node)
  }

  @inline(never)
  private func walk(
    _ cells: UnsafePointer<UInt16>, _ start: Int, _ limit: Int, _ node: inout Int32
  ) -> (end: Int, value: Int)? {
    var at = start
    var best: (Int, Int)?
    nodes.withUnsafeBufferPointer { nodes in
      childCharacters.withUnsafeBufferPointer { characters in
        while true {
          let base = Int(node) * 3
          let value = nodes[base + 2]
          if value > 0 { best = (at, Int(value) - 1) }
          guard at < limit else { return }
          var low = Int(nodes[base])
          var high = low + Int(nodes[base + 1])
          let c = cells[at]
          var found: Int32 = 0
          while low < high {
            let middle = (low + high) >> 1
            if characters[middle] == c {
              found = firstChild + Int32(middle)
              break
            }
            if characters[middle] < c { low = middle + 1 } else { high = middle }
          }
          if found == 0 { return }
          node = found
          at += 1
        }
      }
    }
    return best.map { (end: $0.0, value: $0.1) }
  }

  /// The longest word that, read backwards, begins at `start - 1` and goes down to `floor`: for tries of reversed words.
  public func longestBackward(
    _ cells: UnsafePointer<UInt16>, _ start: Int, _ floor: Int
  ) -> (start: Int, value: Int)? {
    var node: Int32 = 0
    var at = start
    var best: (Int, Int)?
    while at > floor {
      node = step(node, cells[at - 1])
      if node == 0 { break }
      at -= 1
      let value = nodes.withUnsafeBufferPointer { $0[Int(node) * 3 + 2] }
      if value > 0 { best = (at, Int(value) - 1) }
    }
    return best.map { (start: $0.0, value: $0.1) }
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
