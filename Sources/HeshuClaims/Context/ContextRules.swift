internal import HeshuGrammar
internal import HeshuSegments

/// What the rules of one layer over mentions do, looked up once.
final class ContextRules {
  enum Field: String, CaseIterable { case period, place, actor, basis, per, beneficiary }
  enum Action {
    case capture(Field, Int)
    case none(Field)
    case inherit(Field)
    case direction(isIncrease: Bool)
    case part(ContextClues.Part)
  }

  let scan: LayerScan
  /// The actions of all rules, and where those of each begin; one entry more for the end.
  private let actions: [Action]
  private let firsts: [Int]

  init(_ layer: Layer, _ scan: LayerScan) {
    self.scan = scan
    var actions: [Action] = []
    var firsts = [0]
    for rule in layer.rules {
      for field in Field.allCases {
        if rule.sets[field.rawValue] == "none" {
          actions.append(.none(field))
        } else if rule.sets[field.rawValue] == "inherit" {
          actions.append(.inherit(field))
        } else if let slot = layer.captureNames.firstIndex(of: field.rawValue) {
          actions.append(.capture(field, slot))
        }
      }
      if let direction = rule.sets["direction"] { actions.append(.direction(isIncrease: direction == "increase")) }
      if let part = rule.sets["part"].flatMap(ContextClues.Part.init) { actions.append(.part(part)) }
      firsts.append(actions.count)
    }
    self.actions = actions
    self.firsts = firsts
  }

  /// Does what a rule says that matches around the quantity at `anchor`.
  func apply(_ rule: Int, anchor: Int, _ words: MentionTokens, to clues: inout ContextClues) {
    for place in firsts[rule]..<firsts[rule + 1] {
      switch actions[place] {
      case .none(let field): set(field, .none, &clues)
      case .inherit(let field): set(field, .inherit, &clues)
      case .direction(let isIncrease): clues.isIncrease = isIncrease
      case .part(let part): clues.part = part
      case .capture(let field, let slot):
        guard let found = scan.capture(slot), found.to > found.from else { continue }
        let range =
          found.isLeft
          ? (anchor - found.to)..<(anchor - found.from) : (anchor + 1 + found.from)..<(anchor + 1 + found.to)
        let cells = Int(words.tokens[range.lowerBound].start)..<Int(words.tokens[range.upperBound - 1].end)
        // A mention with words around it is no more than part of what is meant: 全国法院.
        let mention = range.count == 1 ? words.mentions[range.lowerBound] : -1
        set(field, mention >= 0 ? .mention(Int(mention)) : .words(cells), &clues, cells)
      }
    }
  }

  private func set(
    _ field: Field, _ clue: ContextClues.Clue, _ clues: inout ContextClues, _ cells: Range<Int>? = nil
  ) {
    switch field {
    case .period: clues.period = clue
    case .place: clues.place = clue
    case .actor: clues.actor = clue
    case .basis: clues.basis = cells
    case .per: clues.per = cells
    case .beneficiary: clues.beneficiary = cells
    }
  }
}
