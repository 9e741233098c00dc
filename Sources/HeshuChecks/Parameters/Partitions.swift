public import HeshuGrammar

/// Divisions that leave nothing over, 男 and 女: `checks/partitions.tsv`.
public struct Partitions: Sendable {
  private let rows: [[String]]

  init(_ files: GrammarFiles) throws {
    rows = try ParameterTable("partitions", ["words", "example"], files).rows.map { $0[0].split(separator: " ").map(String.init) }
  }

  /// Whether the phrases hold every word of a row, each one of them.
  func isComplete(_ phrases: [String]) -> Bool {
    rows.contains { words in
      words.count == phrases.count && words.allSatisfy { word in phrases.filter { $0.contains(word) }.count == 1 }
    }
  }
}
