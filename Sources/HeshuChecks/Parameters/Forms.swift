internal import HeshuGrammar

/// Words around numbers that do not go together: `checks/forms.tsv`.
public struct Forms: Sendable {
  struct Row: Sendable {
    let before: String
    let inside: String
    let behind: String
    let message: String
    let rule: String
  }

  let rows: [Row]

  init(_ files: GrammarFiles) throws {
    rows = try ParameterTable("forms", ["before", "inside", "behind", "message", "rule", "example"], files).rows.map {
      Row(before: $0[0], inside: $0[1], behind: $0[2], message: $0[3], rule: $0[4])
    }
  }
}
