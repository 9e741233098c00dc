internal import HeshuGrammar

/// Knows where a character stands twice with reason: 人人, 一个个, and 工会 before 会员.
final class DoubledWords {
  private let rules: LineRules
  private let words: Trie

  init(_ grammar: Grammar) {
    rules = LineRules(grammar)
    words = grammar.wordTrie
  }

  /// Whether the `length` cells before `start` and those from it on belong to words of their own.
  func isWord(_ text: ReadingText, _ start: Int, length: Int) -> Bool {
    let first = max(0, start - 8)
    rules.load(text.cells + first, count: min(text.count, start + 8) - first)
    if rules.match(.init(.doubled), endingAt: start - first) != nil { return true }
    guard length == 1, let right = words.longest(text.cells, start, min(text.count, start + 6)),
      right.end >= start + 2
    else { return false }
    return (2...4).contains { reach in
      start >= reach && words.longest(text.cells, start - reach, start)?.end == start
    }
  }
}
