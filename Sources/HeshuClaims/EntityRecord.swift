internal import HeshuNumerals
internal import HeshuText

/// Writes the organisations, persons and places of a paragraph as the record contract says.
struct EntityRecord {
  let record: QuantityRecord
  let text: ReadingText
  let source: UnsafeBufferPointer<UInt8>
  let identity: RecordIdentity
  let context: ContextReader
  let head: RecordHead

  /// Mentions of times are no entities.
  func write(_ mention: MentionSpan, to out: inout RecordWriter) {
    guard mention.kind != .time else { return }
    out.beginObject()
    out.field("type", "entity" as StaticString)
    out.field("id", identity.id(text, mention.start, mention.end, source))
    out.fields(head.bytes)
    out.field("kind", mention.kind.name)
    record.span(mention.start, mention.end, to: &out)
    if mention.kind == .place {
      let (name, code) = context.places.resolved(mention.index)
      if !name.isEmpty { out.field("name", bytes: name) }
      if !code.isEmpty { out.field("code", bytes: code) }
    } else {
      let (name, role) = context.organizations.resolved(mention.kind, mention.index)
      if !name.isEmpty { out.field("name", bytes: name) }
      if let role { out.field("role", slice: record.slice(role)) }
    }
    out.endObject()
    out.endLine()
  }
}
