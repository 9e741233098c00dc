public import HeshuGrammar
public import HeshuNumerals
public import HeshuText

/// Reads the quantities of lines: one JSON object for each line. One a thread.
///
/// `覆盖职工27万余人次。` → `{"id":"1","quantities":[{"text":"27万余人次","start":4,…}]}`.
public final class QuantityLines {
  private let grammar: Grammar
  private let reader: QuantityReader
  private let text: ReadingText
  /// Whether dates, ordinals and codes give their numerals too.
  private let withAll: Bool
  /// Called within a line when much was written, to take it away.
  public var spill: ((inout RecordWriter) -> Void)?

  public init(_ grammar: Grammar, all: Bool) {
    self.grammar = grammar
    withAll = all
    reader = QuantityReader(grammar)
    text = ReadingText(grammar.folding)
  }

  /// Writes the objects of all lines of a block and returns what was wrong with them. `prefix` goes before line numbers.
  public func records(of block: LineBlock, prefix: String = "", into out: inout RecordWriter)
    -> [InputError]
  {
    var errors: [InputError] = []
    block.each { line in
      out.beginObject()
      if let id = line.id {
        out.field("id", slice: id)
      } else {
        out.field("id", "\(prefix)\(line.number)")
      }
      out.beginArray("quantities")
      if line.text.count > 0 { quantities(line.text, into: &out) }
      out.endArray()
      if let error = line.error {
        errors.append(error)
        out.beginObject("error")
        error.writeFields(to: &out)
        out.endObject()
      }
      out.endObject()
      out.endLine()
    }
    return errors
  }

  /// Reads the text in stretches that stay near the processor, cut where no quantity goes on.
  private func quantities(_ source: UnsafeBufferPointer<UInt8>, into out: inout RecordWriter) {
    var stretches = Stretches(source)
    while let stretch = stretches.next() {
      text.fill(
        UnsafeBufferPointer(rebasing: source[stretch.bytes]), firstPoint: stretch.firstPoint,
        firstByte: stretch.bytes.lowerBound)
      reader.read(text.cells, count: text.count)
      stretches.points(text.count)
      let record = QuantityRecord(grammar, text, source: source)
      for span in reader.spans {
        switch span.sort {
        case .quantity(let index):
          let quantity = reader.quantities[index]
          out.beginObject()
          record.write(quantity, kind: quantity.kind, to: &out)
          out.endObject()
        case .reading(let rule) where withAll: numerals(span, rule, record, into: &out)
        default: break
        }
      }
      if out.count >= Extraction.Part.size { spill?(&out) }
    }
  }

  private func numerals(
    _ span: NumeralSpan, _ rule: Int, _ record: QuantityRecord, into out: inout RecordWriter
  ) {
    let isOrdinal = grammar.readings.rules[rule].sets["reads"] == "ordinal"
    for numeral in reader.numerals(in: span) {
      out.beginObject()
      record.span(numeral.start, numeral.end, to: &out)
      out.field("kind", isOrdinal ? "ordinal" as StaticString : "number")
      out.field("value", numeral.value)
      out.endObject()
    }
  }
}
