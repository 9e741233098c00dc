internal import HeshuGrammar
internal import HeshuNumerals

extension ExampleResult {
  /// What every record must keep, whatever the example asserts: quotations are slices of the text,
  /// bounds hold the value.
  mutating func check(_ fields: RecordFields, _ quantity: Quantity) {
    let scalars = Array(example.text.unicodeScalars)
    for (path, text) in fields.values.sorted(by: { $0.key < $1.key }) {
      guard path == "text" || path.hasSuffix(".text") else { continue }
      let prefix = path.dropLast(4)
      guard let start = fields.values[prefix + "start"].flatMap({ Int($0) }),
        let end = fields.values[prefix + "end"].flatMap({ Int($0) })
      else { continue }
      guard start >= 0, start < end, end <= scalars.count,
        text.unicodeScalars.elementsEqual(scalars[start..<end])
      else {
        fail("'\(path)' is '\(text)', which is not what stands at \(start)..<\(end)")
        continue
      }
    }
    if let lower = quantity.lower, let upper = quantity.upper, upper < lower {
      fail("lower \(lower) is above upper \(upper)")
    }
    if let value = quantity.value {
      // 十几 has the value 10 and begins at 11.
      if let lower = quantity.lower, value < lower, quantity.modifier != .over {
        fail("value \(value) is below lower \(lower)")
      }
      if let upper = quantity.upper, upper < value {
        fail("value \(value) is above upper \(upper)")
      }
    }
    for (name, number) in [
      ("value", quantity.value), ("lower", quantity.lower), ("upper", quantity.upper),
    ] {
      let written = fields.value(of: name) ?? "-"
      let exact = number?.description ?? "-"
      if written != exact {
        fail("the record writes \(name) as \(written), the quantity has \(exact)")
      }
    }
  }
}
