/// A `.tsv` file of a grammar: a header line, rows of tab-separated cells, `#` comments.
package struct Table {
  /// One line: `办结	受理线索746件，已办结701件`; cells left out at its end are empty.
  package struct Row {
    let line: Int
    let cells: [Substring]
    package subscript(column: Int) -> Substring { column < cells.count ? cells[column] : "" }
  }

  let file: GrammarFiles.File
  package let rows: [Row]

  /// Reads the table and checks that its header names exactly `columns` (trailing ones may be left out of rows).
  package init(_ file: GrammarFiles.File, columns: [String], into diagnostics: inout [Diagnostic]) {
    self.file = file
    var rows: [Row] = []
    var header: [Substring]?
    for (index, raw) in file.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let line = raw.last == "\r" ? raw.dropLast() : raw
      if line.isEmpty || line.first == "#" { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if header == nil {
        header = cells
        if cells.map(String.init) != columns {
          diagnostics.append(
            Diagnostic(
              file: file.path, line: index + 1, column: 1,
              message: "header names \(cells.joined(separator: ", ")); "
                + "expected \(columns.joined(separator: ", "))",
              code: "wrong-header", source: String(line)))
        }
        continue
      }
      if cells.count > columns.count {
        diagnostics.append(
          Diagnostic(
            file: file.path, line: index + 1, column: 1,
            message: "\(cells.count) cells; expected at most \(columns.count), one tab between two",
            code: "too-many-cells", source: String(line)))
        continue
      }
      rows.append(Row(line: index + 1, cells: cells))
    }
    if header == nil {
      diagnostics.append(
        Diagnostic(
          file: file.path, line: 1, column: 1,
          message: "no header; expected \(columns.joined(separator: ", "))", code: "wrong-header"))
    }
    self.rows = rows
  }

  /// A mistake in one cell, with the caret under it: `unknown sort 'lose'`.
  package func diagnostic(
    _ row: Row, _ column: Int, _ message: String, _ code: String, _ hint: String? = nil
  ) -> Diagnostic {
    let before = row.cells.prefix(column).reduce(0) { $0 + $1.count + 1 }
    return Diagnostic(
      file: file.path, line: row.line, column: before + 1, message: message, code: code,
      source: row.cells.joined(separator: "\t"), length: row[column].count, hint: hint)
  }
}

/// `time-words` → `TimeWord`: the class that a lexicon file gives to all its words.
func className(ofStem stem: String) -> String {
  var name = stem.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  if name.hasSuffix("ies") {
    name = name.dropLast(3) + "y"
  } else if name.hasSuffix("s") {
    name.removeLast()
  }
  return name
}
