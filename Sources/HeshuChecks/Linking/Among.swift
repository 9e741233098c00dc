/// Words that say that what follows is part of what stands before: 其中, 196个驿站中，.
enum Among {
  /// Where such a word ends between a whole and a part, no other clause of its own between; nil for none.
  static func marker(between whole: Fact, and part: Fact, _ text: SourceText) -> Int? {
    let gap = whole.span.upperBound..<part.span.lowerBound
    if whole.quote.span != part.quote.span {
      // 其中 begins the next sentence.
      let start = part.quote.span.lowerBound
      guard start >= whole.quote.span.upperBound, start - whole.quote.span.upperBound < 4, let at = ["其中", "当中"].lazy.compactMap({ text.first($0, in: start..<min(start + 4, text.count)) }).first else {
        return nil
      }
      return at < part.span.lowerBound ? at + 2 : nil
    }
    if let at = ["其中", "当中"].lazy.compactMap({ text.first($0, in: gap) }).first { return at + 2 }
    // The noun right behind the number, then 中 and a comma.
    guard let at = text.first("中，", in: gap), at - gap.lowerBound < 14 else { return nil }
    return text.words(gap.lowerBound..<at).allSatisfy { !"，、；。：".contains($0) } ? at + 2 : nil
  }
}
