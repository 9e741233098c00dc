import Foundation

/// A claim's quantity with exact numbers.
struct PrintedClaim: Decodable {
  struct Quantity: Decodable {
    var text: String
    var value: Decimal?
    var modifier: String
    var unit: String?
    var numeral: Numeral?
  }

  struct Numeral: Decodable { var text: String }

  var quantity: Quantity
}

/// The slow, obvious reader of plain Arabic numerals: `1,086．5 万余` → 10865000. It shares nothing with HeshuNumerals.
enum SlowNumeral {
  /// The value of a quantity that is one plain Arabic numeral with its unit; nil for all others.
  static func value(of quantity: PrintedClaim.Quantity) -> Decimal? {
    guard let numeral = quantity.numeral, quantity.modifier != "range", quantity.modifier != "vague"
    else { return nil }
    // 三成 and 5‰ are written in percent; compound units add up; 半 adds a half.
    let rest = quantity.text.replacingOccurrences(of: numeral.text, with: "")
    let isShare = quantity.unit == "%"
    if isShare && !quantity.text.contains(where: { "%％".contains($0) }) { return nil }
    if rest.contains(where: { "半成折‰0123456789０１２３４５６７８９一二三四五六七八九".contains($0) }) { return nil }
    return plain(numeral.text)
  }

  /// Digits, one point, commas for thousands, then 十 百 千 万 亿, and 余 多 来 anywhere behind the digits.
  static func plain(_ text: String) -> Decimal? {
    var digits = ""
    var power = 0
    var hasScale = false
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      let half = 0xFF01...0xFF5E ~= scalar.value ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar
      switch half {
      case "0"..."9", ".":
        if hasScale { return nil }
        digits.unicodeScalars.append(half)
      case ",": if hasScale { return nil }
      case "余", "餘", "多", "来", "來": hasScale = true
      case "十", "百", "千", "万", "萬", "亿", "億":
        power += ["十": 1, "百": 2, "千": 3, "万": 4, "萬": 4][half] ?? 8
        hasScale = true
      default: return nil
      }
    }
    guard !digits.isEmpty, let value = Decimal(string: digits) else { return nil }
    return value * pow(Decimal(10), power)
  }
}
