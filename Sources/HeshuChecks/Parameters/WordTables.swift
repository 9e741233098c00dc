internal import HeshuGrammar

/// Words that say in which direction the second of two figures lies: `checks/directions.tsv`.
public struct Directions: Sendable {
  private let words: [(word: [Unicode.Scalar], isUp: Bool)]

  init(_ files: GrammarFiles) throws {
    words = try ParameterTable("directions", ["word", "direction", "example"], files).rows.map { row in
      guard ["up", "down"].contains(row[1]) else {
        throw row.fault(1, "unknown direction '\(row[1])'; expected up or down", "unknown-direction")
      }
      return (Array(row[0].unicodeScalars), row[1] == "up")
    }.sorted { $0.word.count > $1.word.count }
  }

  /// Whether such a word ends at most three characters before `end`, not before `start`, and says up; 了 or 约 may follow
  /// it.
  func direction(_ text: SourceText, between start: Int, and end: Int) -> Bool? {
    for back in 0...3 {
      for (word, isUp) in words where end - back - word.count >= start && text.has(word, at: end - back - word.count) {
        return isUp
      }
    }
    return nil
  }
}

/// Shares that cannot be more than 100 %: `checks/shares.tsv`.
public struct Shares: Sendable {
  private let words: [String]

  init(_ files: GrammarFiles) throws {
    words = try ParameterTable("shares", ["word", "example"], files).rows.map { $0[0] }
  }

  func isBounded(_ fact: Fact) -> Bool {
    guard fact.kind == .percentage, fact.change == nil, fact.figure.unit != "个百分点", fact.figure.unit != "百分点" else {
      return false
    }
    let ends = [fact.measure?.words, fact.predicate?.words].compactMap { $0 }
    return ends.contains { end in words.contains { end.hasSuffix($0) } }
  }
}
