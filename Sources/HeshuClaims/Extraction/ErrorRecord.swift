public import HeshuNumerals
public import HeshuText

extension InputError {
  /// Writes the `error` record; `document` is the one that was mended.
  public func write(document: String? = nil, to out: inout RecordWriter) {
    out.beginObject()
    out.field("type", "error" as StaticString)
    writeFields(document: document, to: &out)
    out.endObject()
    out.endLine()
  }

  func writeFields(document: String? = nil, to out: inout RecordWriter) {
    out.field("source", source)
    if let document { out.field("document", document) }
    out.field("code", code.rawValue)
    out.field("message", message)
    if let line { out.field("line", line) }
    if let offset { out.field("offset", offset) }
  }

  /// The same in one line for people: `b.jsonl:3: missing-text: no key "text" in the object; …`.
  public var notice: String {
    source + (line.map { ":\($0)" } ?? "") + ": \(code.rawValue): \(message)"
  }
}
