/// Numbers the tokens that patterns can tell apart: two words of the same classes that no pattern names are one symbol.
///
/// Built once, when a grammar is compiled; at run time a token is only its symbol.
struct Alphabet {
  /// The classes a symbol stands for, and the literal, if some pattern names it.
  struct Key: Hashable {
    var classes: Set<String>
    var literal: String?
  }

  private(set) var symbols: [Key] = []
  private var numbers: [Key: UInt16] = [:]
  private(set) var known: Set<String>
  private var literals: Set<String>

  init(classes: Set<String>, literals: Set<String>) {
    known = classes
    self.literals = literals
    // Symbol 0: a token of no class at all.
    _ = symbol(classes: [], literal: nil)
  }

  mutating func symbol(classes: Set<String>, literal: String?) -> UInt16 {
    let key = Key(
      classes: classes.intersection(known),
      literal: literal.flatMap { literals.contains($0) ? $0 : nil })
    if let number = numbers[key] { return number }
    let number = UInt16(symbols.count)
    symbols.append(key)
    numbers[key] = number
    return number
  }

  func matches(_ set: TokenSet, _ key: Key) -> Bool {
    func has(_ item: TokenSet.Item) -> Bool {
      switch item {
      case .named(let name): key.classes.contains(name)
      case .literal(let word): key.literal == word
      }
    }
    if set.inverted { return !set.any.contains(where: has) }
    return (set.any.isEmpty || set.any.contains(where: has)) && set.all.allSatisfy(has)
      && !set.none.contains(where: has)
  }
}
