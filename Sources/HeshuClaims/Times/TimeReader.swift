internal import HeshuGrammar
internal import HeshuNumerals
public import HeshuText

/// Finds the times a paragraph names and gives claims their period. One a thread.
final class TimeReader {
  init(_ grammar: Grammar) {}

  /// A new document: its date is that of the masthead, of its JSON line or of `--date`.
  func begin(_ document: DecodedDocument?, _ masthead: Masthead) {}

  /// A new article; nothing of the one before is inherited.
  func begin(_ article: Article) {}

  /// Adds the times of the reading text to `mentions`; `spans` are its numerals, dates among them.
  func read(_ text: ReadingText, _ kind: Block.Kind, _ spans: [NumeralSpan], into mentions: inout [MentionSpan]) {}

  /// Gives the claim its period: by the clue, else inherited from sentence, paragraph, headline.
  func settle(
    _ claim: inout Claim, _ clue: ContextClues.Clue, _ mentions: [MentionSpan], _ text: ReadingText,
    _ source: UnsafeBufferPointer<UInt8>
  ) {}

  /// The paragraph is done: keeps what later ones may inherit.
  func end(_ mentions: [MentionSpan], _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {}
}
