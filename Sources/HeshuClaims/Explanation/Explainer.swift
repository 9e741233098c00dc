public import HeshuGrammar
internal import HeshuNumerals
internal import HeshuSegments
internal import HeshuText

/// Explains texts. Slow and thorough; the records are those of `Extractor`.
public final class Explainer {
  private let grammar: Grammar
  let reader: ClaimReader
  let text: ReadingText
  private let layers: [ClaimRules]
  private(set) var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var sentences: [[Token]] = []
  private var mentions: [[Token]] = []
  private let mentionLayers: [ClaimRules]

  public init(_ grammar: Grammar) {
    self.grammar = grammar
    reader = ClaimReader(grammar)
    text = ReadingText(grammar)
    layers = grammar.layers.map { ClaimRules($0) }
    mentionLayers = grammar.mentionLayers.map { ClaimRules($0) }
  }

  /// The names of all rules, in the order of the layers; for messages about one that does not exist.
  public static func ruleNames(_ grammar: Grammar) -> [String] {
    (grammar.layers + grammar.mentionLayers).flatMap { $0.rules.map(\.id) }
  }

  /// Explains a text, each line a paragraph of one article; `whyNot` names a rule to be tried at every quantity. `setting`
  /// says by name what is known of the document: `date`, `place`, `publication`.
  public func explain(_ text: String, setting: [String: String] = [:], whyNot: String? = nil) -> Explanation {
    var explanation = Explanation()
    var out = RecordWriter()
    var point = 0
    var byte = 0
    let bytes = Array(text.utf8)
    reader.begin(DecodedDocument(example: bytes, setting), Masthead())
    reader.begin(Article())
    bytes.withUnsafeBufferPointer { source in
      self.source = source
      for line in source.split(separator: 0x0A, omittingEmptySubsequences: false) {
        self.text.fill(UnsafeBufferPointer(rebasing: line), firstPoint: point, firstByte: byte)
        paragraph(whyNot, &explanation, &out)
        point += self.text.count + 1
        byte += line.count + 1
      }
    }
    explanation.records = out.bytes
    return explanation
  }

  private func paragraph(_ whyNot: String?, _ explanation: inout Explanation, _ out: inout RecordWriter) {
    sentences = []
    mentions = []
    reader.onSentence = { tokens, _ in self.sentences.append(tokens) }
    reader.onMentions = { self.mentions.append($0) }
    reader.read(text, in: source)
    let record = ClaimRecord(reader, text, source: source, document: "-", article: "-#1")
    for claim in reader.claims { record.write(claim, to: &out) }
    for tokens in sentences {
      let words = tokens.filter { $0.end > $0.start }.map(word)
      let readings = tokens.indices.filter { tokens[$0].quantity >= 0 }.map { reading(tokens, $0, whyNot) }
      explanation.sentences.append(.init(words: words, readings: readings))
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
    case .term(let row): grammar.termReads.indices.contains(row) ? "terms: " + grammar.termReads[row] : "terms"
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
    var reading = Explanation.Reading(text: slice(tokens[anchor...anchor]))
    for layer in layers { add(layer, tokens, anchor, whyNot, to: &reading) }
    let start = tokens[anchor].start
    for tokens in mentions {
      guard let anchor = tokens.firstIndex(where: { $0.quantity >= 0 && $0.start == start }) else { continue }
      for layer in mentionLayers { add(layer, tokens, anchor, whyNot, to: &reading) }
    }
    if let claim = self.reader.claims.first(where: { $0.quantity.start == Int(start) }) { add(claim, to: &reading) }
    return reading
  }

  /// The rules of one layer that match around the quantity.
  private func add(
    _ layer: ClaimRules, _ tokens: [Token], _ anchor: Int, _ whyNot: String?, to reading: inout Explanation.Reading
  ) {
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
