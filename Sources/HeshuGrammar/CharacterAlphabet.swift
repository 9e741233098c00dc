extension GrammarCompiler {
  /// The rules over characters: `12月20日` is a date. A character's classes come from `numerals/`, from the sets of
  /// master.yaml and from Unicode's blocks.
  mutating func compileCharacterRules() {
    let known = Set(Self.characterClasses + master.sets.map(\.name))
    let layers = rules(overCharacters: true, known: known)
    let literals = layers.reduce(into: Set<String>()) { all, layer in
      for rule in layer.rules { all.formUnion(rule.literals) }
    }
    var named: [UInt16: String] = [:]
    for literal in literals { named[grammar.folding.fold(literal).first ?? 0] = literal }
    var sets: [UInt16: Set<String>] = [:]
    for (name, characters) in master.sets {
      for c in grammar.folding.fold(characters) { sets[c, default: []].insert(name) }
    }
    var alphabet = Alphabet(classes: known, literals: literals)
    grammar.characterSymbols = (0..<65536).map { cell in
      var classes = sets[UInt16(cell)] ?? []
      classes.formUnion(
        Self.classes(ofForm: NumeralTables.Form(rawValue: grammar.numerals.forms[cell])!))
      classes.formUnion(Self.classes(ofCell: cell))
      return alphabet.symbol(classes: classes, literal: named[UInt16(cell)])
    }
    grammar.tokenSymbols["Edge"] = alphabet.symbol(classes: ["Edge"], literal: nil)
    grammar.characterLayers = layers.map { Layer(folder: $0.name.folder, $0.rules, alphabet) }
  }

  private static let characterClasses = [
    "Arabic", "HanDigit", "Scale", "Letter", "Han", "Space", "Punctuation", "Edge", "Symbol",
  ]

  private static func classes(ofForm form: NumeralTables.Form) -> [String] {
    switch form {
    case .arabic: ["Arabic"]
    case .han, .formal, .zero, .tens: ["HanDigit"]
    case .scale, .big: ["Scale"]
    default: []
    }
  }

  private static func classes(ofCell cell: Int) -> [String] {
    switch cell {
    case 0x20: ["Space"]
    case 0x41...0x5A, 0x61...0x7A: ["Letter"]
    case 0x3400...0x9FFF: ["Han"]
    case 0x0A, 0x0D: ["Edge"]
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x2010...0x2027, 0x3001...0x301F,
      0xFF00...0xFF0F,
      0xFF1A...0xFF20:
      ["Punctuation"]
    default: []
    }
  }
}
