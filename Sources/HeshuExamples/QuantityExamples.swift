internal import HeshuGrammar
internal import HeshuNumerals
internal import HeshuText

/// Examples of the layer below claims: every quantity of the text, without those whose 一 only means
/// "a".
final class QuantityExamples {
  private let grammar: Grammar
  private let reader: QuantityReader
  private let text: ReadingText

  init(_ grammar: Grammar) {
    self.grammar = grammar
    reader = QuantityReader(grammar)
    text = ReadingText(grammar.folding)
  }

  func run(_ result: inout ExampleResult) {
    let source = Array(result.example.text.utf8)
    source.withUnsafeBufferPointer { source in
      text.fill(source)
      reader.read(text.cells, count: text.count)
      let record = QuantityRecord(grammar, text, source: source)
      var found: [RecordFields] = []
      for span in reader.spans {
        if case .reading(let rule) = span.sort {
          result.rules.insert(grammar.readings.rules[rule].id)
        }
        guard case .quantity(let index) = span.sort, !isArticle(reader.quantities[index]) else {
          continue
        }
        let quantity = reader.quantities[index]
        var out = RecordWriter()
        out.beginObject()
        record.write(quantity, kind: quantity.kind, to: &out)
        out.endObject()
        result.records.append(String(decoding: out.bytes, as: UTF8.self))
        guard let fields = RecordFields(out.bytes) else {
          result.fail("the record is not JSON: \(result.records.last!)")
          continue
        }
        result.check(fields, quantity)
        result.fields.append(fields.values)
        found.append(fields)
      }
      result.compare(found)
    }
  }

  /// 一 before a classifier: 一个 of 一个书屋.
  private func isArticle(_ quantity: Quantity) -> Bool {
    quantity.kind == .count && quantity.unit >= 0
      && quantity.numeralEnd - quantity.numeralStart == 1
      && text.cells[quantity.numeralStart] == 0x4E00
  }
}
