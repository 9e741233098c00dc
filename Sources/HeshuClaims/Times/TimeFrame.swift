/// From what a paragraph's times are counted: the document's day and the last time named.
struct TimeFrame {
  var today: Day?
  /// The last days named in this paragraph; nil after a vague one has cut the thread.
  var last: ClosedRange<Day>?
  /// Whether the last one named a month or a day.
  var isLastFine = false
  /// The last single day of the article, for 当天.
  var lastDay: Day?

  /// The year that the headline names.
  private var headlineYear: Int?

  /// The year of 同年, 全年.
  var thatYear: Int? { last?.upperBound.year ?? headlineYear ?? today?.year }

  /// The year that months without one belong to: that of the time before, else the one that brings them near to the document's day.
  func year(ofMonth month: Int) -> Int? {
    if let last, isLastFine || last.upperBound.year >= (today?.year ?? 0) - 1 { return last.upperBound.year }
    guard let today else { return nil }
    // 12月 in January is over; 10月 in September is to come.
    return month > today.month + 6 ? today.year - 1 : today.year
  }

  /// Year and month of 26日 and 当月.
  func month(ofDay day: Int) -> (year: Int, month: Int)? {
    if let last, isLastFine { return (last.upperBound.year, last.upperBound.month) }
    guard let today else { return nil }
    if day <= today.day { return (today.year, today.month) }
    return today.month > 1 ? (today.year, today.month - 1) : (today.year - 1, 12)
  }

  mutating func note(_ range: ClosedRange<Day>, isFine: Bool) {
    last = range
    isLastFine = isFine
    if range.lowerBound == range.upperBound { lastDay = range.lowerBound }
  }

  mutating func noteHeadline() { headlineYear = last?.upperBound.year }

  mutating func beginArticle() {
    lastDay = nil
    headlineYear = nil
    beginParagraph()
  }

  mutating func beginParagraph() {
    last = nil
    isLastFine = false
  }
}
