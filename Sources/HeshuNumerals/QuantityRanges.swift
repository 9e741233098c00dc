internal import HeshuGrammar

/// Two ends of a range (300元到500元) and numbers that share a unit (312、287、290票).
extension QuantityReader {
  func range(from first: Piece) -> (Quantity, Int)? {
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
  func roundPlace(_ numeral: Numeral) -> Int? {
    let place = numeral.value.lastPlace.exponent
    return place > 0 ? place : nil
  }

  func forwardPrefix(_ at: Int) -> (end: Int, row: Int)? {
    cells[at] == 0xA5 || cells[at] == 0xFFE5 || cells[at] == 0x24 ? (at + 1, 0) : nil
  }

  /// 312、287、290票: numbers that share the unit of the last; 4、5次 is a range.
  func list(from first: Piece) -> Int? {
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
