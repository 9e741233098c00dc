internal import Foundation

/// A trie's tables in plain memory, freed with the last trie that looks into them.
///
/// Never written once the trie stands, hence `@unchecked Sendable`.
@usableFromInline
final class TrieMemory: @unchecked Sendable {
  /// A step from a node by a character: where it leads, and what ends there; all on one line of the cache.
  @usableFromInline
  struct Edge {
    /// `node << 16 | character`; 0 is free.
    @usableFromInline var key: UInt64
    @usableFromInline var next: Int32
    /// Value + 1 of the next node, 0: no word ends there.
    @usableFromInline var value: Int32
  }

  /// For a first character its node and that node's value + 1; node 0 when no word begins so.
  @usableFromInline let roots: UnsafeMutablePointer<SIMD2<Int32>>
  /// For a first character 0 when no word begins so, 2 when it is a word itself, else 1: a byte each, that the nearest
  /// memory holds.
  @usableFromInline let heads: UnsafeMutablePointer<UInt8>
  /// Hashed by key.
  @usableFromInline let edges: UnsafeMutablePointer<Edge>
  /// One less than the number of places in `edges`, a power of two.
  @usableFromInline let mask: Int
  /// A bit for the hash of each pair of first two characters.
  @usableFromInline let pairs: UnsafeMutablePointer<UInt64>

  /// Three numbers a node: first child, number of children, value + 1; for the image.
  let nodes: [Int32]
  let childCharacters: [UInt16]
  let firstCharacters: [UInt16]

  /// From the parts that the others follow from: for each node the number of its children and its value + 1.
  init(roots first: [UInt16], children: [UInt16], values: [Int32], characters: [UInt16]) {
    // All pages are zero, and touched only when written.
    func zeroed<T>(_ count: Int) -> UnsafeMutablePointer<T> {
      calloc(count, MemoryLayout<T>.stride)!.bindMemory(to: T.self, capacity: count)
    }
    var size = 16
    while size < characters.count * 2 { size *= 2 }
    let (mask, edges): (Int, UnsafeMutablePointer<Edge>) = (size - 1, zeroed(size))
    let (roots, pairs): (UnsafeMutablePointer<SIMD2<Int32>>, UnsafeMutablePointer<UInt64>) = (
      zeroed(1 << 16), zeroed(Trie.pairCount / 64)
    )
    heads = zeroed(1 << 16)
    for (index, c) in first.enumerated() {
      roots[Int(c)] = [Int32(index + 1), values[index]]
      heads[Int(c)] = values[index] > 0 ? 2 : 1
    }
    nodes = [Int32](unsafeUninitializedCapacity: (children.count + 1) * 3) { nodes, count in
      count = (children.count + 1) * 3
      for index in 0..<3 { nodes[index] = 0 }
      var child = 0
      for index in children.indices {
        nodes[index * 3 + 3] = Int32(child)
        nodes[index * 3 + 4] = Int32(children[index])
        nodes[index * 3 + 5] = values[index]
        for _ in 0..<children[index] {
          let next = first.count + child
          let key = UInt64(index + 1) << 16 | UInt64(characters[child])
          var place = Trie.place(key) & mask
          while edges[place].key != 0 { place = (place + 1) & mask }
          edges[place] = Edge(key: key, next: Int32(next + 1), value: values[next])
          if index < first.count {
            let bit = Trie.pairBit(first[index], characters[child])
            pairs[bit >> 6] |= 1 << UInt64(bit & 63)
          }
          child += 1
        }
      }
    }
    childCharacters = characters
    firstCharacters = first
    (self.roots, self.edges, self.mask, self.pairs) = (roots, edges, mask, pairs)
  }

  deinit {
    free(roots)
    free(heads)
    free(edges)
    free(pairs)
  }
}
