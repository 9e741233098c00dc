internal import HeshuGrammar

extension QuantityReader {
  /// A number with its unit, before ranges and modifiers.
  struct Piece {
    var numeral: Numeral
    var unit: FoundUnit?
    var end: Int
    var isNegative = false
  }

  /// Reads the number and unit at a numeral, with the parts of a compound (三斤半, 一小时三十分) joined.
  func piece(_ numeral: Numeral, isNegative: Bool) -> Piece {
    var piece = Piece(numeral: numeral, unit: nil, end: numeral.end, isNegative: isNegative)
    if let split = splitScale(numeral) { return split }
    if numeral.end - numeral.start == 1, form(numeral.start) == .han, numeral.start > floor,
      let (end, row) = unitTrie.longest(cells, numeral.start - 1, numeral.start), end == numeral.start,
      units[row].flags.contains(.one),
      numeral.start < 2 || !(0x3400...0x9FFF ~= cells[numeral.start - 2]) || cells[numeral.start - 2] == 0x5230,
      numeral.end >= limit || !(0x3400...0x9FFF ~= cells[numeral.end]) || cells[numeral.end] == 0x5230
    {
      piece.unit = FoundUnit(row: row, start: numeral.start - 1, end: numeral.start)
      piece.numeral.value = numeral.value.scaled(-1).adding(Exact(1)) ?? numeral.value
      return piece
    }
    guard let unit = findUnit(numeral.end, hasDigits: numeral.modifier == .exact && !numeral.isHalf) else {
      return piece
    }
    piece.unit = unit
    piece.end = unit.end
    if unit.modifier != .exact { piece.numeral.modifier = unit.modifier }
    if unit.addsHalf, let more = piece.numeral.value.adding(Exact(5, exponent: -1)) {
      piece.numeral.value = more
      piece.numeral.place = -1
    }
    join(&piece)
    return piece
  }

  /// 12千米 is 12 of 千米, not 12000 of 米; the last scale word may begin the unit.
  private func splitScale(_ numeral: Numeral) -> Piece? {
    let last = numeral.end - 1
    guard numeral.hasScale, last > numeral.start, form(last) == .scale || form(last) == .big,
      [.arabic, .han, .scale].contains(form(last - 1)),
      let (end, row) = unitTrie.longest(cells, last, limit), end > last + 1, units[row].kind == .measurement
    else { return nil }
    let saved = numerals.limit
    numerals.limit = last
    defer { numerals.limit = saved }
    guard let shorter = numerals.read(numeral.start), shorter.end == last else { return nil }
    return Piece(numeral: shorter, unit: FoundUnit(row: row, start: last, end: end), end: end)
  }

  /// Adds what follows in smaller units: 123元1角1分 is 123.11 元 in 分; 三米九, 五块六, 七成六 take a bare tenth.
  private func join(_ piece: inout Piece) {
    guard let first = piece.unit else { return }
    let kind = kinds[first.row]
    addHalf(&piece, kind)
    guard kind == .amount || kind == .measurement || kind == .duration || kind == .percentage else { return }
    var unit = units[first.row]
    guard unit.denominator > 0, unit.numerator > 0 else { return }
    var last = unit
    var steps = 0
    while steps < 4 {
      steps += 1
      var at = piece.end
      if at < limit, cells[at] == 0x20, unit.kind == .measurement || unit.kind == .amount && unit.twin == nil { break }
      at = skipSpaces(at)
      var hasZero = false
      if let (end, role) = tables.joints.longest(cells, at, limit), role == 3,
        cells[at] != 0x96F6 || form(end) == .han || form(end) == .arabic || form(end) == .scale
      {
        hasZero = cells[at] == 0x96F6
        at = end
      }
      guard at < limit, [.han, .arabic, .scale, .formal].contains(form(at)) else { break }
      guard let next = numerals.read(at), next.ratio == nil, next.upper == nil else { break }
      if var found = findUnit(next.end, hasDigits: false) {
        if units[found.row].base != unit.base, let twin = units[found.row].twin,
          units[twin].base == unit.base
        {
          found.row = twin
        }
        let lesser = units[found.row]
        // 3分42秒: 分 is a minute beside seconds and hours.
        if unit.base != lesser.base, let twin = unit.twin, units[twin].base == lesser.base {
          unit = units[twin]
          last = unit
        }
        guard lesser.base == unit.base, !unit.base.isEmpty, lesser.numerator > 0,
          lesser.numerator * unit.denominator < unit.numerator * lesser.denominator,
          let sum = combine(piece.numeral.value, unit, next.value, lesser)
        else { break }
        if lesser.kind == .amount {
          // Money stays in the currency's main unit: 123元1角1分 is 123.11 元.
          guard let main = piece.numeral.value.adding(small(next.value, lesser, unit)) else { break }
          piece.numeral.value = main
          piece.numeral.place = main.exponent
          piece.end = found.end
          last = lesser
          continue
        }
        piece.numeral.value = sum
        piece.numeral.place = next.place
        piece.unit = found
        piece.end = found.end
        unit = lesser
        last = lesser
        continue
      }
      // 三米九, 五块六, 三块零四: a bare Chinese digit is a tenth, after 零 a hundredth.
      guard next.end - next.start == 1, form(next.start) == .han,
        [.amount, .measurement, .percentage].contains(unit.kind),
        !piece.numeral.isArabic, next.end >= limit || unit.kind == .percentage || !isWordCell(next.end),
        let sum = piece.numeral.value.adding(small(next.value.scaled(hasZero ? -2 : -1), last, unit))
      else { break }
      piece.numeral.value = sum
      piece.numeral.place = sum.exponent
      piece.end = next.end
      break
    }
  }

  private func isWordCell(_ index: Int) -> Bool {
    0x4E00...0x9FFF ~= cells[index] && ![0x5230, 0x81F3, 0x7684, 0x4EE5, 0x5DE6].contains(cells[index])
  }

  /// 三斤半, 一年半, 三成半.
  private func addHalf(_ piece: inout Piece, _ kind: Kind) {
    guard kind != .count, piece.end < limit, cells[piece.end] == 0x534A, !piece.numeral.isHalf,
      termTrie.longest(cells, piece.end, limit) == nil || kind == .duration,
      let sum = piece.numeral.value.adding(Exact(5, exponent: -1))
    else { return }
    piece.numeral.value = sum
    piece.numeral.place = -1
    piece.end += 1
    // 一分半钟: the rest of the unit's name.
    if kind == .duration, piece.end < limit, cells[piece.end] == 0x949F { piece.end += 1 }
  }

  /// 1角 in 元: 0.1.
  private func small(_ value: Exact, _ lesser: Unit, _ unit: Unit) -> Exact {
    value.multiplied(by: Exact(Int128(lesser.numerator) * Int128(unit.denominator)))?
      .divided(by: Exact(Int128(lesser.denominator) * Int128(unit.numerator)))?.value ?? .zero
  }

  /// The sum in the smaller unit.
  private func combine(_ a: Exact, _ unit: Unit, _ b: Exact, _ lesser: Unit) -> Exact? {
    let top = Int128(unit.numerator) * Int128(lesser.denominator)
    let bottom = Int128(unit.denominator) * Int128(lesser.numerator)
    guard bottom != 0, top % bottom == 0 else { return nil }
    return a.multiplied(by: Exact(top / bottom))?.adding(b)
  }

  /// Whether the two can be the ends of one range.
  func sameDimension(_ a: Int, _ b: Int) -> Bool {
    let x = units[a]
    let y = units[b]
    return a == b || (x.kind == y.kind && !x.base.isEmpty && x.base == y.base)
  }

  func base(_ value: Exact, _ unit: Unit) -> (value: Exact, ratio: (Int128, Int128)?)? {
    guard unit.numerator > 0, let top = value.multiplied(by: Exact(Int128(unit.numerator))) else { return nil }
    if unit.denominator == 1 { return (top, nil) }
    return top.divided(by: Exact(Int128(unit.denominator)))
  }
}
