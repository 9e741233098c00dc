extension GrammarCompiler {
  /// `folding/*.tsv` (萬 → 万) and the widths of signs and letters (３ → 3, `,` → `，`), which no grammar changes.
  mutating func compileFolding() {
    var pairs = Self.widths()
    for file in files.inFolder("folding", suffix: "tsv") {
      let table = Table(file, columns: ["traditional", "simplified"], into: &diagnostics)
      for row in table.rows {
        guard let from = Self.cell(row[0]), let to = Self.cell(row[1]) else {
          diagnostics.append(
            table.diagnostic(row, 0, "expected one character in either column", "bad-character"))
          continue
        }
        pairs.append((from, to))
      }
    }
    grammar.folding = Folding(pairs: pairs)
  }

  private static func cell(_ text: Substring) -> UInt16? {
    text.utf16.count == 1 ? text.utf16.first : nil
  }

  /// Full-width ASCII to half-width; then signs of either width to the Chinese form.
  private static func widths() -> [(UInt16, UInt16)] {
    var pairs = (UInt16(0xFF01)...0xFF5E).map { ($0, $0 - 0xFF01 + 0x21) }
    let signs = signs.map { ($0.0.utf16.first!, $0.1.utf16.first!) }
    let chinese = Dictionary(signs, uniquingKeysWith: { $1 })
    // `，` is full-width for `,`, which goes on to `，` itself.
    pairs = pairs.map { ($0.0, chinese[$0.1] ?? $0.1) }
    return pairs + signs
  }

  private static let signs = [
    (",", "，"), (";", "；"), (":", "："), ("?", "？"), ("!", "！"), ("(", "（"), (")", "）"),
    ("\u{3000}", " "), ("\u{00A0}", " "), ("\u{2009}", " "), ("\u{202F}", " "), ("\t", " "),
    ("「", "“"), ("」", "”"), ("『", "‘"), ("』", "’"), ("〈", "《"), ("〉", "》"),
    ("﹣", "-"), ("−", "-"), ("～", "~"), ("〜", "~"), ("﹪", "%"), ("．", "."), ("﹒", "."),
    ("﹐", "，"), ("﹑", "、"), ("﹙", "（"), ("﹚", "）"), ("➕", "+"),
    ("•", "·"), ("‧", "·"), ("・", "·"), ("○", "〇"), ("Ｏ", "O"),
  ]
}
