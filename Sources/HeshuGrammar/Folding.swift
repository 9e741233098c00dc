/// One character for all spellings of it: Traditional to Simplified (rows of `folding/`, character by character),
/// full-width letters and digits to half-width, half-width punctuation and corner brackets to the Chinese form.
///
/// `萬` → `万`, `３` → `3`, `,` → `，`, `「` → `“`. Folded text is only looked at, never quoted: every offset and every
/// quotation is of the source.
public struct Folding: Sendable {
  /// For each UTF-16 unit its folded form.
  public let table: [UInt16]

  /// A character outside the BMP is one cell of this value.
  public static let astral: UInt16 = 0xFFFF

  init(pairs: [(UInt16, UInt16)]) {
    var table = (0..<65536).map { UInt16($0) }
    for (from, to) in pairs { table[Int(from)] = to }
    self.table = table
  }

  init(table: [UInt16]) { self.table = table }

  /// The cells that change, in order.
  var pairs: [(UInt16, UInt16)] {
    table.enumerated().compactMap {
      $0.offset == Int($0.element) ? nil : (UInt16($0.offset), $0.element)
    }
  }

  /// The folded characters of a word; one cell a code point.
  public func fold(_ text: some StringProtocol) -> [UInt16] {
    text.unicodeScalars.map { $0.value > 0xFFFF ? Folding.astral : table[Int($0.value)] }
  }

  /// The folded form of one character: 個 is 个.
  public func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value > 0xFFFF ? scalar : Unicode.Scalar(table[Int(scalar.value)]) ?? scalar
  }

  /// The folded word as text: `個，` for `个，`. Characters outside the BMP stay.
  public func folded(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let cell = scalar.value > 0xFFFF ? nil : Unicode.Scalar(table[Int(scalar.value)])
      result.append(cell ?? scalar)
    }
    return String(result)
  }
}
