public import HeshuGrammar
internal import HeshuNumerals

/// A table of `checks/`: tab-separated rows under a header, `#` comments.
struct ParameterTable {
  struct Row {
    let file: String
    let line: Int
    let source: String
    let cells: [String]
    subscript(column: Int) -> String { column < cells.count ? cells[column] : "" }

    /// A decimal of the row; throws a diagnostic that shows the row.
    func number(_ column: Int) throws -> Exact {
      guard let value = Exact(self[column]) else {
        throw fault("'\(self[column])' is no decimal number", "no-number")
      }
      return value
    }

    func fault(_ message: String, _ code: String) -> BrokenGrammar {
      BrokenGrammar(diagnostics: [
        Diagnostic(file: file, line: line, column: 1, message: message, code: code, source: source)
      ])
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
    var rows: [Row] = []
    var hasHeader = false
    for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.first == "#" { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let row = Row(file: path, line: index + 1, source: String(line), cells: cells)
      if !hasHeader {
        hasHeader = true
        if cells != columns {
          throw row.fault("header names \(cells.joined(separator: ", ")); expected \(columns.joined(separator: ", "))", "wrong-header")
        }
        continue
      }
      if cells.count > columns.count { throw row.fault("\(cells.count) cells; expected at most \(columns.count)", "too-many-cells") }
      rows.append(row)
    }
    self.rows = rows
  }

  /// The first column as a set.
  var words: Set<String> { Set(rows.map { $0[0] }) }
}
