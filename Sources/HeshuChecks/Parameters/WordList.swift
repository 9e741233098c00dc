/// Words that say one thing: 其中, 当中, 里面. Where several stand at a place the longest is read.
struct WordList: Sendable {
  private typealias Word = (text: String, scalars: [Unicode.Scalar])

  /// In the order of the table.
  private let words: [Word]
  private let longestFirst: [Word]
  /// The words as a set.
  let set: Set<String>
  /// Those of one character.
  let characters: Set<Unicode.Scalar>

  init(_ texts: [String]) {
    words = texts.map { ($0, Array($0.unicodeScalars)) }
    longestFirst = words.enumerated().sorted { (-$0.1.scalars.count, $0.0) < (-$1.1.scalars.count, $1.0) }.map(
      \.element)
    set = Set(texts)
    characters = Set(words.filter { $0.scalars.count == 1 }.map { $0.scalars[0] })
  }

  // MARK: in words without a place

  /// Whether the text is one of them.
  func contains(_ text: String) -> Bool { set.contains(text) }

  /// Whether one of them stands in the text.
  func isIn(_ text: some StringProtocol) -> Bool { words.contains { text.contains($0.text) } }

  func begins(_ text: some StringProtocol) -> Bool { words.contains { text.hasPrefix($0.text) } }

  /// What begins the text: 其中 of 其中女职工.
  func beginning(_ text: some StringProtocol) -> String? { longestFirst.first { text.hasPrefix($0.text) }?.text }

  /// What ends the text: 有限公司 of 远山智能装备有限公司.
  func ending(_ text: some StringProtocol) -> String? { longestFirst.first { text.hasSuffix($0.text) }?.text }

  // MARK: in a text

  /// The first word of the table that stands in the range, wherever that is, and its place.
  func first(in range: Range<Int>, _ text: SourceText) -> Range<Int>? {
    for word in words {
      if let start = text.first(word.scalars, in: range) { return start..<(start + word.scalars.count) }
    }
    return nil
  }

  func isIn(_ range: Range<Int>, _ text: SourceText) -> Bool {
    first(in: range.clamped(to: 0..<text.count), text) != nil
  }

  /// Whether one of them begins here.
  func isAt(_ start: Int, _ text: SourceText) -> Bool { words.contains { text.has($0.scalars, at: start) } }

  /// Whether one of them ends right before `end`.
  func ends(before end: Int, _ text: SourceText) -> Bool {
    words.contains { text.has($0.scalars, at: end - $0.scalars.count) }
  }

  /// The end of what begins here.
  func end(at start: Int, _ text: JoinedText) -> Int? {
    longestFirst.first { text.has($0.scalars, at: start) }.map { start + $0.scalars.count }
  }

  /// What ends right before `end`.
  func word(before end: Int, _ text: JoinedText) -> String? {
    longestFirst.first { text.has($0.scalars, at: end - $0.scalars.count) }?.text
  }
}
