/// What the rules over mentions say of one claim, before it is resolved: which mention of its sentence gives the field, or
/// that none may.
struct ContextClues {
  enum Clue: Equatable {
    /// No rule spoke: the field may be inherited from the paragraph, the headline, the masthead.
    case silent
    /// A rule says that the claim has none: a company's own figure has no place.
    case none
    /// That of the sentence before.
    case inherit
    /// Place of the mention in the paragraph's list.
    case mention(Int)
    /// Words that are no mention, in cells.
    case words(Range<Int>)
  }
  var period = Clue.silent
  var place = Clue.silent
  var actor = Clue.silent
  /// increase, decrease
  var isIncrease: Bool?
  var basis: Range<Int>?
  var per: Range<Int>?
  var part: Part?
  var beneficiary: Range<Int>?

  /// How the text says that a claim is part of another.
  enum Part: String {
    /// 其中: of the figure before it that it can be a part of.
    case among
    /// 占: a share of the figure before it.
    case share
    /// One of several that split the figure before them.
    case split
    /// A total: figures right before it that add up to it are its parts.
    case total
    /// No part, whatever a weaker rule says.
    case none
  }
}
