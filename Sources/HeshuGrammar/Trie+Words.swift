extension Trie {
  /// All words with their numbers.
  func forEach(_ visit: ([UInt16], Int) -> Void) {
    func descend(_ node: Int, _ key: [UInt16]) {
      if nodes[node * 3 + 2] > 0 { visit(key, Int(nodes[node * 3 + 2]) - 1) }
      let first = Int(nodes[node * 3])
      for child in first..<(first + Int(nodes[node * 3 + 1])) {
        descend(firstCharacters.count + 1 + child, key + [childCharacters[child]])
      }
    }
    for (index, c) in firstCharacters.enumerated() { descend(index + 1, [c]) }
  }

  /// The words that `isWanted` takes by length and number, read backwards: for asking what ends at a place.
  public func backwards(where isWanted: (_ length: Int, _ value: Int) -> Bool) -> Trie {
    var words: [(key: [UInt16], value: Int)] = []
    forEach { key, value in
      if isWanted(key.count, value) { words.append((key.reversed(), value)) }
    }
    return Trie(words)
  }
}
