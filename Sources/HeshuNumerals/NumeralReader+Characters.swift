internal import HeshuGrammar

/// What the reader asks of single characters and short runs.
extension NumeralReader {
  func isLetter(_ index: Int) -> Bool {
    index < limit && (0x41...0x5A ~= cells[index] || 0x61...0x7A ~= cells[index])
  }
  func isHan(_ index: Int) -> Bool { index < limit && 0x3400...0x9FFF ~= cells[index] }
  /// 元, 圆, 角: before these even a lone formal digit is a number (伍元整).
  func isMoney(_ index: Int) -> Bool { [0x5143, 0x5706, 0x89D2].contains(cells[index]) }
  func isDigit(_ index: Int) -> Bool { form(index) == .arabic }

  func endsInZero(_ value: Exact?) -> Bool {
    guard let value, value.exponent == 0 else { return false }
    return value.mantissa != 0 && value.mantissa % 10 == 0
  }

  /// Digits in a row from `index` on.
  func digitRun(_ index: Int) -> (count: Int, end: Int) {
    var i = index
    while i < limit, form(i).isHanDigit {
      if cells[i] == 0x4E24, i > index { break }
      i += 1
    }
    return (i - index, i)
  }

  /// 两三, 五六, 三五: neighbouring digits that mean "one or the other".
  func isPair(_ index: Int, _ end: Int) -> Bool {
    let a = value(index)
    let b = value(index + 1)
    return a > 0 && (b == a + 1 || (a == 3 && b == 5)) && form(index) != .bare && form(index + 1) != .zero
  }

  func hanFraction(_ index: Int) -> (value: Exact, end: Int)? {
    var i = skipSpaces(index)
    var mantissa: Int128 = 0
    var places = 0
    while i < limit, places < 30 {
      let place = form(i)
      guard place == .han || place == .formal || place == .zero || place == .arabic, cells[i] != 0x4E24 else { break }
      mantissa = mantissa * 10 + Int128(value(i))
      places += 1
      i += 1
    }
    return places == 0 ? nil : (Exact(mantissa, exponent: -places), i)
  }
}

extension NumeralTables.Form {
  /// 十 百 千 or 万 亿
  var isScaleWord: Bool { self == .scale || self == .big }

  /// 一 壹 零 两
  var isHanDigit: Bool {
    switch self {
    case .han, .formal, .zero, .bare: true
    default: false
    }
  }
}
