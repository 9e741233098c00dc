internal import HeshuGrammar

extension TimeComposer {
  /// The time without prefix and suffix that begins at this atom; `first` is the one at the other end of a range, whose
  /// outer parts it shares: 8日 of 9月5日至8日.
  func point(_ start: Int, after first: TimePoint? = nil) -> (TimePoint, Int)? {
    guard start < atoms.count else { return nil }
    var point = TimePoint()
    var at = start
    func goOn() -> Bool { at < atoms.count && (at == start || follows(at - 1)) }
    if case .word(let role) = atoms[at].sort, let whole = whole(role, atoms[at]) { return (whole, at + 1) }
    if let next = year(at, &point) { at = next }
    if goOn(), atoms[at].isWord(.filler), at > start { at += 1 }
    if at > start, goOn(), part(at, &point) { return (point, at + 1) }
    if goOn(), case .word(let role) = atoms[at].sort {
      switch role {
      case .season where at > start:
        point.isVague = true
        return (point, at + 1)
      case .quarter:
        point.months = atoms[at].from * 3 - 2...atoms[at].to * 3
        if follows(at), atoms[at + 1].isWord(.part), atoms[at + 1].from == 3 {
          point.part = 3
          at += 1
        }
        return (settled(point, first), at + 1)
      case .samePeriod:
        guard let last = frame.last, at > start else {
          point.isVague = true
          return (point, at + 1)
        }
        point.months = last.lowerBound.month...max(last.lowerBound.month, last.upperBound.month)
        return (settled(point, first), at + 1)
      default: break
      }
    }
    at = months(at, start, &point)
    let isMonth = point.months != nil
    if isMonth, goOn(), atoms[at].isWord(.filler) { at += 1 }
    if isMonth, goOn() {
      if part(at, &point) { return (settled(point, first), at + 1) }
      if atoms[at].isWord(.third) {
        point.days = atoms[at].from...atoms[at].to
        return (settled(point, first), at + 1)
      }
    }
    if goOn(), atoms[at].sort == .number, 1...31 ~= atoms[at].from, let last = unit(.dayUnit, after: at) {
      point.days = atoms[at].from...atoms[at].from
      at = last
    }
    return at > start ? (settled(point, first), at) : nil
  }

  /// Words that are a time by themselves.
  private func whole(_ role: TimeTables.Role, _ atom: TimeAtom) -> TimePoint? {
    var point = TimePoint()
    switch role {
    case .now: point.isNow = true
    case .vague, .season: point.isVague = true
    case .span: point.fixed = TimePoint.days(Day(number: atom.from), Day(number: atom.to))
    case .event where atom.to == 1: point.fixed = TimePoint.days(Day(number: atom.from), frame.today)
    case .day, .thatDay:
      let base = role == .day ? frame.today : frame.lastDay
      guard let day = base?.adding(atom.from) else {
        point.isVague = true
        break
      }
      point.fixed = day...day
    case .yearPart where frame.today != nil || frame.last != nil:
      point.year = max(frame.today?.year ?? 0, frame.thatYear ?? 0)
      point.part = atom.from
    case .relativeQuarter:
      guard let today = frame.today else {
        point.isVague = true
        break
      }
      let quarter = today.year * 4 + (today.month - 1) / 3 + atom.from
      point.year = quarter / 4
      point.months = quarter % 4 * 3 + 1...quarter % 4 * 3 + 3
      point.isCurrent = atom.from == 0
    default: return nil
    }
    return point
  }

  /// Gives a time its outer parts: those of the range's first end, else of what was named before, else of the document's day.
  private func settled(_ given: TimePoint, _ first: TimePoint?) -> TimePoint {
    var point = given
    if point.months != nil || point.days != nil {
      point.isCurrent = point.isCurrent && point.days == nil && !point.hasYear
    }
    if point.isVague || point.fixed != nil { return point }
    if point.months == nil, point.days != nil {
      if let first, let months = first.months {
        (point.year, point.months) = (first.year, months)
      } else if let days = point.days, let found = frame.month(ofDay: days.lowerBound) {
        (point.year, point.months) = (found.year, found.month...found.month)
      }
    }
    if point.year == nil, let months = point.months {
      point.year = first?.year ?? frame.year(ofMonth: months.upperBound)
      if let first, let year = point.year, let before = first.months, before.lowerBound > months.upperBound {
        point.year = first.year == year ? year + 1 : year
      }
    }
    point.isVague = point.year == nil
    return point
  }
}
