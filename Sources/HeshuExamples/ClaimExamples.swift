internal import HeshuClaims
internal import HeshuGrammar
internal import HeshuNumerals
internal import HeshuSegments
internal import HeshuText

/// Examples of claims: every claim of the text, and the rules that applied around each quantity.
final class ClaimExamples {
  private let grammar: Grammar
  private let reader: ClaimReader
  private let text: ReadingText
  private let layers: [RuleChoice]
  private let mentionLayers: [RuleChoice]

  init(_ grammar: Grammar) {
    self.grammar = grammar
    reader = ClaimReader(grammar)
    text = ReadingText(grammar.folding)
    layers = grammar.layers.map(RuleChoice.init)
    mentionLayers = grammar.mentionLayers.map(RuleChoice.init)
  }

  func run(_ result: inout ExampleResult) {
    var sentences: [[Token]] = []
    var mentions: [[Token]] = []
    reader.onSentence = { tokens, _ in sentences.append(tokens) }
    reader.onMentions = { mentions.append($0) }
    let source = Array(result.example.text.utf8)
    let document = DecodedDocument(example: source, result.example.setting)
    reader.begin(document, Masthead())
    reader.begin(Article())
    source.withUnsafeBufferPointer { source in
      text.fill(source)
      reader.read(text, in: source)
      let record = ClaimRecord(reader, text, source: source, document: "-", article: "-#1")
      var found: [RecordFields] = []
      for claim in reader.claims {
        var out = RecordWriter()
        record.write(claim, to: &out)
        var line = out.bytes
        while line.last == 0x0A { line.removeLast() }
        result.records.append(String(decoding: line, as: UTF8.self))
        guard let fields = RecordFields(line) else {
          result.fail("the record is not JSON: \(result.records.last!)")
          continue
        }
        result.check(fields, claim.quantity)
        result.fields.append(fields.values)
        found.append(fields)
      }
      result.compare(found)
    }
    for span in reader.quantities.spans {
      if case .reading(let rule) = span.sort {
        result.rules.insert(grammar.readings.rules[rule].id)
      }
    }
    for tokens in sentences {
      for layer in layers { layer.apply(to: tokens, &result) }
    }
    for tokens in mentions {
      for layer in mentionLayers { layer.apply(to: tokens, &result) }
    }
  }
}
