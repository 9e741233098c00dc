internal import HeshuGrammar

/// Divisions that leave nothing over, 男 and 女: `checks/partitions.tsv`; and words of classes that lie across others, 党员
/// and 女职工: `checks/overlaps.tsv`.
public struct Partitions: Sendable {
  private let rows: [[String]]
  private let overlapping: [String]

  init(_ files: GrammarFiles) throws {
    rows = try ParameterTable("partitions", ["words", "example"], files).rows.map {
      $0[0].split(separator: " ").map(String.init)
    }
    overlapping = try ParameterTable("overlaps", ["word", "example"], files).rows.map { $0[0] }
  }

  /// Whether one may be counted under two of the phrases: parts of this kind can be more than their whole.
  func mayOverlap(_ phrases: [String]) -> Bool {
    phrases.contains { phrase in overlapping.contains { phrase.contains($0) } }
  }

  /// Whether the phrases hold every word of a row, each one of them.
  func isComplete(_ phrases: [String]) -> Bool {
    rows.contains { words in
      words.count == phrases.count && words.allSatisfy { word in phrases.filter { $0.contains(word) }.count == 1 }
    }
  }
}
