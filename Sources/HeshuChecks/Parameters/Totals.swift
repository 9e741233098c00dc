internal import HeshuGrammar

/// Words that make a figure the sum of those before it: `checks/totals.tsv`.
public struct Totals: Sendable {
  private let words: [(word: [Unicode.Scalar], isStrict: Bool)]

  init(_ files: GrammarFiles) throws {
    words = try ParameterTable("totals", ["word", "sort", "example"], files).rows.map { row in
      guard ["strict", "loose"].contains(row[1]) else {
        throw row.fault(1, "unknown sort '\(row[1])'; expected strict or loose", "unknown-sort")
      }
      return (Array(row[0].unicodeScalars), row[1] == "strict")
    }.sorted { $0.word.count > $1.word.count }
  }

  /// Such a word at most four characters before the figure: where it stands, and whether it is a strict one.
  func word(before fact: Fact, _ text: SourceText) -> (range: Range<Int>, isStrict: Bool)? {
    for back in 0...4 {
      for (word, isStrict) in words {
        let start = fact.span.lowerBound - back - word.count
        if text.has(word, at: start) { return (start..<(start + word.count), isStrict) }
      }
    }
    return nil
  }
}
