internal import HeshuGrammar
internal import HeshuNumerals
public import HeshuText

/// Finds the places a paragraph names, resolves them, and gives claims their place. One a thread.
final class PlaceReader {
  init(_ grammar: Grammar) {}

  /// A new document: its area is that of the masthead, of its JSON line or of `--place`.
  func begin(_ document: DecodedDocument?, _ masthead: Masthead) {}

  /// A new article; `source` is the document's text.
  func begin(_ article: Article) {}

  /// Adds the places of the reading text to `mentions`; a person's or company's name that holds one is sorted out later.
  func read(_ text: ReadingText, _ kind: Block.Kind, _ spans: [NumeralSpan], into mentions: inout [MentionSpan]) {}

  /// Name and code of the place mention with this index; for its entity record.
  func resolved(_ index: Int) -> (name: [UInt8], code: [UInt8]) { ([], []) }

  /// Gives the claim its place: by the clue, by its actor, else inherited from sentence, article, masthead.
  func settle(
    _ claim: inout Claim, _ clue: ContextClues.Clue, _ mentions: [MentionSpan], _ text: ReadingText,
    _ source: UnsafeBufferPointer<UInt8>
  ) {}

  /// The paragraph is done: keeps what later ones may inherit.
  func end(_ mentions: [MentionSpan], _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {}
}
