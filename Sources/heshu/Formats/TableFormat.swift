/// A table for people: the columns are as wide as the first rows need, the quotation takes what is left of the line.
struct TableFormat: RecordFormat {
  /// What the table shows of records of one type.
  struct Layout {
    /// What makes the cells of a row out of the values of the columns.
    let columns: Columns
    let titles: [String]
    /// Columns that stand at the right of their place, as numbers do.
    let right: Set<Int>
    let cells: ([String]) -> [String]
    /// The type of record, empty for the lines of `heshu quantities`.
    let type: String
    /// The record that heads the rows after it, and its line.
    var heading: (type: String, columns: Columns, line: ([String]) -> String)?
  }

  private let layout: Layout
  private let width: Int
  private var waiting: [Entry] = []
  private var widths: [Int] = []

  private enum Entry {
    case row([String])
    case heading(String)
  }

  /// Rows that decide how wide the columns are.
  private static let sample = 200
  /// No column but the last is wider.
  private static let most = 24

  init(_ layout: Layout, width: Int) {
    self.layout = layout
    self.width = width
  }

  mutating func convert(_ lines: [UInt8]) -> [UInt8] {
    var entries: [Entry] = []
    lines.eachLine { line in
      let (type, rows) = RowReader.rows(line, layout.columns)
      if type == layout.type {
        entries += rows.map { .row(layout.cells($0)) }
        return
      }
      if let heading = layout.heading, type == heading.type {
        entries.append(.heading(heading.line(RowReader.rows(line, heading.columns).rows[0])))
      }
    }
    if !widths.isEmpty { return render(entries) }
    waiting += entries
    return waiting.count >= Self.sample ? begin() : []
  }

  mutating func finish() -> [UInt8] { widths.isEmpty && !waiting.isEmpty ? begin() : [] }

  private mutating func begin() -> [UInt8] {
    widths = layout.titles.map(DisplayWidth.of)
    for case .row(let cells) in waiting {
      for (index, cell) in cells.enumerated() {
        widths[index] = max(widths[index], min(DisplayWidth.of(cell), Self.most))
      }
    }
    let taken = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    widths[widths.count - 1] = max(20, width - taken)
    defer { waiting = [] }
    return Array((line(layout.titles) + "\n").utf8) + render(waiting)
  }

  private func render(_ entries: [Entry]) -> [UInt8] {
    var out = ""
    for entry in entries {
      switch entry {
      case .row(let cells): out += line(cells) + "\n"
      case .heading(let text):
        out += "\n" + DisplayWidth.fitted(text, width, isPadded: false) + "\n"
      }
    }
    return Array(out.utf8)
  }

  private func line(_ cells: [String]) -> String {
    var parts: [String] = []
    for (index, cell) in cells.enumerated() {
      let isLast = index == cells.count - 1
      parts.append(
        DisplayWidth.fitted(
          cell, widths[index], isRight: layout.right.contains(index), isPadded: !isLast))
    }
    var line = parts.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }
}
