extension NumeralTables {
  /// Fills the tables by cell from the rows of `numerals/characters.tsv`.
  mutating func spread() {
    forms = Array(repeating: 0, count: 65536)
    values = Array(repeating: 0, count: 65536)
    starts = Array(repeating: 0, count: 65536)
    for (cell, form, value) in characters {
      forms[Int(cell)] = form
      values[Int(cell)] = value
      switch Form(rawValue: form)! {
      case .arabic, .han, .formal, .tens, .zero, .scale, .big, .vague, .several, .half, .opening:
        starts[Int(cell)] = 1
      case .sign, .point, .bare: starts[Int(cell)] = 2
      default: break
      }
    }
  }
}

extension GrammarFiles {
  /// A digest of paths and texts, 128 bits as hex, the same on every machine (FNV-1a in two lanes).
  static func hash(_ files: GrammarFiles) -> String {
    var a: UInt64 = 0xcbf2_9ce4_8422_2325
    var b: UInt64 = 0x8422_2325_cbf2_9ce4
    for file in files.files where file.suffix != "examples" {
      for byte in file.path.utf8 + [0] + file.text.utf8 + [0] {
        a = (a ^ UInt64(byte)) &* 0x100_0000_01b3
        b = (b ^ UInt64(byte) ^ (a >> 32)) &* 0x100_0000_01b3
      }
    }
    return [a, b].map { String(String($0, radix: 16).reversed()).padding16 }.joined()
  }
}

extension String {
  fileprivate var padding16: String {
    String((self + String(repeating: "0", count: 16)).prefix(16).reversed())
  }
}
