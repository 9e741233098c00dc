internal import CICU

/// One character for all spellings of it: Traditional to Simplified (ICU's Traditional-Simplified, character by
/// character), full-width letters and digits to half-width, half-width punctuation and corner brackets to the Chinese form.
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

  /// The pairs that differ, from ICU and the fixed list below; done when a grammar is compiled.
  static func pairs() -> [(UInt16, UInt16)] {
    var table = [UInt16](repeating: 0, count: 65536)
    var error: cicu_err = 0
    cicu_simplify_table(&table, &error)
    precondition(error <= 0, "ICU has no Traditional-Simplified transliterator (error \(error))")
    // ICU leaves these to words; alone, in news of numbers, they are meant so.
    for (from, to) in [("個", "个"), ("箇", "个"), ("幾", "几"), ("餘", "余"), ("兩", "两"), ("佔", "占"), ("僅", "仅"),
      ("乾", "干"), ("著", "着"), ("裏", "里"), ("裡", "里"), ("週", "周"), ("員", "员"), ("單", "单"), ("曆", "历"),
      ("銭", "钱"), ("啓", "启"), ("啟", "启"), ("牠", "它"), ("妳", "你"), ("嘅", "的"), ("係", "系")]
    {
      table[Int(from.utf16.first!)] = to.utf16.first!
    }
    for c in 0xFF01...0xFF5E { table[c] = UInt16(c - 0xFF01 + 0x21) }
    let punctuation = [
      (",", "，"), (";", "；"), (":", "："), ("?", "？"), ("!", "！"), ("(", "（"), (")", "）"), ("\u{3000}", " "),
      ("\u{00A0}", " "), ("\t", " "), ("「", "“"), ("」", "”"), ("『", "‘"), ("』", "’"), ("﹣", "-"), ("−", "-"),
      ("～", "~"), ("〜", "~"), ("﹪", "%"), ("．", "."), ("﹒", "."), ("﹐", "，"), ("﹑", "、"), ("〈", "《"), ("〉", "》"),
      ("　", " "), ("•", "·"), ("‧", "·"), ("・", "·"), ("○", "〇"), ("Ｏ", "O"), ("\u{2009}", " "), ("\u{202F}", " "),
      ("﹙", "（"), ("﹚", "）"), ("➕", "+"),
    ]
    for (from, to) in punctuation { table[Int(from.utf16.first!)] = to.utf16.first! }
    // Punctuation in its full-width form folded to ASCII by the range above goes on to the Chinese form.
    for (c, to) in table.enumerated() where (0xFF01...0xFF5E).contains(c) && to < 0x80 { table[c] = table[Int(to)] }
    return table.enumerated().compactMap { $0.offset == Int($0.element) ? nil : (UInt16($0.offset), $0.element) }
  }

  /// The folded characters of a word; one cell a code point.
  public func fold(_ text: some StringProtocol) -> [UInt16] {
    text.unicodeScalars.map { $0.value > 0xFFFF ? Folding.astral : table[Int($0.value)] }
  }
}
