internal import HeshuNumerals

extension Fact {
  var findingSpan: Finding.Span { Finding.Span(document: document, range: span, text: figure.text) }

  /// The figure with the words it counts, on one line: `会员28.46万人`.
  var phrase: String {
    guard let measure else { return figure.text }
    let words = measure.text.unspaced
    return words.isEmpty || figure.text.contains(words) ? figure.text : words + figure.text
  }

  /// `28.46万人[284550, 284650]`: what was written and the numbers it stands for; a plain number stands for itself.
  var withInterval: String {
    let interval = figure.rounded(isCount: isCount)
    if let point = interval.point, figure.text.hasPrefix(point.description) { return figure.text }
    return "\(figure.text)（\(interval)）"
  }

  /// Which of its fields come from outside its sentence.
  var inferredFields: [String] {
    var fields: [String] = []
    if place?.isInferred == true { fields.append("place") }
    if period?.isInferred == true { fields.append("period") }
    if actor?.isInferred == true { fields.append("actor") }
    return fields
  }
}

extension Finding {
  /// A finding over whole facts, in the order of the text.
  init(
    _ check: CheckID, _ verdict: Verdict, _ facts: [Fact], expected: String? = nil, actual: String? = nil,
    severity: Severity? = nil, weight: Weight? = nil, message: Message
  ) {
    self.init(
      check, verdict, spans: facts.map(\.findingSpan), claims: facts.map(\.id), key: facts.first?.keyText,
      expected: expected, actual: actual, severity: severity, weight: weight, message: message)
    inferred = Set(facts.flatMap(\.inferredFields)).sorted()
  }
}
