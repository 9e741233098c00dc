internal import HeshuGrammar

extension TimeComposer {
  /// The year that begins at this atom; the atom after it.
  func year(_ at: Int, _ point: inout TimePoint) -> Int? {
    let atom = atoms[at]
    switch atom.sort {
    case .word(.year):
      point.year = frame.today.map { $0.year + atom.from }
      point.isCurrent = atom.from == 0
      point.isVague = point.year == nil
      point.hasYear = true
      return at + 1
    case .word(.thatYear):
      point.year = frame.thatYear.map { $0 + atom.from }
      point.isCurrent = atom.from == 0 && point.year == frame.today?.year
      point.isVague = point.year == nil
      point.hasYear = true
      return at + 1
    case .word(.republic):
      guard follows(at), atoms[at + 1].sort == .number, let next = unit(.yearUnit, after: at + 1) else { return nil }
      point.year = atoms[at + 1].from + 1911
      point.hasYear = true
      return next
    case .number where atom.to == 4 && 1800...2199 ~= atom.from:
      guard let next = unit(.yearUnit, after: at) ?? numeric(at, &point) else { return nil }
      point.year = atom.from
      point.hasYear = true
      return next
    default: return nil
    }
  }

  /// 2023-12-29, 2023.12.29
  private func numeric(_ at: Int, _ point: inout TimePoint) -> Int? {
    guard at + 2 < atoms.count, atoms[at + 1].isWord(.joint), atoms[at + 2].sort == .number, follows(at),
      follows(at + 1),
      1...12 ~= atoms[at + 2].from
    else { return nil }
    point.months = atoms[at + 2].from...atoms[at + 2].from
    guard at + 4 < atoms.count, atoms[at + 3].isWord(.joint), atoms[at + 4].sort == .number, follows(at + 2),
      follows(at + 3), 1...31 ~= atoms[at + 4].from
    else { return at + 3 }
    point.days = atoms[at + 4].from...atoms[at + 4].from
    return at + 5
  }

  /// The months named at this atom, the year before them being read; the atom after them.
  func months(_ at: Int, _ start: Int, _ point: inout TimePoint) -> Int {
    guard point.months == nil, at < atoms.count, at == start || follows(at - 1) else { return at }
    let atom = atoms[at]
    switch atom.sort {
    case .word(.month), .word(.thatMonth):
      let isThat = atom.isWord(.thatMonth)
      guard let base = isThat ? frame.last?.upperBound ?? frame.today : frame.today else {
        point.isVague = true
        return at + 1
      }
      let month = base.year * 12 + base.month - 1 + atom.from
      point.year = month / 12
      point.months = month % 12 + 1...month % 12 + 1
      point.isCurrent = atom.from == 0 && !isThat
      point.hasYear = true
      return at + 1
    case .word(.monthPart) where at == start:
      guard let today = frame.today else { return at }
      point.year = today.year
      point.months = today.month...today.month
      point.part = atom.from
      return at + 1
    case .word(.before):
      // 前5个月, 前4月
      guard follows(at) else { return at }
      let next = atoms[at + 1]
      guard 1...12 ~= next.from else { return at }
      if next.sort == .length {
        point.months = 1...next.from
        return at + 2
      }
      guard next.sort == .number, let end = unit(.monthUnit, after: at + 1) else { return at }
      point.months = 1...next.from
      return end
    case .number where 1...12 ~= atom.from:
      guard let next = unit(.monthUnit, after: at) else { return at }
      point.months = atom.from...atom.from
      return next
    default: return at
    }
  }

  /// The atom after a number and its unit. 5 of 5至7月 takes the unit of 7.
  func unit(_ role: TimeTables.Role, after number: Int) -> Int? {
    guard follows(number) else { return nil }
    if atoms[number + 1].isWord(role) { return number + 2 }
    guard number + 3 < atoms.count, atoms[number + 1].isWord(.joint) || atoms[number + 1].isWord(.to),
      follows(number + 1),
      atoms[number + 2].sort == .number, follows(number + 2), atoms[number + 3].isWord(role)
    else { return nil }
    return number + 1
  }

  /// 底 and the like behind a year or month.
  func part(_ at: Int, _ point: inout TimePoint) -> Bool {
    guard atoms[at].isWord(.part) || atoms[at].isWord(.yearPart) && point.months == nil else { return false }
    point.part = atoms[at].from
    point.isCurrent = false
    return true
  }
}
