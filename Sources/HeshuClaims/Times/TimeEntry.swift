/// A time of the paragraph, resolved as far as the words and the document's date allow.
struct TimeEntry {
  /// Its cells, lengths of time included that are quantities of their own: 今年前5个月.
  var cells: Range<Int>
  var start: Day?
  var end: Day?
  var isAsOf = false
  /// 今年: for facts up to the document's day, for plans to its end.
  var isCurrent = false
  /// 从5月起: for facts up to the document's day, for plans without end.
  var isOpen = false
  /// 到2025年, 12月底前, 明年, seen from a document before it: what is done then is planned.
  var isAhead = false
  /// 比2012年: what something is compared with.
  var isBasis = false

  var hasDays: Bool { start != nil || end != nil }

  /// Whether sentences after it without a time speak of it too: 今年以来, 第三季度, 截至8月底; not a single day, not 目前, no
  /// distant year, no past for a plan.
  func sets(isPlan: Bool, _ today: Day?) -> Bool {
    guard let end = end ?? start, start != end else { return false }
    guard let today else { return !isOpen }
    if start == nil, end == today { return false }
    return (start == nil || end.year >= today.year - 1) && !isOpen && (isPlan == (end > today) || isOver(today))
  }

  /// 全年 in December: the year is as good as over.
  private func isOver(_ today: Day) -> Bool { isCurrent && today.month == 12 && end?.year == today.year }

  /// Whether it is the whole year that is over or about to begin: a summary or a plan speaks of it in all its paragraphs.
  func isWholeYear(_ today: Day?) -> Bool {
    guard let start, let end, let today, !isOpen, start.year == end.year else { return false }
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
      && (end.year > today.year || end.year == today.year && today.month == 12)
  }

  /// Whether it is the year before, seen from its first two months: 2023年工作综述 in January 2024.
  func isYearJustOver(_ today: Day?) -> Bool {
    guard let start, let end, let today, today.month <= 2 else { return false }
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) && start.year == end.year
      && end.year == today.year - 1
  }

  /// The period of a claim.
  func days(isPlan: Bool, _ today: Day?) -> (start: Day?, end: Day?) {
    if isOpen {
      guard let start, let today, !isPlan, start <= today else { return (start, nil) }
      return (start, today)
    }
    if isCurrent, !isPlan, let start, let end, let today, start <= today, today < end { return (start, today) }
    return (start, end)
  }
}
