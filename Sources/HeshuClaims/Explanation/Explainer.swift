public import HeshuGrammar
internal import HeshuNumerals
internal import HeshuSegments
internal import HeshuText

/// Explains texts. Slow and thorough; the records are those of `Extractor`.
public final class Explainer {
  private let grammar: Grammar
  private let reader: ClaimReader
  private let text: ReadingText
  private let layers: [ClaimRules]
  private var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var sentences: [[Token]] = []

  public init(_ grammar: Grammar) {
    self.grammar = grammar
    reader = ClaimReader(grammar)
    text = ReadingText(grammar)
    layers = grammar.layers.map(ClaimRules.init)
  }

  /// The names of all rules, in the order of the layers; for messages about one that does not exist.
  public static func ruleNames(_ grammar: Grammar) -> [String] {
    grammar.layers.flatMap { $0.rules.map(\.id) }
  }

  /// Explains a text, line by line; `whyNot` names a rule to be tried at every quantity.
  public func explain(_ paragraph: String, whyNot: String? = nil) -> Explanation {
    var explanation = Explanation()
    var out = RecordWriter()
    var point = 0
    for line in paragraph.split(separator: "\n", omittingEmptySubsequences: false) {
      Array(line.utf8).withUnsafeBufferPointer { source in
        self.source = source
        explain(point, whyNot, &explanation, &out)
      }
      point += line.unicodeScalars.count + 1
    }
    explanation.records = out.bytes
    return explanation
  }

  private func explain(
    _ point: Int, _ whyNot: String?, _ explanation: inout Explanation, _ out: inout RecordWriter
  ) {
    // Bytes count from the line, points from the text.
    text.fill(source, firstPoint: point)
    sentences = []
    reader.onSentence = { tokens, _ in self.sentences.append(tokens) }
    reader.read(text, in: source)
    let record = ClaimRecord(grammar, text, source: source, document: "-", article: "-#1")
    for claim in reader.claims { record.write(claim, in: reader.claims, to: &out) }
    var told = 0
    for tokens in sentences {
      let words = tokens.filter { $0.end > $0.start }.map(word)
      let readings = tokens.indices.filter { tokens[$0].quantity >= 0 }.map {
        reading(tokens, $0, whyNot)
      }
      explanation.sentences.append(.init(words: words, readings: readings))
      told = max(told, Int(tokens.last?.end ?? 0))
    }
    let spans = reader.quantities.spans
    explanation.others += spans.filter { span in !sentences.contains { covers($0, span) } }.map {
      span in
      Explanation.Word(text: slice(span.start, span.end), classes: "", source: source(of: span))
    }
  }

  private func covers(_ tokens: [Token], _ span: NumeralSpan) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return false }
    return Int(first.start) <= span.start && span.end <= Int(last.end)
  }

  func word(_ token: Token) -> Explanation.Word {
    let span = reader.quantities.spans.last {
      $0.start < Int(token.end) && Int(token.start) < $0.end
    }
    return Explanation.Word(
      text: slice(Int(token.start), Int(token.end)),
      classes: grammar.classNames(of: token.symbol).joined(separator: " "),
      source: span.flatMap(source))
  }

  /// `readings/date-year`, `terms: idiom`.
  private func source(of span: NumeralSpan) -> String? {
    switch span.sort {
    case .reading(let rule): grammar.readings.rules[rule].id
    case .term(let row): "terms: " + grammar.termReads[row]
    case .quantity: nil
    case .unread: "unread"
    }
  }

  private func slice(_ start: Int, _ end: Int) -> String {
    guard end > start else { return "" }
    return String(
      decoding: QuantityRecord(grammar, text, source: source).slice(start, end), as: UTF8.self)
  }

  func slice(_ tokens: ArraySlice<Token>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return slice(Int(first.start), Int(last.end))
  }

  // MARK: rules

  private func reading(_ tokens: [Token], _ anchor: Int, _ whyNot: String?) -> Explanation.Reading {
    var reading = Explanation.Reading(
      text: slice(tokens[anchor...anchor]), matches: [], attempts: [])
    for layer in layers {
      let columns = tokens.map { layer.scan.layer.column($0.symbol) }
      var isFirst = true
      columns.withUnsafeBufferPointer { row in
        layer.scan.each(row, anchor: anchor) { rule, _, _ in
          let matched = layer.scan.layer.rules[rule]
          reading.matches.append(
            .init(
              rule: matched.id, priority: matched.priority, sets: sets(layer, rule, tokens, anchor),
              isApplied: isFirst))
          isFirst = false
          return true
        }
      }
      if let rule = layer.scan.layer.rules.firstIndex(where: { $0.id == whyNot }) {
        let before = reading.matches.first {
          $0.rule.hasPrefix(layer.scan.layer.folder + "/") && $0.isApplied
        }
        reading.attempts += attempts(layer.scan.layer, rule, columns, tokens, anchor, before?.rule)
      }
    }
    return reading
  }

  /// What a rule sets, with the words its captures hold.
  private func sets(_ layer: ClaimRules, _ rule: Int, _ tokens: [Token], _ anchor: Int) -> [String] {
    var captured: [String: String] = [:]
    for (slot, name) in layer.scan.layer.captureNames.enumerated() {
      guard let found = layer.scan.capture(slot), found.to > found.from else { continue }
      let range =
        found.isLeft
        ? (anchor - found.to)..<(anchor - found.from)
        : (anchor + 1 + found.from)..<(anchor + 1 + found.to)
      captured[name] = slice(tokens[range])
    }
    var values = captured
    for (name, value) in layer.scan.layer.rules[rule].sets {
      values[name] = value.hasPrefix("$") ? captured[String(value.dropFirst())] : value
    }
    return values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }
}
