internal import HeshuGrammar

/// What the checks read between and around figures: `checks/phrases.tsv`.
struct Phrases: Sendable {
  /// What a phrase says; the table tells each.
  enum Role: String, CaseIterable {
    // Parts and wholes.
    case among, inside, amongThem, partial, aside, rest, remainder, composedOf, composed, respectively
    case soFar, universe, allAreas, openAreas, plain
    // Lists.
    case named, are, ending, levelName, title, ofParty
    // Shares and growth.
    case share, proportion, eachShare, divided, manyAnswers, yearOnYear, than, varying, unchanged, manifold
    // Times.
    case cutOff, lasting, from, to, upTo, thisYear, lastYear, wholeYear, running
    // Names.
    case legalForm, telling, back
  }

  private let lists: [Role: WordList]

  init(_ files: GrammarFiles) throws {
    let words = try RoleWords("phrases", Set(Role.allCases.map(\.rawValue)), files)
    lists = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, words.list($0.rawValue)) })
  }

  /// The words of a role: 其中 and 当中 are `among`.
  subscript(role: Role) -> WordList { lists[role]! }
}
