internal import HeshuGrammar

/// Offices of which a body has one holder at a time: `checks/offices.tsv`.
public struct Offices: Sendable {
  private let words: Set<String>

  init(_ files: GrammarFiles) throws {
    words = try ParameterTable("offices", ["word", "example"], files).words
  }

  func contains(_ office: String) -> Bool {
    words.contains(office)
      || words.contains { $0.hasPrefix("…") && office.count > $0.count && office.hasSuffix($0.dropFirst()) }
  }
}
