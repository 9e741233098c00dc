internal import HeshuGrammar
public import HeshuNumerals
public import HeshuText

/// Writes claims as the record contract says.
public struct ClaimRecord {
  let grammar: Grammar
  let record: QuantityRecord
  let text: ReadingText
  private let head: RecordHead
  private let identities: IdentityMaker
  private let ruleNames: [String]

  /// `reader` is the one that read the paragraph in `text`.
  public init(
    _ reader: ClaimReader, _ text: ReadingText, source: UnsafeBufferPointer<UInt8>, document: String, article: String
  ) {
    self.init(
      reader, text, QuantityRecord(reader.grammar, text, source: source),
      RecordHead(document: document, article: article))
  }

  init(_ reader: ClaimReader, _ text: ReadingText, _ record: QuantityRecord, _ head: RecordHead) {
    grammar = reader.grammar
    identities = reader.identities
    ruleNames = reader.ruleNames
    self.text = text
    self.record = record
    self.head = head
  }

  public func write(_ claim: Claim, to out: inout RecordWriter) {
    out.beginObject()
    out.field("type", "claim")
    out.field("id", claim.id)
    out.fields(head.bytes)
    out.field("kind", claim.kind.name)
    out.beginObject("quantity")
    record.write(claim.quantity, kind: nil, to: &out)
    out.endObject()
    write("measure", claim.phrases[.measure], to: &out)
    write("qualifier", claim.phrases[.qualifier], to: &out)
    write("predicate", claim.phrases[.predicate], Grammar.predicateClassName(claim.predicateClass), to: &out)
    write("per", claim.phrases[.per], to: &out)
    writeContext(claim, to: &out)
    out.field("status", claim.status.name)
    if let whole = claim.partOf { out.field("partOf", whole) }
    out.beginObject("quote")
    let quote = quote(claim)
    record.span(quote.lowerBound, quote.upperBound, to: &out)
    out.endObject()
    if !claim.key.isEmpty {
      out.field("group", slice: identities.bytes[claim.group])
      out.field("key", slice: identities.bytes[claim.key])
    }
    out.field("rule", claim.rule < 0 ? "claims/quantity" : ruleNames[claim.rule])
    out.endObject()
    out.endLine()
  }

  private func write(
    _ name: StaticString, _ phrase: Range<Int>?, _ kind: StaticString? = nil, to out: inout RecordWriter
  ) {
    guard let phrase else { return }
    out.beginObject(name)
    record.span(phrase.lowerBound, phrase.upperBound, to: &out)
    if let kind { out.field("class", kind) }
    out.endObject()
  }

  /// The sentence without spaces around it; at most 1,000 code points around the quantity.
  private func quote(_ claim: Claim) -> Range<Int> {
    var start = claim.sentence.lowerBound
    var end = claim.sentence.upperBound
    while start < claim.quantity.start, text.cells[start] == 0x20 { start += 1 }
    while end > claim.quantity.end, text.cells[end - 1] == 0x20 { end -= 1 }
    if end - start > 1000 {
      start = max(start, claim.quantity.start - 400)
      end = min(end, max(claim.quantity.end, start + 1000))
    }
    return start..<end
  }
}
