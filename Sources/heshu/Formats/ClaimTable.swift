import HeshuClaims

extension TableFormat.Layout {
  /// The claims of documents, each document under its name.
  static var claims: Self {
    Self(
      columns: Columns([
        ("kind", "kind"), ("value", "quantity.value"), ("lower", "quantity.lower"),
        ("upper", "quantity.upper"),
        ("modifier", "quantity.modifier"), ("unit", "quantity.unit"), ("measure", "measure.text"),
        ("qualifier", "qualifier.text"), ("predicate", "predicate.text"), ("status", "status"),
        ("start", "quantity.start"),
        ("end", "quantity.end"), ("quote", "quote.text"), ("quoteStart", "quote.start"), ("place", "place.name"),
        ("actor", "actor.name"), ("actorText", "actor.text"), ("period", "period.text"),
        ("periodStart", "period.start"), ("periodEnd", "period.end"),
      ]),
      titles: ["kind", "value", "unit", "measure", "predicate", "place or actor", "period", "status", "at", "quote"],
      right: [1],
      cells: { row in
        let measure = row[7].isEmpty ? row[6] : "\(row[6])（\(row[7])）"
        return [
          row[0], figure(row[1], row[2], row[3], row[4]), row[5], measure, row[8],
          [row[14], row[15], row[16]].first { !$0.isEmpty } ?? "", period(row[17], row[18], row[19]),
          row[9] == "actual" ? "" : row[9], "\(row[10])–\(row[11])",
          excerpt(row[12], start: (Int(row[10]) ?? 0) - (Int(row[13]) ?? 0)),
        ]
      },
      type: "claim",
      heading: (
        "document",
        Columns([
          ("id", "id"), ("publication", "publication"), ("issue", "issue"), ("date", "date"),
        ]),
        { row in row.filter { !$0.isEmpty }.joined(separator: "  ") }
      ))
  }

  /// The quantities of lines.
  static var quantities: Self {
    Self(
      columns: Columns([
        ("id", "id"), ("text", "text"), ("kind", "kind"), ("value", "value"), ("lower", "lower"),
        ("upper", "upper"),
        ("modifier", "modifier"), ("unit", "unit"), ("start", "start"), ("end", "end"),
      ]),
      titles: ["id", "kind", "value", "unit", "at", "text"], right: [2],
      cells: { row in
        [
          row[0], row[2], figure(row[3], row[4], row[5], row[6]), row[7], "\(row[8])–\(row[9])",
          row[1],
        ]
      },
      type: "")
  }

  /// Records of any other type, all columns as in CSV.
  static func plain(_ type: RecordType, _ columns: Columns) -> Self {
    Self(columns: columns, titles: columns.names, right: [], cells: { $0 }, type: type.rawValue)
  }

  /// `2023-01-01..12-29`, or the words where they say no day.
  private static func period(_ text: String, _ start: String, _ end: String) -> String {
    if start.isEmpty, end.isEmpty { return text }
    if start == end { return start }
    return start + ".." + (start.prefix(4) == end.prefix(4) ? String(end.dropFirst(5)) : end)
  }

  /// `≥300`, `300–500`: the figure with the sign of its bound.
  private static func figure(_ value: String, _ lower: String, _ upper: String, _ modifier: String)
    -> String
  {
    if value.isEmpty { return lower.isEmpty && upper.isEmpty ? "" : "\(lower)–\(upper)" }
    let signs = [
      "over": ">", "atLeast": "≥", "nearly": "≲", "under": "<", "atMost": "≤", "about": "≈",
    ]
    return (signs[modifier] ?? "") + value
  }

  /// The quotation from a little before the quantity on, on one line.
  private static func excerpt(_ quote: String, start: Int) -> String {
    let scalars = Array(quote.unicodeScalars).map {
      $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0
    }
    let from = start > 14 ? start - 12 : 0
    guard from < scalars.count else { return quote }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[from...])
    return (from > 0 ? "…" : "") + String(view)
  }
}
