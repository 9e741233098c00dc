internal import HeshuGrammar
internal import HeshuNumerals

/// A table of `checks/`. The checks need each of them, so that the first mistake in one is thrown.
struct ParameterTable {
  /// A row that can say what is wrong in it.
  struct Row {
    private let table: Table
    private let row: Table.Row

    fileprivate init(_ table: Table, _ row: Table.Row) {
      self.table = table
      self.row = row
    }

    subscript(column: Int) -> String { String(row[column]) }

    /// A decimal of the row.
    func number(_ column: Int) throws -> Exact {
      guard let value = Exact(row[column]) else {
        throw fault(column, "'\(row[column])' is no decimal number", "no-number")
      }
      return value
    }

    func fault(_ column: Int, _ message: String, _ code: String) -> BrokenGrammar {
      BrokenGrammar(diagnostics: [table.diagnostic(row, column, message, code)])
    }
  }

  let rows: [Row]

  /// Reads `checks/<name>.tsv`; a grammar without it, or with other columns, is broken.
  init(_ name: String, _ columns: [String], _ files: GrammarFiles) throws {
    let path = "checks/\(name).tsv"
    guard let file = files.files.first(where: { $0.path == path }) else {
      throw BrokenGrammar(diagnostics: [
        Diagnostic(file: path, line: 1, column: 1, message: "missing; the checks need it", code: "no-parameters")
      ])
    }
    var diagnostics: [Diagnostic] = []
    let table = Table(file, columns: columns, into: &diagnostics)
    if !diagnostics.isEmpty { throw BrokenGrammar(diagnostics: diagnostics) }
    rows = table.rows.map { Row(table, $0) }
  }

  /// The first column as a set.
  var words: Set<String> { Set(rows.map { $0[0] }) }
}
