extension Pattern {
  /// All names and literals in the pattern.
  func collect(names: inout Set<String>, literals: inout Set<String>) {
    switch self {
    case .empty: break
    case .one(let set): set.collect(names: &names, literals: &literals)
    case .anchor(let set): set?.collect(names: &names, literals: &literals)
    case .sequence(let items), .either(let items):
      for item in items { item.collect(names: &names, literals: &literals) }
    case .repeated(let item, _, _, _), .capture(_, let item), .look(let item, _):
      item.collect(names: &names, literals: &literals)
    }
  }

  /// The same pattern read from its other end.
  var reversed: Pattern {
    switch self {
    case .empty, .one, .anchor: self
    case .sequence(let items): .sequence(items.reversed().map(\.reversed))
    case .either(let items): .either(items.map(\.reversed))
    case .repeated(let item, let low, let high, let greedy):
      .repeated(item.reversed, min: low, max: high, greedy: greedy)
    case .capture(let name, let item): .capture(name, item.reversed)
    case .look(let item, let wanted): .look(item.reversed, wanted: wanted)
    }
  }

  /// The parts before and after the anchor, and the class the anchor must have; nil when there is not exactly one anchor
  /// at the top level.
  var split: (left: Pattern, anchor: TokenSet?, right: Pattern)? {
    let items: [Pattern] = if case .sequence(let all) = self { all } else { [self] }
    var found: (Int, TokenSet?)?
    for (index, item) in items.enumerated() {
      if case .anchor(let set) = item {
        if found != nil { return nil }
        found = (index, set)
      } else if item.holdsAnchor {
        return nil
      }
    }
    guard let (index, set) = found else { return nil }
    return (.sequence(Array(items[..<index])), set, .sequence(Array(items[(index + 1)...])))
  }

  private var holdsAnchor: Bool {
    switch self {
    case .anchor: true
    case .empty, .one: false
    case .sequence(let items), .either(let items): items.contains(where: \.holdsAnchor)
    case .repeated(let item, _, _, _), .capture(_, let item), .look(let item, _): item.holdsAnchor
    }
  }
}

extension TokenSet {
  func collect(names: inout Set<String>, literals: inout Set<String>) {
    for item in any + all + none {
      switch item {
      case .named(let name): names.insert(name)
      case .literal(let word): literals.insert(word)
      }
    }
  }
}

extension Pattern {
  /// The names it captures, as they stand.
  var captures: [String] {
    switch self {
    case .empty, .one, .anchor: []
    case .sequence(let items), .either(let items): items.flatMap(\.captures)
    case .repeated(let item, _, _, _), .look(let item, _): item.captures
    case .capture(let name, let item): [name] + item.captures
    }
  }
}
