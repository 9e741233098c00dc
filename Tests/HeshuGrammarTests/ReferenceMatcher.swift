@testable import HeshuGrammar

/// A slow, obvious matcher over the pattern as parsed: it tries everything in the order that the
/// pattern gives.
struct ReferenceMatcher {
  struct Token {
    let literal: String
    let classes: Set<String>
  }

  let tokens: [Token]
  var captures: [String: Range<Int>] = [:]

  init(_ tokens: [Token]) { self.tokens = tokens }

  /// Where the first match of the pattern from the first token on ends, or nil.
  mutating func match(_ pattern: Pattern) -> Int? {
    captures = [:]
    var end: Int?
    let found = go(pattern, 0) { at, _ in
      end = at
      return true
    }
    return found ? end : nil
  }

  static func contains(_ set: TokenSet, _ token: Token) -> Bool {
    func has(_ item: TokenSet.Item) -> Bool {
      switch item {
      case .named(let name): token.classes.contains(name)
      case .literal(let word): token.literal == word
      }
    }
    if set.inverted { return !set.any.contains(where: has) }
    return (set.any.isEmpty || set.any.contains(where: has)) && set.all.allSatisfy(has)
      && !set.none.contains(where: has)
  }

  private mutating func go(
    _ pattern: Pattern, _ at: Int, _ then: (Int, inout ReferenceMatcher) -> Bool
  ) -> Bool {
    switch pattern {
    case .empty, .anchor: return then(at, &self)
    case .one(let set):
      return at < tokens.count && Self.contains(set, tokens[at]) && then(at + 1, &self)
    case .sequence(let items):
      guard let first = items.first else { return then(at, &self) }
      return go(first, at) { $1.go(.sequence(Array(items.dropFirst())), $0, then) }
    case .either(let branches):
      for branch in branches where go(branch, at, then) { return true }
      return false
    case .capture(let name, let item):
      let before = captures[name]
      if go(
        item, at,
        { end, matcher in
          let inner = matcher.captures[name]
          matcher.captures[name] = at..<end
          if then(end, &matcher) { return true }
          matcher.captures[name] = inner
          return false
        })
      {
        return true
      }
      captures[name] = before
      return false
    case .look(let item, let wanted):
      var ahead = self
      return ahead.go(item, at, { _, _ in true }) == wanted && then(at, &self)
    case .repeated(let item, let low, let high, let greedy):
      return times(item, low, high, greedy, at, then)
    }
  }

  private mutating func times(
    _ item: Pattern, _ low: Int, _ high: Int?, _ greedy: Bool, _ at: Int,
    _ then: (Int, inout ReferenceMatcher) -> Bool
  ) -> Bool {
    func again(_ matcher: inout ReferenceMatcher) -> Bool {
      if high == 0 { return false }
      return matcher.go(item, at) { end, matcher in
        if low == 0, high == nil, end == at { return false }
        return matcher.times(item, max(0, low - 1), high.map { $0 - 1 }, greedy, end, then)
      }
    }
    if low > 0 { return again(&self) }
    return greedy ? again(&self) || then(at, &self) : then(at, &self) || again(&self)
  }
}
