/// How many cells of a terminal text takes: a Chinese character two, a combining mark none.
enum DisplayWidth {
  static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: return 0
    case 0x20..<0x300: return 1
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

  /// The text in at most `cells` cells, with … where it was cut, and spaces behind it up to `cells`.
  static func fitted(_ text: String, _ cells: Int, isRight: Bool = false, isPadded: Bool = true)
    -> String
  {
    var width = of(text)
    var text = text
    if width > cells {
      text = prefix(text, cells - 1) + "…"
      width = of(text)
    }
    guard isPadded, width < cells else { return text }
    let spaces = String(repeating: " ", count: cells - width)
    return isRight ? spaces + text : text + spaces
  }

  static func prefix(_ text: String, _ cells: Int) -> String {
    var left = cells
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      left -= of(scalar)
      if left < 0 { break }
      out.append(scalar)
    }
    return String(out)
  }

  static func suffix(_ text: String, _ cells: Int) -> String {
    String(
      String.UnicodeScalarView(
        prefix(String(String.UnicodeScalarView(text.unicodeScalars.reversed())), cells)
          .unicodeScalars.reversed()))
  }
}
