/// Words that say that what follows is part of what stands before: 其中, 196个驿站中，.
struct Among {
  /// Where the words end.
  let end: Int
  /// Whether clauses behind a semicolon are still meant.
  let mayGoOn: Bool

  private static let words = ["其中", "当中", "，包括", "里面", "，含"]

  /// The words between a whole and a part; nil for none.
  static func marker(between whole: Fact, and part: Fact, _ text: SourceText) -> Among? {
    whole.quote.span == part.quote.span ? inside(whole, part, text) : ahead(whole, part, text)
  }

  private static func first(in gap: Range<Int>, _ text: SourceText) -> Among? {
    words.lazy.compactMap { word in text.first(word, in: gap).map { Among(end: $0 + word.unicodeScalars.count, mayGoOn: false) } }.first
  }

  private static func inside(_ whole: Fact, _ part: Fact, _ text: SourceText) -> Among? {
    let gap = whole.span.upperBound..<part.span.lowerBound
    if let found = first(in: gap, text) { return found }
    // The noun right behind the number, then 中 and a comma.
    guard let at = text.first("中，", in: gap), at - gap.lowerBound < 14 else { return nil }
    return text.words(gap.lowerBound..<at).allSatisfy { !"，、；。：".contains($0) } ? Among(end: at + 2, mayGoOn: true) : nil
  }

  /// 其中 at the head of the next sentence, or the noun again: 受理法律援助案件213件。受理的案件中，欠薪121件.
  private static func ahead(_ whole: Fact, _ part: Fact, _ text: SourceText) -> Among? {
    let start = part.quote.span.lowerBound
    guard start >= whole.quote.span.upperBound, start - whole.quote.span.upperBound < 4 else { return nil }
    let head = start..<min(start + 4, part.span.lowerBound)
    if let found = first(in: head, text) { return found }
    guard let at = text.first("中，", in: start..<min(start + 14, part.span.lowerBound)), let noun = whole.measure?.words.suffix(2), noun.count == 2,
      text.words(start..<at).hasSuffix(noun)
    else { return nil }
    return Among(end: at + 2, mayGoOn: true)
  }
}
