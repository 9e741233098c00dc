internal import HeshuNumerals
internal import HeshuText

extension Explainer {
  /// The fields of the claim with their words and origins.
  func add(_ claim: Claim, to explained: inout Explanation.Reading) {
    let sentence = text.span(claim.sentence.lowerBound, claim.sentence.upperBound, in: source)
    explained.quote = slice(sentence)
    explained.quoteStart = sentence.points.lowerBound
    func add(_ name: String, _ span: SourceSpan?, _ value: String, isInferred: Bool = false) {
      let origin =
        span.map { isInferred ? self.origin($0) : "sentence" } ?? (isInferred ? "article or masthead" : "sentence")
      explained.fields.append(.init(name: name, value: value, origin: origin, range: span?.points))
    }
    let quantity = text.span(claim.quantity.start, claim.quantity.end, in: source)
    add("quantity", quantity, slice(quantity))
    for field in Claim.Field.allCases {
      guard let range = claim.phrases[field] else { continue }
      let span = text.span(range.lowerBound, range.upperBound, in: source)
      add(field.name, span, slice(span))
    }
    if let actor = claim.actor {
      let name = actor.name.isEmpty ? "" : " = " + String(decoding: actor.name, as: UTF8.self)
      add("actor", actor.span, slice(actor.span) + name, isInferred: actor.isInferred)
    }
    if let place = claim.place {
      let name = [place.name, place.code].map { String(decoding: $0, as: UTF8.self) }.filter { !$0.isEmpty }
      add(
        "place", place.span, ([place.span.map(slice) ?? ""] + name).filter { !$0.isEmpty }.joined(separator: " "),
        isInferred: place.isInferred)
    }
    if let period = claim.period {
      let days = period.start == nil && period.end == nil ? "" : " \(period.start?.iso ?? "")..\(period.end?.iso ?? "")"
      add(
        "period", period.span, (period.span.map(slice) ?? "") + days + " \(period.kind)", isInferred: period.isInferred)
    }
    if let change = claim.change {
      add("change", change.basis, (change.isIncrease ? "increase " : "decrease ") + (change.basis.map(slice) ?? ""))
    }
    if let whole = claim.whole {
      let span = text.span(reader.claims[whole].quantity.start, reader.claims[whole].quantity.end, in: source)
      add("partOf", span, slice(span))
    }
    explained.fields.append(
      .init(
        name: "key",
        value: String(
          decoding: Array(reader.identities.bytes[claim.group]) + [0x20] + reader.identities.bytes[claim.key],
          as: UTF8.self),
        origin: "all of it"))
  }

  private func slice(_ span: SourceSpan) -> String { String(decoding: source[span.bytes], as: UTF8.self) }

  /// Where the words of an inherited field stand.
  private func origin(_ span: SourceSpan) -> String {
    let first = Int(text.points[0])
    return span.points.lowerBound >= first && span.points.lowerBound < first + text.count ? "paragraph" : "article"
  }
}
