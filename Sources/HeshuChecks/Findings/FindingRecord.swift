public import HeshuNumerals

extension Finding {
  /// Writes the record of the contract, with its line end.
  public func write(in language: Message.Language, to out: inout RecordWriter) {
    out.beginObject()
    out.field("type", "finding" as StaticString)
    out.field("check", check.rawValue)
    out.field("verdict", verdict.rawValue)
    if let severity { out.field("severity", severity.rawValue) }
    if let weight { out.field("weight", Exact(weight.rawValue)!) }
    out.beginArray("claims")
    for claim in claims { out.element(claim) }
    out.endArray()
    out.beginArray("spans")
    for span in spans {
      out.beginObject()
      out.field("document", span.document)
      out.field("start", span.range.lowerBound)
      out.field("end", span.range.upperBound)
      out.field("text", span.text)
      out.endObject()
    }
    out.endArray()
    if let key { out.field("key", key) }
    if let expected { out.field("expected", expected) }
    if let actual { out.field("actual", actual) }
    out.field("message", message.text(in: language))
    if !inferred.isEmpty {
      out.beginArray("inferred")
      for field in inferred { out.element(field) }
      out.endArray()
    }
    if let repair {
      out.beginObject("repair")
      out.field("document", repair.span.document)
      out.field("start", repair.span.range.lowerBound)
      out.field("end", repair.span.range.upperBound)
      out.field("from", repair.span.text)
      out.field("to", repair.text)
      out.endObject()
    }
    if let culprit { out.field("culprit", culprit) }
    out.endObject()
    out.endLine()
  }
}
