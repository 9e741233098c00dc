public import HeshuGrammar

/// Words that give a figure its part in a sum or a plan: `checks/stocks.tsv`, `checks/plans.tsv`.
public struct RoleWords: Sendable {
  private let rows: [(word: [Unicode.Scalar], roles: [String])]

  /// Throws when a row names a role that is not among `known`.
  init(_ table: String, _ known: Set<String>, _ files: GrammarFiles) throws {
    rows = try ParameterTable(table, ["word", "role", "example"], files).rows.map { row in
      let roles = row[1].split(separator: " ").map(String.init)
      for role in roles where !known.contains(role) {
        throw row.fault("unknown role '\(role)'; expected \(known.sorted().joined(separator: ", "))", "unknown-role")
      }
      return (Array(row[0].unicodeScalars), roles)
    }.sorted { $0.word.count > $1.word.count }
  }

  /// The roles in the order of the text; at each place the longest word is read, then what follows it. Words of none of the roles `among` are
  /// not looked for.
  func roles(in text: String, among: Set<String>) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let rows = rows.filter { !among.isDisjoint(with: $0.roles) }
    var found: [String] = []
    var at = 0
    while at < scalars.count {
      if let row = rows.first(where: { scalars[at...].starts(with: $0.word) }) {
        found += row.roles
        at += row.word.count
      } else {
        at += 1
      }
    }
    return found
  }

  /// Whether the text is such a word and nothing else.
  func contains(_ text: String) -> Bool { rows.contains { $0.word.elementsEqual(text.unicodeScalars) } }

  /// Whether the text is such a word and can have the role.
  func gives(_ text: String, _ role: String) -> Bool {
    rows.contains { $0.word.elementsEqual(text.unicodeScalars) && $0.roles.contains(role) }
  }
}
