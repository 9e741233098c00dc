internal import HeshuGrammar

/// 三分之二, 百分之十五, 一又二分之一, 1/4.
extension NumeralReader {
  /// Whether what follows a number that ends at `end` can make a fraction of it.
  func mayGoOn(_ end: Int, isArabic: Bool) -> Bool {
    let at = skipSpaces(end)
    guard at < limit else { return false }
    switch cells[at] {
    case 0x2F, 0x5206, 0x4EFD: return true
    default: return form(at) == .also || isArabic && at > end && form(at) == .arabic
    }
  }

  mutating func readFraction(_ first: inout Numeral) -> Numeral? {
    var at = skipSpaces(first.end)
    var whole: Numeral?
    var bottom = first
    // 三百五十又三分之一, 1 4/3
    if at < limit, form(at) == .also || (first.isArabic && at > first.end && form(at) == .arabic) {
      var reader = NumeralReader(tables, cells, limit)
      let next = skipSpaces(form(at) == .also ? at + 1 : at)
      guard let second = reader.readNumber(next) else { return nil }
      whole = first
      bottom = second
      at = skipSpaces(second.end)
      if first.isArabic, form(skipSpaces(first.end)) != .also, !(at < limit && cells[at] == 0x2F) { return nil }
    }
    var result: Numeral
    if at < limit, cells[at] == 0x2F, bottom.isArabic, !bottom.hasPoint, bottom.digits <= 4,
      form(at + 1) == .arabic, bottom.start == 0 || cells[bottom.start - 1] != 0x2F
    {
      var reader = NumeralReader(tables, cells, limit)
      guard let second = reader.readNumber(at + 1), second.isArabic, !second.hasPoint, second.digits <= 4,
        !second.value.isZero, !(second.end < limit && cells[second.end] == 0x2F)
      else { return nil }
      result = fraction(top: bottom.value, bottom: second.value, start: first.start, end: second.end)
    } else if let divider = divider(at) {
      var next = skipSpaces(divider)
      var isNegative = false
      if next < limit, cells[next] == 0x8D1F {
        isNegative = true
        next += 1
      }
      var reader = NumeralReader(tables, cells, limit)
      guard !bottom.value.isZero, let second = reader.readNumber(next), !second.isHalf || true else { return nil }
      let isShort = divider - at == 1 && cells[at] == 0x5206
      if isShort, second.end < limit, [0x949F, 0x949F].contains(cells[second.end]) { return nil }
      result = fraction(
        top: isNegative ? second.value.negated : second.value, bottom: bottom.value, start: first.start,
        end: second.end)
      result.modifier = second.modifier
      // 百分之, 千分之, 百万分之: a share in percent; 一百分之二 is a fraction.
      if whole == nil, bottom.isBareScale, let power = powerOfTen(bottom.value) {
        result.isShare = true
        result.value = second.value.scaled(2 - power)
        result.upper = second.upper?.scaled(2 - power)
        result.place = second.place + 2 - power
        result.ratio = nil
      }
    } else {
      return nil
    }
    if let whole, let ratio = result.ratio,
      let shift = whole.value.multiplied(by: ratio.denominator), let top = shift.adding(ratio.numerator)
    {
      result.ratio = (top, ratio.denominator)
    }
    return result
  }

  /// 分之, or in Cantonese 分 and 份 before a digit (四分一, 二份一): where the numerator begins.
  func divider(_ index: Int) -> Int? {
    guard index < limit, cells[index] == 0x5206 || cells[index] == 0x4EFD else { return nil }
    let next = skipSpaces(index + 1)
    if next < limit, cells[next] == 0x4E4B { return next + 1 }
    guard next < limit, cells[next] == 0x4E00, index > 0, form(index - 1) == .han || form(index - 1) == .scale,
      next + 1 >= limit || [.none, .space].contains(form(next + 1))
    else { return nil }
    return index + 1
  }

  func fraction(top: Exact, bottom: Exact, start: Int, end: Int) -> Numeral {
    var numeral = Numeral(start: start, end: end, value: .zero)
    numeral.ratio = (top, bottom)
    return numeral
  }

  func powerOfTen(_ value: Exact) -> Int? {
    var m = value.mantissa
    var power = value.exponent
    while m > 1, m % 10 == 0 {
      m /= 10
      power += 1
    }
    return m == 1 ? power : nil
  }
}
