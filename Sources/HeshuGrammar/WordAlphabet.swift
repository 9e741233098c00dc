extension GrammarCompiler {
  /// The rules over words, and the words: those of the lexicon, the terms, the literals of the rules.
  mutating func compileWords() {
    var classes = lexiconClasses()
    addTermClasses(to: &classes)
    var known = Set(classes.values.joined()).union(Self.tokens.flatMap(\.1))
    for unit in grammar.units { known.formUnion(Self.classes(of: unit)) }
    known.formUnion(["Quantity", "SelfUnit", "GreatUnit"] + Kind.allCases.map(\.className))
    let layers = rules(overCharacters: false, known: known)
    var literals: [[UInt16]: String] = [:]
    for literal in layers.flatMap(\.rules).flatMap(\.literals) {
      literals[grammar.folding.fold(literal)] = literal
    }
    for key in literals.keys where classes[key] == nil { classes[key] = [] }
    var alphabet = Alphabet(classes: known, literals: Set(literals.values))
    grammar.wordTrie = Trie(
      classes.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, names in
        (key, Int(alphabet.symbol(classes: names, literal: literals[key])))
      })
    for (name, classes) in Self.tokens {
      grammar.tokenSymbols[name] = alphabet.symbol(classes: Set(classes), literal: nil)
    }
    grammar.unitSymbols = grammar.units.map {
      alphabet.symbol(classes: Self.classes(of: $0), literal: nil)
    }
    func compiled(_ over: Master.LayerName.Over) -> [Layer] {
      layers.filter { $0.name.over == over }.map { Layer(folder: $0.name.folder, $0.rules, alphabet) }
    }
    grammar.layers = compiled(.words)
    grammar.mentionLayers = compiled(.mentions)
    for name in known {
      var bits = [UInt64](repeating: 0, count: alphabet.symbols.count / 64 + 1)
      for (number, key) in alphabet.symbols.enumerated() where key.classes.contains(name) {
        bits[number >> 6] |= 1 << UInt64(number & 63)
      }
      grammar.classes[name] = bits
    }
  }

  /// `lexicon/verbs.tsv` makes all its words `Verb`; the second column adds others.
  private mutating func lexiconClasses() -> [[UInt16]: Set<String>] {
    var classes: [[UInt16]: Set<String>] = [:]
    for file in files.inFolder("lexicon", suffix: "tsv") {
      let main = className(ofStem: file.stem)
      for row in Table(file, columns: ["word", "classes"], into: &diagnostics).rows {
        classes[grammar.folding.fold(row[0]), default: []]
          .formUnion([main] + row[1].split(separator: " ").map(String.init))
      }
    }
    return classes
  }

  /// A term is a word as well; what it is beyond `Term` the lexicon says first.
  private func addTermClasses(to classes: inout [[UInt16]: Set<String>]) {
    var ignored: [Diagnostic] = []
    for file in files.inFolder("terms", suffix: "tsv") {
      for row in Table(file, columns: ["term", "reads"], into: &ignored).rows
      where row[1] != "allow" {
        let reads = className(ofStem: String(row[1]))
        var names = classes[grammar.folding.fold(row[0])] ?? []
        names.insert("Term")
        if names.count == 1 {
          names.formUnion(["Name", "Slogan"].contains(reads) ? [reads, "Noun"] : [reads])
        }
        classes[grammar.folding.fold(row[0])] = names
      }
    }
  }

  /// Tokens that are no words, with their classes.
  private static let tokens: [(String, [String])] = [
    ("Unknown", ["Unknown", "Noun", "Han"]), ("Latin", ["Latin", "Noun"]), ("Number", ["Number"]),
    ("Space", ["Space"]), ("Break", ["Break"]),
    ("Date", ["Date", "Reading"]), ("Time", ["Time", "Reading"]),
    ("Ordinal", ["Ordinal", "Reading"]),
    ("Name", ["Name", "Reading", "Noun"]), ("Phone", ["Phone", "Reading"]),
    ("Rank", ["Ordinal", "Reading"]),
    ("BareArabic", ["Quantity", "Bare", "ArabicNumber"]),
    ("BareHan", ["Quantity", "Bare", "HanNumber"]),
    ("BareScaled", ["Quantity", "Bare", "Scaled"]),
    ("BareFraction", ["Quantity", "Bare", "Fraction"]),
    ("BareHalf", ["Quantity", "Bare", "HanNumber", "Half"]),
    ("BareShare", ["Quantity", "Percentage", "ShareUnit"]),
    ("BareAmount", ["Quantity", "Amount", "MoneyUnit"]),
    ("BareVague", ["Quantity", "Bare", "Scaled", "Vague"]),
    ("BareMeasurement", ["Quantity", "Measurement"]),
    ("ArticleOne", ["Quantity", "Count", "One"]),
    ("TimeSpan", ["TimeSpan", "Mention"]), ("TimeBasis", ["TimeSpan", "TimeBasis", "Mention"]),
    ("Place", ["Place", "Mention", "Noun"]), ("Area", ["Area", "Mention", "Noun", "Deictic"]),
    ("Organization", ["Organization", "Mention", "Noun"]), ("Person", ["Person", "Mention", "Noun"]),
  ]

  /// 人次 of people.tsv: Quantity, Count, PeopleUnit, SelfUnit.
  private static func classes(of unit: Unit) -> Set<String> {
    var classes: Set = ["Quantity", unit.kind.className, className(ofStem: unit.family) + "Unit"]
    if unit.flags.contains(.whole) { classes.insert("SelfUnit") }
    if unit.text == "大" { classes.insert("GreatUnit") }
    return classes
  }
}

extension Kind {
  /// `Amount` for `amount`.
  fileprivate var className: String { name.prefix(1).uppercased() + name.dropFirst() }
}
