import HeshuClaims

/// The columns of CSV for each type of record; fields that a run does not know stay empty, so that tables of different runs
/// have the same columns.
enum RecordColumns {
  static func csv(_ type: RecordType) -> Columns? {
    switch type {
    case .claim: Columns(claim)
    case .document:
      Columns(
        same([
          "id", "source", "line", "encoding", "characters", "sha256", "title", "publication",
          "issue", "date",
          "place", "schema", "tool", "grammars", "text",
        ]))
    case .article:
      Columns(
        same(["id", "document", "title", "kicker", "subtitle", "byline", "place", "start", "end"]))
    case .entity:
      Columns(
        same(["id", "document", "article", "kind", "text", "start", "end", "name", "role", "code"]))
    case .unread: Columns(same(["document", "article", "text", "start", "end", "reason"]))
    case .error: Columns(same(["source", "document", "line", "offset", "code", "message"]))
    case .finding, .end: nil
    }
  }

  static let quantities = Columns(
    [("id", "id")] + quantity.map { ($0.name == "quantity_text" ? "text" : $0.name, $0.path) } + [
      ("kind", "kind")
    ])

  private static let quantity: [(name: String, path: String)] = [
    ("quantity_text", "text"), ("value", "value"), ("lower", "lower"), ("upper", "upper"),
    ("bounds", "bounds"),
    ("precision", "precision"), ("modifier", "modifier"), ("ratio", "ratio"), ("unit", "unit"),
    ("code", "code"),
    ("base_value", "base.value"), ("base_lower", "base.lower"), ("base_upper", "base.upper"),
    ("base_code", "base.code"),
    ("numeral", "numeral.text"), ("start", "start"), ("end", "end"),
  ]

  private static let claim: [(name: String, path: String)] =
    [("document", "document"), ("article", "article"), ("id", "id"), ("kind", "kind")]
    + quantity.map { ($0.name, "quantity." + $0.path) }
    + [
      ("measure", "measure.text"), ("qualifier", "qualifier.text"), ("predicate", "predicate.text"),
      ("predicate_class", "predicate.class"), ("actor", "actor.text"), ("actor_name", "actor.name"),
      ("place", "place.name"), ("place_code", "place.code"), ("period", "period.text"),
      ("period_start", "period.start"),
      ("period_end", "period.end"), ("period_kind", "period.kind"),
      ("change_direction", "change.direction"),
      ("change_basis", "change.basis"), ("per", "per.text"), ("status", "status"),
      ("part_of", "partOf"),
      ("quote", "quote.text"), ("quote_start", "quote.start"), ("quote_end", "quote.end"),
      ("group", "group"),
      ("key", "key"), ("rule", "rule"),
    ]

  private static func same(_ names: [String]) -> [(name: String, path: String)] {
    names.map { ($0, $0) }
  }
}
