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
  /// 比2012年: what something is compared with.
  var isBasis = false

  var hasDays: Bool { start != nil || end != nil }

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
