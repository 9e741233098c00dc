internal import HeshuGrammar

extension QuantityReader {
  /// Builds the quantity, range or list that begins with `numeral`; returns where to go on.
  func readQuantity(_ numeral: Numeral, isNegative: Bool) -> Int {
    var first = piece(numeral, isNegative: isNegative)
    if !isMeant(first) {
      // Past a short word of scale characters only its first: 万一, 千万要.
      return numeral.isBareScale && numeral.end - numeral.start < 8
        ? numeral.start + 1 : max(numeral.end, numeral.start + 1)
    }
    if let range = range(from: first) {
      append(range.0)
      return range.1
    }
    if let end = list(from: first) { return end }
    if first.numeral.ratio == nil, first.numeral.upper != nil {
      append(pairedOrVague(first))
    } else {
      if first.isNegative { first.numeral.value = first.numeral.value.negated }
      append(single(first))
    }
    return max(first.end, numeral.end)
  }

  /// Whether the numeral states anything: 半 and bare 百 or 万 only with a unit or a word before them.
  func isMeant(_ piece: Piece) -> Bool {
    let numeral = piece.numeral
    if numeral.isHalf { return piece.unit != nil || (numeral.end < limit && cells[numeral.end] == 0x6570) }
    guard numeral.isBareScale, !numeral.isShare, numeral.ratio == nil, numeral.modifier == .exact else { return true }
    if numeral.value.lastPlace != numeral.value || isBareAllowed(numeral) { return true }
    guard let unit = piece.unit else { return false }
    return numeral.end - numeral.start == 1 && !units[unit.row].flags.contains(.weak)
  }

  func isBareAllowed(_ numeral: Numeral) -> Bool {
    if [0x5341, 0x62FE].contains(cells[numeral.start]) { return true }
    if tables.bare.longestBackward(cells, numeral.start, floor).map({ $0.value != Int(Modifier.none.rawValue) })
      ?? false
    {
      return true
    }
    return prefix(numeral.start).modifier != .exact
  }

  func frame(_ piece: Piece, start: Int, end: Int) -> Quantity {
    var q = Quantity(
      start: start, end: end, numeralStart: piece.numeral.start, numeralEnd: piece.numeral.end, kind: .number,
      modifier: .exact, precision: Exact(1, exponent: piece.numeral.place))
    if let unit = piece.unit {
      q.unit = unit.row
      q.unitStart = unit.start
      q.unitEnd = unit.end
      q.kind = units[unit.row].kind
      q.code = units[unit.row].code
    }
    if piece.numeral.isShare { q.kind = .percentage }
    // 15k without unit is pay.
    if piece.numeral.isThousands, q.unit < 0 { q.kind = .amount }
    q.form =
      piece.numeral.ratio != nil
      ? .fraction
      : piece.numeral.isHalf
        ? .half
        : piece.numeral.isBareScale
          ? .bareScale
          : piece.numeral.isThousands
            ? .thousands
            : piece.numeral.isArabic
              ? .arabic : piece.numeral.isDigitString ? .digits : piece.numeral.hasScale ? .scaled : .plain
    return q
  }

  func single(_ piece: Piece) -> Quantity {
    let numeral = piece.numeral
    var q = frame(piece, start: numeral.start, end: max(piece.end, numeral.end))
    if piece.isNegative {
      var at = numeral.start - 1
      while at > floor, form(at) != .sign { at -= 1 }
      q.start = at
      q.numeralStart = at
    }
    var (before, code) = prefix(q.start)
    if !code.isEmpty, code != "-", q.kind == .amount || q.unit < 0 || q.kind == .measurement {
      if q.unit < 0 { q.kind = code == "Cel" || code == "[degF]" ? .measurement : .amount }
      q.code = code
    }
    if numeral.isHalf, let (_, raw) = tables.half.longestBackward(cells, numeral.start, floor) {
      before = Modifier(rawValue: UInt8(raw)) ?? before
    }
    var isAtLeastBare = false
    var half: Exact?
    if numeral.isBareScale, let (at, raw) = tables.bare.longestBackward(cells, numeral.start, floor),
      let found = Modifier(rawValue: UInt8(raw)), found != .none
    {
      before = found
      if found == .atLeast {
        q.start = at
        q.numeralStart = at
        isAtLeastBare = true
      }
    }
    if let start = bareOne(piece) {
      // 米九: one metre ninety.
      q.start = start
      q.numeralStart = numeral.start
      q.unitStart = start
    }
    if numeral.isHalf, q.start > 0, cells[q.start - 1] == 0x4E2A,
      q.start == 1 || !(0x4E00...0x9FFF ~= cells[q.start - 2]), q.unit >= 0
    {
      // 个半小时: one and a half.
      q.start -= 1
      q.numeralStart -= 1
      half = Exact(15, exponent: -1)
    }
    if numeral.isHalf, q.start > floor, q.start == 1 || !(0x4E00...0x9FFF ~= cells[q.start - 2]),
      let (end, row) = unitTrie.longest(cells, q.start - 1, limit), units[row].flags.contains(.half)
    {
      // 分半钟: one minute and a half.
      (q.unit, q.unitStart, q.unitEnd) = (row, q.start - 1, end)
      (q.start, q.end, q.kind) = (q.start - 1, end, units[row].kind)
      half = Exact(15, exponent: -1)
    }
    let after = suffix(q.end)
    q.modifier = stronger(stronger(before, after), numeral.modifier)
    if let ratio = numeral.ratio.map({
      piece.isNegative ? (numerator: $0.numerator.negated, denominator: $0.denominator) : $0
    }) {
      q.kind = q.unit < 0 ? .number : q.kind
      if let (value, exact) = ratio.numerator.divided(by: ratio.denominator) {
        q.value = value
        q.ratio = exact.map { (Exact($0.0), Exact($0.1)) }
        q.precision = Exact(1, exponent: value.exponent)
      }
    } else {
      q.value = half ?? numeral.value
      convert(&q)
    }
    q.bound()
    if q.modifier == .over, numeral.modifier == .over || (before != .over && after == .over) {
      q.boundInside(count: numeral.value.lastPlace.exponent == 1 && numeral.hasScale)
    }
    if isAtLeastBare, q.modifier == .atLeast {
      q.upper = q.value?.scaled(1)
      q.isUpperClosed = false
    }
    return q
  }

  /// Where 米 stands when it goes before a single Chinese digit and nothing before it (米九).
  func bareOne(_ piece: Piece) -> Int? {
    let numeral = piece.numeral
    guard piece.unit?.end == numeral.start, let unit = piece.unit, unit.start < numeral.start else { return nil }
    return unit.start
  }

  /// Shares go to percent: 三成 is 30, 八五折 85, 5‰ 0.5; 翻两番 is 4 times.
  func convert(_ q: inout Quantity) {
    guard q.unit >= 0, kinds[q.unit] == .percentage || kinds[q.unit] == .multiple, q.value != nil || q.lower != nil
    else {
      return
    }
    let unit = units[q.unit]
    func change(_ transform: (Exact) -> Exact?) {
      q.value = q.value.flatMap(transform)
      q.lower = q.lower.flatMap(transform)
      q.upper = q.upper.flatMap(transform)
    }
    if unit.kind == .percentage, unit.base == "%", unit.numerator > 0 {
      // 半折 is half the price.
      if q.form == .half { return change { $0.scaled(2) } }
      if q.form == .digits, unit.numerator == 10 { return }
      // 75折 is 75 %, 7.5折 too.
      if unit.numerator == 10, let value = q.value, Exact(10) < value { return }
      change { self.base($0, unit)?.value }
      q.precision = base(q.precision, unit)?.value ?? q.precision
    } else if unit.kind == .multiple, unit.text == "番", let doublings = q.value?.integer, 1...60 ~= doublings {
      q.value = Exact(1 << doublings)
    }
  }

  func pairedOrVague(_ piece: Piece) -> Quantity {
    var q = frame(piece, start: piece.numeral.start, end: max(piece.end, piece.numeral.end))
    q.lower = piece.numeral.value
    q.upper = piece.numeral.upper
    q.modifier = piece.numeral.modifier == .vague ? .vague : .range
    q.isUpperClosed = q.modifier == .range
    convert(&q)
    return q
  }

  func append(_ quantity: Quantity) {
    spans.append(NumeralSpan(start: quantity.start, end: quantity.end, sort: .quantity(quantities.count)))
    quantities.append(quantity)
  }
}
