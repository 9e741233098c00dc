extension Trie {
  /// The words that `isWanted` takes by length and number, read backwards: for asking what ends at a place.
  public func backwards(where isWanted: (_ length: Int, _ value: Int) -> Bool) -> Trie {
    let (nodes, first) = (memory.nodes, memory.firstCharacters.count)
    // Nodes stand level by level: the one above each, and its length, are known before it is come to.
    var above = [Int32](repeating: 0, count: nodes.count / 3)
    var lengths = [UInt8](repeating: 1, count: nodes.count / 3)
    var words: [(key: [UInt16], value: Int)] = []
    func character(_ node: Int) -> UInt16 {
      node <= first ? memory.firstCharacters[node - 1] : memory.childCharacters[node - first - 1]
    }
    for node in 1..<max(nodes.count / 3, 1) {
      let children = Int(nodes[node * 3])..<Int(nodes[node * 3] + nodes[node * 3 + 1])
      for child in children {
        above[first + 1 + child] = Int32(node)
        lengths[first + 1 + child] = lengths[node] &+ 1
      }
      let value = Int(nodes[node * 3 + 2]) - 1
      guard value >= 0, isWanted(Int(lengths[node]), value) else { continue }
      var key: [UInt16] = []
      var at = node
      while at > 0 {
        key.append(character(at))
        at = Int(above[at])
      }
      words.append((key, value))
    }
    return Trie(words)
  }
}
