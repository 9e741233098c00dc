import HeshuGrammar
import HeshuNumerals
import HeshuText

/// What the quantity layer reads in a text: kind, value and the rest, with the text of each.
func quantities(in text: String) throws -> [(text: String, quantity: Quantity)] {
  let grammar = try Grammar.builtIn()
  let reader = QuantityReader(grammar)
  let reading = ReadingText(grammar.folding)
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBufferPointer { source in
    reading.fill(source)
    reader.read(reading.cells, count: reading.count)
    let record = QuantityRecord(grammar, reading, source: source)
    return reader.quantities.map { (String(decoding: record.slice($0.start, $0.end), as: UTF8.self), $0) }
  }
}
