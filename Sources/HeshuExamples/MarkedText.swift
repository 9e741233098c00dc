/// A text with marks and where they stood: `共⟦12人⟧。` is `共12人。` with 1..<4.
struct MarkedText {
  private(set) var text = ""
  /// In code points.
  private(set) var marks: [Range<Int>] = []

  /// Nil when the marks do not pair.
  init?(_ marked: String) {
    var scalars = String.UnicodeScalarView()
    var open: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        if open != nil { return nil }
        open = scalars.count
      case "⟧":
        guard let start = open else { return nil }
        marks.append(start..<scalars.count)
        open = nil
      default: scalars.append(scalar)
      }
    }
    if open != nil { return nil }
    text = String(scalars)
  }
}
