public import HeshuGrammar
public import HeshuText

/// The fields of a quantity as the record contract names them. One for each filling of the reading text.
public struct QuantityRecord {
  private let units: [Unit]
  let source: UnsafeBufferPointer<UInt8>
  private let points: UnsafePointer<UInt32>
  private let bytes: UnsafePointer<UInt32>
  // Kept so that the two above stay valid.
  private let text: ReadingText

  public init(_ grammar: Grammar, _ text: ReadingText, source: UnsafeBufferPointer<UInt8>) {
    units = grammar.units
    self.text = text
    points = UnsafePointer(text.points)
    bytes = UnsafePointer(text.bytes)
    self.source = source
  }

  /// The source bytes of cells `start..<end`.
  public func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: source[Int(bytes[start])..<byteEnd(end)])
  }

  /// The source bytes of a span.
  public func slice(_ span: SourceSpan) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: source[span.bytes])
  }

  /// Where the character of cell `end - 1` ends, in bytes: what a repair left out after it does not belong to it.
  func byteEnd(_ end: Int) -> Int {
    let last = Int(bytes[end - 1])
    let first = source[last]
    return last + (first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
  }

  /// Writes `text`, `start`, `end` of a stretch of cells.
  public func span(_ start: Int, _ end: Int, to out: inout RecordWriter) {
    out.field("text", slice: slice(start, end))
    out.field("start", Int(points[start]))
    out.field("end", Int(points[end - 1]) + 1)
  }

  /// Writes all fields of the quantity; `kind` only where asked, since a claim states its own.
  public func write(_ q: Quantity, kind: Kind?, to out: inout RecordWriter) {
    span(q.start, q.end, to: &out)
    if let kind { out.field("kind", kind.name) }
    if let value = q.value { out.field("value", value) }
    if let lower = q.lower { out.field("lower", lower) }
    if let upper = q.upper { out.field("upper", upper) }
    switch (q.isLowerClosed, q.isUpperClosed) {
    case (true, true): out.field("bounds", "[]")
    case (true, false): out.field("bounds", "[)")
    case (false, true): out.field("bounds", "(]")
    case (false, false): out.field("bounds", "()")
    }
    out.field("precision", q.precision)
    out.field("modifier", q.modifier.name)
    if let ratio = q.ratio {
      out.beginArray("ratio")
      out.element(ratio.numerator)
      out.element(ratio.denominator)
      out.endArray()
    }
    writeUnit(q, to: &out)
    out.beginObject("numeral")
    span(q.numeralStart, q.numeralEnd, to: &out)
    out.endObject()
  }

  private func writeUnit(_ q: Quantity, to out: inout RecordWriter) {
    let hasUnit = q.unit >= 0
    if hasUnit, units[q.unit].kind == .percentage, units[q.unit].base == "%" || units[q.unit].code == "%" {
      out.field("unit", "%")
    } else if q.unitEnd > q.unitStart {
      out.field("unit", slice: slice(q.unitStart, q.unitEnd))
    } else if q.kind == .percentage {
      out.field("unit", "%")
    }
    if !q.code.isEmpty { out.field("code", q.code) }
    guard hasUnit, units[q.unit].numerator > 0 else { return }
    switch units[q.unit].kind {
    case .amount, .measurement, .duration: writeBase(q, units[q.unit], to: &out)
    default: break
    }
  }

  private func writeBase(_ q: Quantity, _ unit: Unit, to out: inout RecordWriter) {
    out.beginObject("base")
    func scaled(_ name: StaticString, _ value: Exact?) {
      guard let value, let top = value.multiplied(by: Exact(Int128(unit.numerator))),
        let result = top.divided(by: Exact(Int128(unit.denominator)))
      else { return }
      out.field(name, result.value)
    }
    if q.value != nil {
      scaled("value", q.value)
    } else {
      scaled("lower", q.lower)
      scaled("upper", q.upper)
    }
    out.field("code", q.code.isEmpty || unit.kind != .amount ? unit.base : (unit.base == "CNY" ? q.code : unit.base))
    out.endObject()
  }
}
