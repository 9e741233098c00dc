internal import HeshuGrammar

/// Words and what they say of a figure: `checks/stocks.tsv`, `checks/plans.tsv`, `checks/phrases.tsv`. A row may have
/// several words, a space between.
public struct RoleWords: Sendable {
  private typealias Row = (word: [Unicode.Scalar], roles: [String])

  /// Words by their first character, the longest first.
  private let rows: [Unicode.Scalar: [Row]]
  /// The words in the order of the table.
  private let words: [(word: String, roles: [String])]

  /// Throws when a row names a role that is not among `known`.
  init(_ table: String, _ known: Set<String>, _ files: GrammarFiles) throws {
    words = try ParameterTable(table, ["word", "role", "example"], files).rows.flatMap { row in
      let roles = row[1].split(separator: " ").map(String.init)
      for role in roles where !known.contains(role) {
        throw row.fault(1, "unknown role '\(role)'; expected \(known.sorted().joined(separator: ", "))", "unknown-role")
      }
      return row[0].split(separator: " ").map { (String($0), roles) }
    }
    let longest = words.map { (Array($0.word.unicodeScalars), $0.roles) }.sorted { (a: Row, b: Row) in
      a.word.count > b.word.count
    }
    rows = Dictionary(grouping: longest) { (row: Row) in row.word[0] }
  }

  /// The roles in the order of the text; at each place the longest word is read, then what follows it. Words of none of
  /// the roles `among` are not looked for.
  func roles(in text: String, among: Set<String>) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var found: [String] = []
    var at = 0
    while at < scalars.count {
      let row = rows[scalars[at]]?.first { row in
        scalars.count - at >= row.word.count && row.word.indices.allSatisfy { scalars[at + $0] == row.word[$0] }
          && row.roles.contains(where: among.contains)
      }
      if let row {
        found += row.roles
        at += row.word.count
      } else {
        at += 1
      }
    }
    return found
  }

  /// The words of a role.
  func list(_ role: String) -> WordList { WordList(words.filter { $0.roles.contains(role) }.map(\.word)) }

  /// Whether the text is such a word and nothing else.
  func contains(_ text: String) -> Bool { row(text) != nil }

  /// Whether the text is such a word and can have the role.
  func gives(_ text: String, _ role: String) -> Bool {
    row(text)?.contains(role) ?? false
  }

  private func row(_ text: String) -> [String]? {
    text.unicodeScalars.first.flatMap { rows[$0] }?.first { $0.word.elementsEqual(text.unicodeScalars) }?.roles
  }
}
