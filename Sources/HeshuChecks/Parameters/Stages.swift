public import HeshuGrammar

/// Which counted things come out of which, and so cannot be more: `checks/stages.tsv`.
public struct Stages: Sendable {
  private let pairs: [(wider: String, narrower: String)]

  init(_ files: GrammarFiles) throws {
    pairs = try ParameterTable("stages", ["wider", "narrower", "example"], files).rows.map { ($0[0], $0[1]) }
  }

  func has(_ wide: Fact, _ narrow: Fact) -> Bool {
    guard let wider = wide.measure?.words, let narrower = narrow.measure?.words, wide.kind == narrow.kind,
      wide.change == nil, narrow.change == nil, wide.status == narrow.status
    else { return false }
    return pairs.contains { wider.hasSuffix($0.wider) && narrower.hasSuffix($0.narrower) && !wider.hasSuffix($0.narrower) }
  }
}
