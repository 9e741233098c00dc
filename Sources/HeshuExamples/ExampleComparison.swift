extension ExampleResult {
  /// Holds the records against what is expected: how many, their fields, their spans.
  mutating func compare(_ found: [RecordFields]) {
    let wanted = example.expectations
    actual = found.enumerated().map { index, fields in
      Self.line(fields, like: index < wanted.count ? wanted[index] : nil)
    }
    if actual.isEmpty { actual = ["none"] }
    for (fields, expectation) in zip(found, wanted) { compare(fields, expectation) }
    if found.count != wanted.count {
      let more = found.count > wanted.count ? actual[wanted.count] : wanted[found.count].text
      fail(
        "found \(found.count), expected \(wanted.count); "
          + "\(found.count > wanted.count ? "too many" : "missing"): \(more)",
        line: found.count < wanted.count ? wanted[found.count].line : nil)
    }
    if let marks = example.marks { compare(marks, found) }
  }

  private mutating func compare(_ fields: RecordFields, _ expectation: Expectation) {
    let basic = [
      ("kind", expectation.kind), ("value", expectation.value), ("unit", expectation.unit),
    ]
    for (name, value) in basic + expectation.fields.map({ ($0.name, $0.value) }) {
      let written = fields.value(of: name) ?? "-"
      if !Self.areEqual(written, value) {
        fail("found '\(name)=\(written)'; expected '\(value)'", line: expectation.line)
      }
    }
  }

  private mutating func compare(_ marks: [Range<Int>], _ found: [RecordFields]) {
    let scalars = Array(example.text.unicodeScalars)
    func slice(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
      return String(view)
    }
    let spans = found.compactMap { fields -> Range<Int>? in
      guard let start = fields.value(of: "start").flatMap({ Int($0) }),
        let end = fields.value(of: "end").flatMap({ Int($0) }), start <= end
      else { return nil }
      return start..<end
    }
    if spans != marks {
      fail(
        "found the spans \(spans.map(slice)) at \(spans); "
          + "marked are \(marks.map(slice)) at \(marks)", line: example.line + 1)
    }
  }

  /// `1.50` is `1.5`; other texts must be the same.
  private static func areEqual(_ a: String, _ b: String) -> Bool {
    func plain(_ text: String) -> Substring {
      guard text.contains("."), Double(text) != nil else { return text[...] }
      var rest = text[...]
      while rest.last == "0" { rest.removeLast() }
      if rest.last == "." { rest.removeLast() }
      return rest
    }
    return a == b || plain(a) == plain(b)
  }

  /// The record written as an expectation, with the fields that the expectation names.
  private static func line(_ fields: RecordFields, like expectation: Expectation?) -> String {
    var words = ["kind", "value", "unit"].map { fields.value(of: $0) ?? "-" }
    for name in expectation?.fields.map(\.name) ?? ["text", "modifier", "measure", "rule"] {
      if let value = fields.value(of: name) { words.append("\(name)=\(value)") }
    }
    return words.joined(separator: " ")
  }
}
