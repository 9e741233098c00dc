/// The way from one text to its claims: sentences, words with their classes, the rules that matched around each quantity.
public struct Explanation: Sendable {
  /// A word or a quantity of a sentence.
  public struct Word: Sendable {
    public var text: String
    public var classes: String
    /// The reading rule or the term that took its numeral.
    public var source: String?
  }

  /// A rule that matched around a quantity.
  public struct Match: Sendable {
    public var rule: String
    public var priority: Int
    /// What it sets, as `measure=集体合同`.
    public var sets: [String]
    /// Only the first match of a layer counts.
    public var isApplied: Bool
  }

  /// How far a rule came.
  public struct Attempt: Sendable {
    /// The words that fitted, in the order of the text, the quantity among them.
    public var fitted: String
    /// The word that did not; nil at the edge of the sentence, and where the anchor itself failed.
    public var found: String?
    public var place: String
    public var expected: [String]
    /// Empty unless the rule does match: then what went before it.
    public var note = ""
  }

  /// A field of a claim and where it comes from.
  public struct Field: Sendable {
    public var name: String
    /// What the record has, as `今年以来 2023-01-01..2023-12-29`.
    public var value: String
    /// sentence, paragraph, article, masthead.
    public var origin: String
    /// Where its words stand, in code points of the text; nil where they stand nowhere in it.
    public var range: Range<Int>?
  }

  /// A quantity, what its claim became, and why.
  public struct Reading: Sendable {
    public var text: String
    /// The sentence, with where it begins in code points of the text.
    public var quote = ""
    public var quoteStart = 0
    /// The quantity and every field whose words are known.
    public var fields: [Field] = []
    public var matches: [Match] = []
    /// For `--why-not`, one for each pattern of the rule.
    public var attempts: [Attempt] = []
  }

  public struct Sentence: Sendable {
    public var words: [Word]
    public var readings: [Reading]
  }

  public var sentences: [Sentence] = []
  /// Numerals that no sentence with a quantity holds: dates, terms.
  public var others: [Word] = []
  /// The claim and unread records, one a line.
  public var records: [UInt8] = []
}
