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
  private func isMeant(_ piece: Piece) -> Bool {
    let numeral = piece.numeral
    if numeral.isHalf { return piece.unit != nil || (numeral.end < limit && cells[numeral.end] == 0x6570) }
    guard numeral.isBareScale, !numeral.isShare, numeral.ratio == nil, numeral.modifier == .exact else { return true }
    if numeral.value.lastPlace != numeral.value || isBareAllowed(numeral) { return true }
    guard let unit = piece.unit else { return false }
    return numeral.end - numeral.start == 1 && !units[unit.row].flags.contains(.weak)
  }

  private func isBareAllowed(_ numeral: Numeral) -> Bool {
    if [0x5341, 0x62FE].contains(cells[numeral.start]) { return true }
    if tables.bare.longestBackward(cells, numeral.start, floor).map({ $0.value != Int(Modifier.none.rawValue) })
      ?? false
    {
      return true
    }
    return prefix(numeral.start).modifier != .exact
  }

  // MARK: modifiers

  /// The modifier of the words before `start`, and the currency named there.
  private func prefix(_ start: Int) -> (modifier: Modifier, code: String) {
    var at = start
    while at > floor, cells[at - 1] == 0x20 { at -= 1 }
    var code = ""
    if let (before, row) = tables.prefixes.longestBackward(cells, at, floor) {
      code = tables.prefixCodes[row]
      at = before
      while at > floor, cells[at - 1] == 0x20 { at -= 1 }
    }
    func look(_ place: Int) -> Modifier? {
      tables.before.longestBackward(cells, place, floor).flatMap {
        $0.value == Int(Modifier.none.rawValue) ? Modifier.none : Modifier(rawValue: UInt8($0.value))
      }
    }
    if let found = look(at) { return (found == .none ? .exact : found, code) }
    if let (before, _) = tables.fillers.longestBackward(cells, at, floor) {
      var place = before
      while place > floor, cells[place - 1] == 0x20 { place -= 1 }
      if let found = look(place), found != .none { return (found, code) }
    }
    return (.exact, code)
  }

  private func suffix(_ end: Int) -> Modifier {
    let at = skipSpaces(end)
    guard let (_, raw) = tables.after.longest(cells, at, limit) else { return .exact }
    let found = Modifier(rawValue: UInt8(raw)) ?? .exact
    return found == .none ? .exact : found
  }

  /// Of two modifiers the bounding one: 最多 … 左右 is atMost, 约20多 is over.
  private func stronger(_ a: Modifier, _ b: Modifier) -> Modifier {
    let order: [Modifier] = [.atMost, .atLeast, .under, .over, .nearly, .about, .exact]
    return order.first { $0 == a || $0 == b } ?? .exact
  }

  // MARK: kinds of quantities

  private func frame(_ piece: Piece, start: Int, end: Int) -> Quantity {
    var q = Quantity(
      start: start, end: end, numeralStart: piece.numeral.start, numeralEnd: piece.numeral.end, kind: .number,
      modifier: .exact, precision: Exact(1, exponent: piece.numeral.place))
    if let unit = piece.unit {
      let row = units[unit.row]
      q.unit = unit.row
      q.unitStart = unit.start
      q.unitEnd = unit.end
      q.kind = row.kind
      q.code = row.code
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

  private func single(_ piece: Piece) -> Quantity {
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
  private func bareOne(_ piece: Piece) -> Int? {
    let numeral = piece.numeral
    guard piece.unit?.end == numeral.start, let unit = piece.unit, unit.start < numeral.start else { return nil }
    return unit.start
  }

  /// Shares go to percent: 三成 is 30, 八五折 85, 5‰ 0.5; 翻两番 is 4 times.
  private func convert(_ q: inout Quantity) {
    guard q.unit >= 0, q.value != nil || q.lower != nil else { return }
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

  private func pairedOrVague(_ piece: Piece) -> Quantity {
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

  // MARK: ranges and lists

  private func range(from first: Piece) -> (Quantity, Int)? {
    guard first.numeral.ratio == nil, first.numeral.upper == nil || first.numeral.modifier != .vague else { return nil }
    let at = skipSpaces(first.end)
    guard at < limit else { return nil }
    var next: Int
    var isBetween = false
    if let (end, role) = tables.joints.longest(cells, at, limit), role == 1 {
      next = skipSpaces(end)
    } else if cells[at] == 0x4E0E || cells[at] == 0x548C {
      next = skipSpaces(at + 1)
      isBetween = true
    } else {
      return nil
    }
    if next < limit, let (end, _) = forwardPrefix(next) { next = skipSpaces(end) }
    guard next < limit, tables.starts[Int(cells[next])] == 1, let numeral = numerals.read(next),
      numeral.ratio == nil, numeral.modifier != .vague
    else { return nil }
    var second = piece(numeral, isNegative: false)
    if isBetween {
      // 10000与20000间, 20岁和30岁之间
      func isBetweenWord(_ end: Int) -> Bool {
        let at = skipSpaces(end)
        return at < limit
          && (cells[at] == 0x95F4 || (cells[at] == 0x4E4B && at + 1 < limit && cells[at + 1] == 0x95F4))
      }
      if isBetweenWord(numeral.end) { second = Piece(numeral: numeral, unit: nil, end: numeral.end) }
      guard isBetweenWord(second.end) else { return nil }
    }
    if let a = first.unit, let b = second.unit, !sameDimension(a.row, b.row) { return nil }
    if first.unit != nil, second.unit == nil { return nil }
    var low = first.numeral.value
    let high = numeral.upper ?? second.numeral.value
    if !first.numeral.hasScale || first.numeral.sharedScale == 0, numeral.sharedScale > 0, first.unit == nil,
      low < numeral.value.scaled(-numeral.sharedScale)
    {
      low = low.scaled(numeral.sharedScale)
    } else if first.unit == nil, !first.numeral.hasScale, numeral.hasScale, !numeral.isBareScale,
      numeral.sharedScale == 0,
      let place = roundPlace(numeral), low < numeral.value.scaled(-place), low < Exact(10)
    {
      low = low.scaled(place)
    }
    if let a = first.unit, let b = second.unit, a.row != b.row {
      guard let x = base(low, units[a.row])?.value, let y = base(high, units[b.row])?.value, x < y else { return nil }
      guard
        let ratio = base(Exact(1), units[a.row])?.value.divided(by: base(Exact(1), units[b.row])?.value ?? Exact(1)),
        let converted = low.multiplied(by: ratio.value)
      else { return nil }
      low = converted
    }
    guard low < high || (low == high && second.unit != nil) else { return nil }
    var q = frame(second, start: first.numeral.start, end: max(second.end, numeral.end))
    q.numeralStart = first.numeral.start
    if let start = bareOne(first) { q.start = start }
    q.lower = low
    q.upper = high
    q.modifier = .range
    let (_, code) = prefix(q.start)
    if !code.isEmpty, code != "-", q.kind == .amount || q.unit < 0 {
      q.code = code
      if q.unit < 0 { q.kind = .amount }
    }
    if numeral.isShare { q.kind = .percentage }
    convert(&q)
    return (q, q.end)
  }

  /// 两到三千: the power of ten of a round Chinese number.
  private func roundPlace(_ numeral: Numeral) -> Int? {
    let place = numeral.value.lastPlace.exponent
    return place > 0 ? place : nil
  }

  private func forwardPrefix(_ at: Int) -> (end: Int, row: Int)? {
    cells[at] == 0xA5 || cells[at] == 0xFFE5 || cells[at] == 0x24 ? (at + 1, 0) : nil
  }

  /// 312、287、290票: numbers that share the unit of the last; 4、5次 is a range.
  private func list(from first: Piece) -> Int? {
    guard first.end > failedList, first.unit == nil, first.numeral.ratio == nil, first.numeral.upper == nil,
      !first.isNegative,
      let (_, role) = tables.joints.longest(cells, first.end, limit), role == 2
    else { return nil }
    var pieces = [first]
    while pieces.count < 64, let last = pieces.last, last.unit == nil, last.end < limit, cells[last.end] == 0x3001,
      last.end + 1 < limit, tables.starts[Int(cells[last.end + 1])] == 1,
      let numeral = numerals.read(last.end + 1), numeral.ratio == nil, numeral.upper == nil
    {
      pieces.append(piece(numeral, isNegative: false))
    }
    guard pieces.count > 1, let last = pieces.last, let unit = last.unit else {
      // The same list is not tried again from each of its members.
      failedList = pieces.last?.end ?? failedList
      return nil
    }
    if pieces.count == 2, let a = first.numeral.value.integer, let b = last.numeral.value.integer, b == a + 1, b < 20,
      first.numeral.end - first.numeral.start == 1 || a >= 10
    {
      var q = frame(last, start: first.numeral.start, end: last.end)
      q.numeralStart = first.numeral.start
      q.lower = Exact(Int128(a))
      q.upper = Exact(Int128(b))
      q.modifier = .range
      append(q)
      return last.end
    }
    for member in pieces.dropLast() {
      var shared = member
      shared.unit = unit
      var q = single(Piece(numeral: shared.numeral, unit: unit, end: member.numeral.end))
      q.end = member.numeral.end
      append(q)
    }
    append(single(last))
    return last.end
  }
}
