internal import HeshuGrammar

/// Arabic digits with commas, spaces between groups of three, point and exponent.
extension NumeralReader {
  /// 1,100.9 · .5 · 2e5 · 1804; commas only between full groups of three.
  func readArabic(_ start: Int) -> (value: Exact, end: Int, digits: Int, hasPoint: Bool)? {
    var mantissa: Int128 = 0
    var digits = 0
    var i = start
    func add(_ index: Int) -> Bool {
      digits += 1
      guard digits <= 37 else { return false }
      mantissa = mantissa * 10 + Int128(value(index))
      return true
    }
    while form(i) == .arabic {
      if !add(i) { return nil }
      i += 1
    }
    if digits > 0, digits <= 3, !(start > 0 && cells[start - 1] == 0x2E) {
      var groups = i
      while form(groups) == .comma, form(groups + 1) == .arabic, form(groups + 2) == .arabic,
        form(groups + 3) == .arabic, form(groups + 4) != .arabic
      {
        for offset in 1...3 where !add(groups + offset) { return nil }
        groups += 4
      }
      i = groups
      // 38 215: groups of three after a space, as tables and GB/T 15835 set them.
      while form(i) == .space, form(i + 1) == .arabic, form(i + 2) == .arabic, form(i + 3) == .arabic,
        form(i + 4) != .arabic, form(i + 4) != .comma, !(i + 4 < limit && cells[i + 4] == 0x2F), !isYearNext(i + 4)
      {
        for offset in 1...3 where !add(i + offset) { return nil }
        i += 4
      }
    }
    var exponent = 0
    var hasPoint = false
    let isChained = start > 1 && cells[start - 1] == 0x2E && form(start - 2) == .arabic
    if i < limit, cells[i] == 0x2E, form(i + 1) == .arabic, !isChained {
      var j = i + 1
      while form(j) == .arabic { j += 1 }
      // 2222.2222.222 is no decimal.
      if !(j < limit && cells[j] == 0x2E && form(j + 1) == .arabic && digits > 0) || digits == 0 {
        for k in (i + 1)..<j {
          if !add(k) { return nil }
          exponent -= 1
        }
        i = j
        hasPoint = true
      }
    }
    if i < limit, cells[i] == 0x65 || cells[i] == 0x45 {
      var j = i + 1
      let isNegative = j < limit && cells[j] == 0x2D
      if isNegative { j += 1 }
      var power = 0
      let first = j
      while form(j) == .arabic, j - first < 3 {
        power = power * 10 + value(j)
        j += 1
      }
      if j > first, power <= 30, !isLetter(j) {
        exponent += isNegative ? -power : power
        i = j
      }
    }
    return i == start ? nil : (Exact(mantissa, exponent: exponent), i, digits, hasPoint)
  }

  /// 2023 100年: the second group is not one of thousands.
  func isYearNext(_ index: Int) -> Bool { index < limit && cells[index] == 0x5E74 }
}
