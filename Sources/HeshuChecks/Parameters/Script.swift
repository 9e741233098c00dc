public import HeshuGrammar

/// Traditional characters as the Simplified ones that the tables are written in: `folding/han.tsv`.
public struct Script: Sendable {
  /// For each character of the first plane the one it is looked up as.
  private let simplified: [UInt16]

  init(_ files: GrammarFiles) {
    var simplified = (0...UInt16.max).map { $0 }
    let text = files.files.first { $0.path == "folding/han.tsv" }?.text ?? ""
    // A row is two characters with a tab between them; the header is longer, and so are comments.
    for line in text.utf8.split(separator: 0x0A) where line.first != 0x23 && line.count < 10 {
      let scalars = Array(Substring(line).unicodeScalars)
      if scalars.count == 3, scalars[1] == "\t", let from = UInt16(exactly: scalars[0].value), let to = UInt16(exactly: scalars[2].value) {
        simplified[Int(from)] = to
      }
    }
    self.simplified = simplified
  }

  func folded(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      view.append(scalar.value > 0xFFFF ? scalar : Unicode.Scalar(simplified[Int(scalar.value)]) ?? scalar)
    }
    return String(view)
  }
}

extension CheckContext {
  /// The words of a passage for looking at: without white space, in Simplified script. Never to be quoted.
  func words(_ range: Range<Int>) -> String { parameters.script.folded(text[range].unspaced) }
}
