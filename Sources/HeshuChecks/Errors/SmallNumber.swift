/// A whole number from 2 to 20 as it stands before what it counts: 五, 十二, 7, 两, 双.
struct SmallNumber {
  let value: Int
  let range: Range<Int>

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    HanDigits.value(scalar) != nil || ("0"..."9").contains(scalar) || "两十百千万亿第几数余多.".unicodeScalars.contains(scalar)
  }

  /// 1 to 10 of one character.
  private static func value(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "两": 2
    case "十": 10
    default: HanDigits.value(scalar).flatMap { $0 > 0 ? $0 : nil }
    }
  }

  /// The number that begins at `start`, whole: not the 五 of 十五, 第五 or 五百.
  init?(_ text: [Unicode.Scalar], at start: Int) {
    if start > 0, Self.isNumeral(text[start - 1]) { return nil }
    var end = start
    while end < text.count, Self.isNumeral(text[end]) { end += 1 }
    let word = text[start..<end]
    if word.isEmpty {
      guard start < text.count, text[start] == "双" else { return nil }
      value = 2
      range = start..<(start + 1)
      return
    }
    guard let value = Self.value(word), 2...20 ~= value else { return nil }
    self.value = value
    range = start..<end
  }

  private static func value(_ word: ArraySlice<Unicode.Scalar>) -> Int? {
    if word.allSatisfy({ ("0"..."9").contains($0) }) {
      return word.count <= 2 ? Int(String(String.UnicodeScalarView(word))) : nil
    }
    let values = word.compactMap(Self.value)
    guard values.count == word.count else { return nil }
    switch values.count {
    case 1: return values[0]
    case 2 where values[0] == 10 && values[1] < 10: return 10 + values[1]
    case 2 where values[1] == 10 && values[0] < 10: return 10 * values[0]
    default: return nil
    }
  }
}
