internal import HeshuGrammar

extension QuantityReader {
  /// The unit that follows a number: its row, its own place, and what 个 … 半 adds (两个半小时).
  struct FoundUnit {
    var row: Int
    var start: Int
    var end: Int
    var addsHalf = false
    var modifier: Modifier = .exact
  }

  func skipSpaces(_ index: Int, most: Int = 3) -> Int {
    var i = index
    while i < limit, i - index < most, cells[i] == 0x20 { i += 1 }
    return i
  }

  /// The longest unit at `index`; 个, 多, 半 may stand before it.
  func findUnit(_ index: Int, hasDigits: Bool) -> FoundUnit? {
    let at = skipSpaces(index, most: 5)
    guard at < limit else { return nil }
    if cells[at] == 0x4E2A, let inner = unitAfterGe(at) { return inner }
    if hasDigits, cells[at] == 0x591A || cells[at] == 0x4F59 || cells[at] == 0x6765,
      let (end, raw) = tables.inside.longest(cells, at, limit), raw != Int(Modifier.none.rawValue),
      var unit = plainUnit(skipSpaces(end))
    {
      unit.modifier = Modifier(rawValue: UInt8(raw)) ?? .over
      return unit
    }
    guard at == index || !isBreakSpace(index, at) else { return nil }
    return plainUnit(at)
  }

  /// A space between a number and a word of several characters separates phrases; a unit alone after it was only spaced.
  private func isBreakSpace(_ from: Int, _ to: Int) -> Bool { to - from > 2 && cells[to] != 0x4E2A }

  private func plainUnit(_ at: Int) -> FoundUnit? {
    guard let (end, row) = unitTrie.longest(cells, at, limit) else { return spacedUnit(at) }
    let (kind, flags) = (units[row].kind, units[row].flags)
    if flags.contains(.latin), end < limit, isLetter(end) { return nil }
    // 两部门 counts 部门, 2024元旦 is no sum; Arabic digits before a plain classifier leave no doubt.
    let isDoubtful =
      kind == .amount
      || (kind == .count && (flags.contains(.weak) || form(index(before: at)) != .arabic))
    if end - at == 1, isDoubtful, !isUnitHere(at) { return nil }
    return FoundUnit(row: row, start: at, end: end, addsHalf: flags.contains(.half))
  }

  /// 个 百分 点, 人 次: justified setting puts spaces inside a unit; tried only where each character is apart.
  private func spacedUnit(_ at: Int) -> FoundUnit? {
    guard at + 2 < limit, cells[at] >= 0x3400, (at + 1..<min(at + 6, limit)).contains(where: { cells[$0] == 0x20 })
    else {
      return nil
    }
    var squeezed: [UInt16] = []
    var ends: [Int] = []
    var i = at
    while i < limit, squeezed.count < 6 {
      if cells[i] != 0x20 {
        squeezed.append(cells[i])
        ends.append(i + 1)
      }
      i += 1
    }
    return squeezed.withUnsafeBufferPointer { buffer in
      guard let (end, row) = unitTrie.longest(buffer.baseAddress!, 0, buffer.count), end >= 2 else { return nil }
      return FoundUnit(row: row, start: at, end: ends[end - 1])
    }
  }

  private func unitAfterGe(_ at: Int) -> FoundUnit? {
    var i = skipSpaces(at + 1)
    var addsHalf = false
    var modifier = Modifier.exact
    if i < limit, cells[i] == 0x534A {
      addsHalf = true
      i = skipSpaces(i + 1)
    } else if i < limit, cells[i] == 0x591A || cells[i] == 0x4F59 {
      modifier = .over
      i = skipSpaces(i + 1)
    }
    let found: FoundUnit?
    if let (end, row) = unitTrie.longest(cells, i, limit) {
      found = FoundUnit(row: row, start: i, end: end, addsHalf: addsHalf, modifier: modifier)
    } else {
      found = spacedUnit(i).map {
        FoundUnit(row: $0.row, start: $0.start, end: $0.end, addsHalf: addsHalf, modifier: modifier)
      }
    }
    guard let found, units[found.row].flags.contains(.ge) else { return nil }
    if found.end - found.start == 1, units[found.row].kind == .count { return nil }
    return found
  }

  private func isLetter(_ index: Int) -> Bool { 0x41...0x5A ~= cells[index] || 0x61...0x7A ~= cells[index] }

  private func index(before at: Int) -> Int {
    var i = at - 1
    while i > floor, cells[i] == 0x20 { i -= 1 }
    return i
  }

  /// 两部门 counts 部门, 10项目标 counts 目标 by 项: a one-character unit stands unless it begins a word and what would be left
  /// begins none.
  private func isUnitHere(_ at: Int) -> Bool {
    if cells[at] == 0x4E2A { return true }
    guard let (word, _) = wordTrie.longest(cells, at, limit), word > at + 1 else { return true }
    guard let (other, _) = wordTrie.longest(cells, at + 1, limit) else { return false }
    return other > at + 2
  }
}
