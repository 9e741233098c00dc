internal import HeshuGrammar
internal import HeshuNumerals
internal import HeshuText

/// Writes what was read in one paragraph: entities, claims and unread numerals, in the order of the text.
struct ParagraphRecords {
  private let reader: ClaimReader
  private let claims: ClaimRecord
  private let entities: EntityRecord
  private let spans: QuantityRecord
  private let head: RecordHead
  private let options: ExtractionOptions

  init(
    _ grammar: Grammar, _ reader: ClaimReader, _ text: ReadingText, source: UnsafeBufferPointer<UInt8>,
    _ head: RecordHead, _ options: ExtractionOptions
  ) {
    self.reader = reader
    self.head = head
    self.options = options
    spans = QuantityRecord(grammar, text, source: source)
    claims = ClaimRecord(reader, text, spans, head)
    entities = EntityRecord(
      record: spans, text: text, source: source, identity: reader.identity, context: reader.context, head: head)
  }

  func write(to out: inout RecordWriter, _ counts: inout RecordCounts) {
    let mentions = reader.context.mentions
    let hasEntities = options.types.contains(.entity)
    let hasClaims = options.types.contains(.claim)
    counts.claims += reader.claims.count
    counts.unread += reader.unread.count
    counts.entities += mentions.reduce(0) { $0 + ($1.kind == .time ? 0 : 1) }
    var claim = 0
    var unread = 0
    var mention = 0
    while true {
      let places = (
        mention < mentions.count ? mentions[mention].start : Int.max,
        claim < reader.claims.count ? reader.claims[claim].quantity.start : Int.max,
        unread < reader.unread.count ? reader.unread[unread].range.lowerBound : Int.max
      )
      let next = min(places.0, places.1, places.2)
      if next == Int.max { return }
      if places.0 == next {
        if hasEntities { entities.write(mentions[mention], to: &out) }
        mention += 1
      } else if places.2 == next {
        if options.types.contains(.unread) { write(reader.unread[unread], to: &out) }
        unread += 1
      } else {
        if hasClaims { reader.claims.withUnsafeBufferPointer { claims.write($0[claim], to: &out) } }
        claim += 1
      }
    }
  }

  private func write(_ entry: (range: Range<Int>, reason: String), to out: inout RecordWriter) {
    out.beginObject()
    out.field("type", "unread" as StaticString)
    out.fields(head.bytes)
    spans.span(entry.range.lowerBound, entry.range.upperBound, to: &out)
    out.field("reason", entry.reason)
    out.endObject()
    out.endLine()
  }
}
