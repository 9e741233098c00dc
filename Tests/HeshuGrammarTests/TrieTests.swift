import Testing

@testable import HeshuGrammar

/// The trie against a dictionary, on random words over few characters so that many share their
/// beginnings.
@Suite struct TrieTests {
  private static func words(_ random: inout SplitMix, count: Int) -> [[UInt16]: Int] {
    var words: [[UInt16]: Int] = [:]
    for value in 0..<count {
      let length = Int.random(in: 1...6, using: &random)
      words[(0..<length).map { _ in UInt16.random(in: 0x4E00...0x4E05, using: &random) }] = value
    }
    return words
  }

  @Test(arguments: 0..<20) func agreesWithADictionary(_ seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let words = Self.words(&random, count: 1 + seed * 20)
    let trie = Trie(words.map { ($0.key, $0.value) })
    let reversed = Trie(words.map { ($0.key.reversed(), $0.value) })
    for (word, value) in words { #expect(trie.value(of: word) == value) }
    let text = (0..<400).map { _ in UInt16.random(in: 0x4E00...0x4E06, using: &random) }
    text.withUnsafeBufferPointer { cells in
      for place in 0...text.count {
        let ends = (place..<min(place + 7, text.count + 1)).filter {
          words[Array(text[place..<$0])] != nil
        }
        let longest = trie.longest(cells.baseAddress!, place, text.count)
        #expect(longest?.end == ends.last)
        #expect(longest?.value == ends.last.map { words[Array(text[place..<$0])]! })
        let starts = (max(0, place - 6)...place).filter { words[Array(text[$0..<place])] != nil }
        let before = reversed.longestBackward(cells.baseAddress!, place, 0)
        #expect(before?.start == starts.first)
        #expect(before?.value == starts.first.map { words[Array(text[$0..<place])]! })
      }
    }
  }

  @Test func limitIsKept() {
    let trie = Trie([([1, 2], 0), ([1, 2, 3], 1)])
    let text: [UInt16] = [1, 2, 3]
    #expect(trie.longest(text, 0, 3)?.end == 3)
    #expect(trie.longest(text, 0, 2)?.end == 2)
    #expect(trie.longest(text, 0, 1) == nil)
  }

  @Test func emptyTrieHoldsNothing() {
    #expect(Trie.empty.value(of: [1]) == nil)
    #expect(Trie([]).value(of: []) == nil)
  }
}
