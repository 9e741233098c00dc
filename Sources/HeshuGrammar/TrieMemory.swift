internal import Foundation

/// A trie's tables in plain memory, freed with the last trie that looks into them.
///
/// Never written once the trie stands, hence `@unchecked Sendable`.
@usableFromInline
final class TrieMemory: @unchecked Sendable {
  /// For a first character its node, 0 when no word begins so.
  let roots: UnsafeMutablePointer<Int32>
  /// For each node value + 1, 0: no word ends here.
  let values: UnsafeMutablePointer<Int32>
  /// The steps from a node by a character, hashed: `node << 40 | character << 24 | next`; 0 is free.
  let edges: UnsafeMutablePointer<UInt64>
  /// One less than the number of places in `edges`, a power of two.
  let mask: Int
  /// A bit for the hash of each pair of first two characters.
  let pairs: UnsafeMutablePointer<UInt64>

  /// Places for a trie of so many nodes, node 0 among them; all pages are zero, and touched only when written.
  init(nodes: Int) {
    var size = 16
    while size < nodes * 2 { size *= 2 }
    mask = size - 1
    func zeroed<T>(_ count: Int) -> UnsafeMutablePointer<T> {
      calloc(count, MemoryLayout<T>.stride)!.bindMemory(to: T.self, capacity: count)
    }
    roots = zeroed(1 << 16)
    values = zeroed(max(nodes, 1))
    edges = zeroed(size)
    pairs = zeroed(Trie.pairCount / 64)
  }

  deinit {
    free(roots)
    free(values)
    free(edges)
    free(pairs)
  }

  func add(_ node: Int32, _ character: UInt16, _ next: Int32) {
    var place = Trie.place(node, character) & mask
    while edges[place] != 0 { place = (place + 1) & mask }
    edges[place] = UInt64(node) << 40 | UInt64(character) << 24 | UInt64(next)
  }

  func addPair(_ first: UInt16, _ second: UInt16) {
    let bit = Trie.pairBit(first, second)
    pairs[bit >> 6] |= 1 << UInt64(bit & 63)
  }
}
