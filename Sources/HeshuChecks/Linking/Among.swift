/// Words that say that what follows is part of what stands before: 其中, 196个驿站中，.
struct Among {
  /// Where the words end.
  let end: Int
  /// Whether clauses behind a semicolon are still meant.
  let mayGoOn: Bool

  /// The words between a whole and a part; nil for none.
  static func marker(between whole: Fact, and part: Fact, _ text: SourceText, _ phrases: Phrases) -> Among? {
    whole.quote.span == part.quote.span ? inside(whole, part, text, phrases) : ahead(whole, part, text, phrases)
  }

  private static func first(in gap: Range<Int>, _ text: SourceText, _ phrases: Phrases) -> Among? {
    phrases[.among].first(in: gap, text).map { Among(end: $0.upperBound, mayGoOn: false) }
  }

  private static func inside(_ whole: Fact, _ part: Fact, _ text: SourceText, _ phrases: Phrases) -> Among? {
    let gap = whole.span.upperBound..<part.span.lowerBound
    if let found = first(in: gap, text, phrases) { return found }
    // The noun right behind the number, then 中 and a comma.
    guard let marker = phrases[.inside].first(in: gap, text), marker.lowerBound - gap.lowerBound < 14 else {
      return nil
    }
    return text.words(gap.lowerBound..<marker.lowerBound).allSatisfy { !"，、；。：".contains($0) }
      ? Among(end: marker.upperBound, mayGoOn: true) : nil
  }

  /// 其中 at the head of the next sentence, or the noun again: 受理法律援助案件213件。受理的案件中，欠薪121件.
  private static func ahead(_ whole: Fact, _ part: Fact, _ text: SourceText, _ phrases: Phrases) -> Among? {
    let start = part.quote.span.lowerBound
    guard start >= whole.quote.span.upperBound, start - whole.quote.span.upperBound < 4 else { return nil }
    let head = start..<min(start + 4, part.span.lowerBound)
    if let found = first(in: head, text, phrases) { return found }
    guard let marker = phrases[.inside].first(in: start..<min(start + 14, part.span.lowerBound), text),
      let noun = whole.measure?.words.suffix(2),
      noun.count == 2, text.words(start..<marker.lowerBound).hasSuffix(noun)
    else { return nil }
    return Among(end: marker.upperBound, mayGoOn: true)
  }
}
