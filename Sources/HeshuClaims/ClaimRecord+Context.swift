public import HeshuNumerals
internal import HeshuText

extension ClaimRecord {
  /// Writes actor, place, period and change; `source` slices stay valid whatever paragraph they are of.
  func writeContext(_ claim: Claim, to out: inout RecordWriter) {
    if let actor = claim.actor {
      out.beginObject("actor")
      write(actor.span, to: &out)
      if !actor.name.isEmpty { out.field("name", bytes: actor.name) }
      if actor.isInferred { out.field("inferred", true) }
      out.endObject()
    }
    if let place = claim.place {
      out.beginObject("place")
      if let span = place.span { write(span, to: &out) }
      out.field("name", bytes: place.name)
      if !place.code.isEmpty { out.field("code", bytes: place.code) }
      if place.isInferred { out.field("inferred", true) }
      out.endObject()
    }
    if let period = claim.period {
      out.beginObject("period")
      if let span = period.span { out.field("text", slice: record.slice(span)) }
      if let start = period.start { out.field("start", write: start.write) }
      if let end = period.end { out.field("end", write: end.write) }
      out.field("kind", period.kind.name)
      if period.isInferred { out.field("inferred", true) }
      out.endObject()
    }
    if let change = claim.change {
      out.beginObject("change")
      out.field("direction", change.isIncrease ? "increase" as StaticString : "decrease")
      if let basis = change.basis { out.field("basis", slice: record.slice(basis)) }
      out.endObject()
    }
  }

  private func write(_ span: SourceSpan, to out: inout RecordWriter) {
    out.field("text", slice: record.slice(span))
    out.field("start", span.points.lowerBound)
    out.field("end", span.points.upperBound)
  }
}
