internal import HeshuGrammar

/// Puts the atoms of a paragraph together: 截至 今年 8 月 底, 9 月 5 日 至 8 日, 自 2019 年 开展以来.
struct TimeComposer {
  let cells: UnsafePointer<UInt16>
  let count: Int
  let atoms: [TimeAtom]
  var frame: TimeFrame

  /// How far 以来 may stand from 自: 自2020年医疗互助项目在全区推开以来.
  private static let reach = 30

  /// The time that begins at this atom, and the atom after it.
  mutating func time(at first: Int) -> (entry: TimeEntry, next: Int)? {
    var at = first
    var prefix: TimeTables.Role?
    if case .word(let role) = atoms[at].sort {
      switch role {
      case .until, .to, .since, .basis:
        // 截至到, 自从; 较去年.
        guard follows(at) else { return role == .since ? distant(at, at + 1, nil) : nil }
        prefix = role
        at += 1
      case .lasting where atoms[at].from == 1:
        return (TimeEntry(cells: atoms[at].start..<atoms[at].end), at + 1)
      default: break
      }
    }
    guard let (point, stop) = point(at) else {
      return prefix == .since ? distant(first, at, nil) : nil
    }
    // 是上年的2.5倍, but not 今年是2023年.
    if prefix == .basis, atoms[first].from == 1 {
      let end = atoms[stop - 1].end
      guard end < count, cells[end] == Self.of else { return nil }
    }
    // 从2019年的60%提高到85%: the level of that year, no beginning.
    if prefix == .since, atoms[stop - 1].end < count, cells[atoms[stop - 1].end] == Self.of { prefix = .basis }
    var range = point.range
    let isNow = point.isNow
    var next = stop
    var isSpan = false
    if !isNow, follows(next - 1), isJoint(next), follows(next), let (second, end) = self.point(next + 1, after: point) {
      next = end
      isSpan = true
      if second.isNow {
        range = TimePoint.days(range?.lowerBound, frame.today) ?? range
      } else if let to = second.range {
        range = range.flatMap { $0.lowerBound <= to.upperBound ? $0.lowerBound...to.upperBound : nil }
        if range == nil, point.isVague {
          return (note(entry(first, end, nil, to.upperBound, isAsOf: true), to, isFine: true), end)
        }
      }
    }
    if !isNow, !isSpan, range != nil, next < atoms.count, follows(next - 1), atoms[next].isWord(.now) {
      // 从1月份到现在
      range = TimePoint.days(range?.lowerBound, frame.today) ?? range
      (isSpan, next) = (true, next + 1)
    }
    let isFine = point.months != nil || point.fixed != nil
    var suffix: TimeTables.Role?
    if next < atoms.count, follows(next - 1), case .word(let role) = atoms[next].sort,
      isSuffix(role) || role == .basis && atoms[next].from == 2
    {
      suffix = role
      if role != .basis { next += 1 }
    }
    if suffix == .onward, let first = range, next < atoms.count, atoms[next].isWord(.to), follows(next - 1),
      follows(next),
      let (second, end) = self.point(next + 1, after: point), let to = second.range, first.lowerBound <= to.upperBound
    {
      // 9月1日起至12月31日
      (range, isSpan, next, suffix) = (first.lowerBound...to.upperBound, true, end, nil)
    }
    if suffix == .lasting, range == nil, point.part == 1, let year = point.year {
      // 年初以来
      range = Day.first(ofMonth: 1, year).map { $0...$0 }
    }
    let isBasis = prefix == .basis || suffix == .basis
    let begin = prefix == .basis ? at : first
    if isBasis {
      var basis = entry(begin, next, range?.lowerBound, range?.upperBound)
      basis.isBasis = true
      return (basis, next)
    }
    if isNow { return (entry(begin, next, nil, frame.today, isAsOf: true), next) }
    if suffix == .around { return (entry(begin, next, nil, nil), next) }
    guard let days = range else {
      if prefix == .since, suffix == nil, let far = distant(first, next, nil) { return far }
      return (entry(begin, next, nil, nil), next)
    }
    if suffix == .lasting {
      return (note(since(begin, next, days.lowerBound), days, isFine: isFine), next)
    }
    if suffix == .before || suffix == .stop || prefix == .until || prefix == .to && !isSpan {
      var end = days.upperBound
      // 截至2019年 in February 2019 is today.
      if prefix == .until, let today = frame.today, days.contains(today) { end = today }
      var limit = entry(begin, next, nil, end, isAsOf: true)
      limit.isAhead = prefix != .until && !point.isCurrent && isAhead(end)
      return (note(limit, days, isFine: isFine), next)
    }
    if prefix == .since, !isSpan, suffix == nil, let far = distant(first, next, days) { return far }
    var found = entry(begin, next, days.lowerBound, days.upperBound)
    found.isOpen = (suffix == .onward || prefix == .since) && !isSpan
    found.isCurrent = point.isCurrent && !isSpan
    found.isAhead = point.hasYear && isAhead(days.lowerBound)
    if point.part == 3, !isSpan { (found.start, found.isAsOf) = (nil, true) }
    if found.isOpen, point.isCurrent {
      found.start = nil
      found.end = nil
      found.isOpen = false
    }
    return (note(found, days, isFine: isFine), next)
  }

  /// Whether the day is to come; at the end of a year or a month papers speak as if it were over.
  private func isAhead(_ day: Day) -> Bool {
    guard let limit = frame.today?.adding(Self.week) else { return false }
    return day > limit
  }
  private static let week = 7

  /// Whether the time that ends before this atom is that of a record: 2003年以来最高.
  func isOfRecord(_ next: Int) -> Bool {
    next < atoms.count && atoms[next - 1].isWord(.lasting) && follows(next - 1) && atoms[next].isWord(.basis)
      && atoms[next].from == 3
  }

  /// 自2020年项目推开以来, 自创建以来: the words up to 以来, in one clause.
  private mutating func distant(_ first: Int, _ from: Int, _ days: ClosedRange<Day>?) -> (TimeEntry, Int)? {
    let limit = atoms[from - 1].end + Self.reach
    var next = from
    while next < atoms.count, atoms[next].end <= limit {
      if atoms[next].sort == .length { return nil }
      if atoms[next].isWord(.lasting) {
        for cell in atoms[from - 1].end..<atoms[next].start where Self.isStop(cells[cell]) { return nil }
        guard let days else { return (entry(first, next + 1, nil, nil), next + 1) }
        return (note(since(first, next + 1, days.lowerBound), days, isFine: false), next + 1)
      }
      next += 1
    }
    return nil
  }

  private func since(_ first: Int, _ next: Int, _ start: Day) -> TimeEntry {
    entry(first, next, start, frame.today.flatMap { $0 >= start ? $0 : nil })
  }

  private func entry(_ first: Int, _ next: Int, _ start: Day?, _ end: Day?, isAsOf: Bool = false) -> TimeEntry {
    TimeEntry(cells: atoms[first].start..<atoms[next - 1].end, start: start, end: end, isAsOf: isAsOf)
  }

  private mutating func note(_ entry: TimeEntry, _ days: ClosedRange<Day>, isFine: Bool) -> TimeEntry {
    frame.note(days, isFine: isFine)
    return entry
  }

  private func isSuffix(_ role: TimeTables.Role) -> Bool {
    switch role {
    case .lasting, .onward, .before, .stop, .during, .around: true
    default: false
    }
  }

  private func isJoint(_ at: Int) -> Bool {
    at < atoms.count && (atoms[at].isWord(.joint) || atoms[at].isWord(.to))
  }

  /// 的
  private static let of: UInt16 = 0x7684

  /// ， 。 ； ！ ？ and their narrow forms.
  private static func isStop(_ cell: UInt16) -> Bool {
    switch cell {
    case 0x2C, 0x3B, 0x21, 0x3F, 0x3002, 0xFF0C, 0xFF1B, 0xFF01, 0xFF1F: true
    default: false
    }
  }

  /// Whether the next atom stands beside this one, but for a few spaces.
  func follows(_ at: Int) -> Bool {
    guard at + 1 < atoms.count else { return false }
    let gap = atoms[at].end..<atoms[at + 1].start
    return gap.count <= 3 && gap.allSatisfy { cells[$0] <= 0x20 || cells[$0] == 0x3000 }
  }
}
