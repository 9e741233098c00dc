import HeshuClaims

/// An explanation as text for a terminal.
struct ExplanationText {
  private(set) var text = ""

  private let isColoured: Bool

  init(_ explanation: Explanation, withAttempts: Bool, isColoured: Bool = false) {
    self.isColoured = isColoured
    for sentence in explanation.sentences {
      add(words: sentence.words)
      for reading in sentence.readings { add(reading, withAttempts: withAttempts) }
    }
    if !explanation.others.isEmpty {
      line("numerals that state no quantity")
      for word in explanation.others {
        line("  \(DisplayWidth.fitted(word.text, 16))\(word.source ?? "quantity")")
      }
      line("")
    }
    if explanation.sentences.isEmpty, explanation.others.isEmpty { line("no numeral in the text") }
    if !explanation.records.isEmpty, !withAttempts {
      line("records")
      explanation.records.eachLine { line("  " + String(decoding: $0, as: UTF8.self)) }
    }
  }

  private mutating func line(_ line: String) { text += line + "\n" }

  private mutating func add(words: [Explanation.Word]) {
    line("words")
    for word in words {
      line(
        "  \(DisplayWidth.fitted(word.text, 20))\(word.classes)\(word.source.map { "  ← \($0)" } ?? "")"
      )
    }
    line("")
  }

  private mutating func add(_ reading: Explanation.Reading, withAttempts: Bool) {
    line(reading.text)
    if isColoured, !reading.quote.isEmpty { line("  " + Self.coloured(reading)) }
    if withAttempts {
      for attempt in reading.attempts { add(attempt) }
    } else {
      if reading.matches.isEmpty { line("  no rule matches") }
      for match in reading.matches where match.isApplied { line("  " + Self.text(match)) }
      for match in reading.matches where !match.isApplied { line("  also \(Self.text(match))") }
      for field in reading.fields {
        line("  \(DisplayWidth.fitted(field.name, 12))\(DisplayWidth.fitted(field.value, 40))  \(field.origin)")
      }
    }
    line("")
  }

  /// The sentence with every part in a colour of its own (ECMA-48 SGR).
  private static func coloured(_ reading: Explanation.Reading) -> String {
    let colours = [
      "quantity": 1, "measure": 32, "qualifier": 92, "predicate": 33, "actor": 35, "place": 36, "period": 34, "per": 31,
      "change": 31,
    ]
    let scalars = Array(reading.quote.unicodeScalars)
    var codes = [Int](repeating: 0, count: scalars.count)
    for field in reading.fields.reversed() {
      guard let colour = colours[field.name], let range = field.range else { continue }
      for point in range where codes.indices.contains(point - reading.quoteStart) {
        codes[point - reading.quoteStart] = colour
      }
    }
    var text = String.UnicodeScalarView()
    var last = 0
    for (scalar, code) in zip(scalars, codes) {
      if code != last { text.append(contentsOf: (code == 0 ? "\u{1B}[0m" : "\u{1B}[0;\(code)m").unicodeScalars) }
      text.append(scalar)
      last = code
    }
    return String(text) + (last == 0 ? "" : "\u{1B}[0m")
  }

  private static func text(_ match: Explanation.Match) -> String {
    let priority = match.priority == 0 ? "" : " (priority \(match.priority))"
    return ([DisplayWidth.fitted(match.rule + priority, 44)] + match.sets).joined(separator: "  ")
  }

  private mutating func add(_ attempt: Explanation.Attempt) {
    if !attempt.note.isEmpty { return line("  \(attempt.note)") }
    if attempt.place == "quantity" {
      return line("  the quantity is none of: \(attempt.expected.joined(separator: ", "))")
    }
    let side = attempt.place == "left" ? "before" : "after"
    line("  fits: \(attempt.fitted)")
    line("  \(side) it: found \(attempt.found ?? "the edge of the text")")
    line("  expected: \(attempt.expected.joined(separator: ", "))")
  }
}
