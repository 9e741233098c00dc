internal import HeshuGrammar
internal import HeshuNumerals
public import HeshuText

/// Finds the organisations and persons a paragraph names, resolves short names, and gives claims their actor. One a thread.
final class OrganizationReader {
  init(_ grammar: Grammar) {}

  func begin(_ document: DecodedDocument?, _ masthead: Masthead) {}

  /// A new article; short names of the one before mean nothing in it.
  func begin(_ article: Article) {}

  /// Adds organisations and persons to `mentions`, which holds the paragraph's times and places so far, and takes out the
  /// places that are part of a name.
  func read(
    _ text: ReadingText, _ kind: Block.Kind, _ spans: [NumeralSpan], _ places: PlaceReader,
    _ source: UnsafeBufferPointer<UInt8>, into mentions: inout [MentionSpan]
  ) {}

  /// The full name of the mention with this index, and a person's title; for its entity record.
  func resolved(_ kind: MentionSpan.Kind, _ index: Int) -> (name: [UInt8], role: SourceSpan?) { ([], nil) }

  /// Gives the claim its actor: by the clue, else inherited.
  func settle(
    _ claim: inout Claim, _ clue: ContextClues.Clue, _ mentions: [MentionSpan], _ text: ReadingText,
    _ source: UnsafeBufferPointer<UInt8>
  ) {}

  /// The paragraph is done: keeps what later ones may inherit.
  func end(_ mentions: [MentionSpan], _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {}
}
