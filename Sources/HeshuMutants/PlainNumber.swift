internal import Foundation

/// A figure read by the slowest and plainest way, apart from the tool's own reader: what the mutants are judged by.
///
/// 12万人 is 120000 with margin 5000, 90余万元 is [900000, 1000000), 1127份 is 1127. Decimals are Foundation's, exact to 38 digits.
struct PlainNumber: Equatable {
  let lower: Decimal
  let upper: Decimal
  let isUpperOpen: Bool
  /// Without rounding.
  let value: Decimal

  /// Nil for what is not digits with at most one scale word and 余 or 多.
  init?(_ text: String) {
    var digits = ""
    var scale: Decimal = 1
    var isMore = false
    var hasScale = false
    loop: for character in text where !character.isWhitespace {
      switch character {
      case "0"..."9": digits.append(character)
      case ".", "．": digits.append(".")
      case ",", "，": continue
      case "万", "萬", "亿", "億":
        if digits.isEmpty || hasScale { return nil }
        scale = character == "万" || character == "萬" ? 10_000 : 100_000_000
        hasScale = true
      case "余", "多": isMore = true
      default: break loop
      }
    }
    guard let number = Decimal(string: digits), !digits.isEmpty, digits.first != ".", digits.last != "." else {
      return nil
    }
    value = number * scale
    let places = digits.split(separator: ".").dropFirst().first?.count ?? 0
    let unit = scale / Self.power(places)
    if isMore {
      // The last digit that is not zero counts.
      var last = unit
      if places == 0 { for digit in digits.reversed() { if digit == "0" { last *= 10 } else { break } } }
      (lower, upper, isUpperOpen) = (value, value + last, true)
    } else {
      let margin = hasScale || places > 0 ? unit / 2 : 0
      (lower, upper, isUpperOpen) = (value - margin, value + margin, false)
    }
  }

  private static func power(_ places: Int) -> Decimal { (0..<places).reduce(Decimal(1)) { power, _ in power * 10 } }

  func meets(_ other: PlainNumber) -> Bool {
    let below = upper < other.lower || (upper == other.lower && isUpperOpen)
    let above = other.upper < lower || (other.upper == lower && other.isUpperOpen)
    return !below && !above
  }
}
