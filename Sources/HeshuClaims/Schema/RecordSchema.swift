/// The record contract, version 1, as JSON Schema 2020-12: what `heshu schema` prints and tests hold every record against.
///
/// A reader of records must pass over properties that it does not know: later versions of the tool may add some, so no
/// definition closes its objects.
public enum RecordSchema {
  /// The whole schema: a line is one of the record types, or a line of `heshu quantities`.
  public static var text: String {
    let names = definitions.map(\.name)
    let lines = names.filter { $0.first?.isUppercase == true }.map {
      "    { \"$ref\": \"#/$defs/\($0)\" }"
    }
    let bodies = definitions.map { "    \"\($0.name)\": " + indented($0.body) }
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://heshu.example/schema/\(ExtractionOptions.schema)",
        "title": "Heshu records, version \(ExtractionOptions.schema)",
        "description": "One line of what heshu extract or heshu quantities prints. Offsets are half-open, in Unicode code points of the document as decoded. Absent means unknown; nothing is null.",
        "anyOf": [
      \(lines.joined(separator: ",\n"))
        ],
        "$defs": {
      \(bodies.joined(separator: ",\n"))
        }
      }

      """
  }

  /// Definitions with a capital are lines, the others parts of lines.
  private static let definitions: [(name: String, body: String)] =
    [
      ("Document", document), ("Article", article), ("Claim", claim), ("Entity", entity),
      ("Unread", unread),
      ("Finding", finding), ("Error", error), ("End", end), ("Quantities", quantities),
    ] + parts

  private static func indented(_ body: String) -> String {
    body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n    ")
  }
}
