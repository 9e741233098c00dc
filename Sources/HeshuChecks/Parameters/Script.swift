public import HeshuGrammar

/// Traditional characters as the Simplified ones that the tables are written in: `folding/han.tsv`.
public struct Script: Sendable {
  private let simplified: [Unicode.Scalar: Unicode.Scalar]

  init(_ files: GrammarFiles) {
    var simplified: [Unicode.Scalar: Unicode.Scalar] = [:]
    let text = files.files.first { $0.path == "folding/han.tsv" }?.text ?? ""
    // A row is two characters with a tab between them; the header is longer, and so are comments.
    for line in text.utf8.split(separator: 0x0A) where line.first != 0x23 && line.count < 10 {
      let scalars = Array(Substring(line).unicodeScalars)
      if scalars.count == 3, scalars[1] == "\t" { simplified[scalars[0]] = scalars[2] }
    }
    self.simplified = simplified
  }

  func folded(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(simplified[scalar] ?? scalar) }
    return String(view)
  }
}

extension CheckContext {
  /// The words of a passage for looking at: without white space, in Simplified script. Never to be quoted.
  func words(_ range: Range<Int>) -> String { parameters.script.folded(text[range].unspaced) }
}
