/// A pattern as written, before its names are looked up.
///
/// `'{predicate:Verb} Aspect? {measure:NP} {q:Count}'` is a sequence of a capture, an option, a capture of a defined phrase
/// and the anchor.
indirect enum Pattern: Sendable {
  case empty
  /// One token that is in the set.
  case one(TokenSet)
  case sequence([Pattern])
  case either([Pattern])
  case repeated(Pattern, min: Int, max: Int?, greedy: Bool)
  case capture(String, Pattern)
  /// The next tokens (away from the anchor) must, or must not, match.
  case look(Pattern, wanted: Bool)
  /// The quantity or number that the rule is about, with the class it must have.
  case anchor(TokenSet?)
}

/// What one token may be: any of the names and literals, none of the excluded ones.
struct TokenSet: Sendable, Hashable {
  enum Item: Sendable, Hashable {
    case named(String)
    case literal(String)
  }
  var any: [Item] = []
  var all: [Item] = []
  var none: [Item] = []
  /// `[^…]` and `.`: everything except `any`.
  var inverted = false
}
