internal import Foundation

/// Checks grammar files and compiles them; every mistake is reported, none is passed over.
public struct GrammarCompiler {
  private let files: GrammarFiles
  private var diagnostics: [Diagnostic] = []
  private var grammar = Grammar()
  private var master: Master

  /// Compiles the files. Throws `BrokenGrammar` with all diagnostics when anything is wrong.
  public static func compile(_ files: GrammarFiles) throws -> Grammar {
    var compiler = GrammarCompiler(files)
    compiler.run()
    guard compiler.diagnostics.isEmpty else {
      throw BrokenGrammar(diagnostics: compiler.diagnostics)
    }
    return compiler.grammar
  }

  private init(_ files: GrammarFiles) {
    self.files = files
    let file = files.files.first { $0.path == "master.yaml" }
    var found: [Diagnostic] = []
    if file == nil {
      found.append(
        Diagnostic(
          file: "master.yaml", line: 1, column: 1, message: "missing; it names the layers and their order",
          code: "no-master"))
    }
    master = Master(file ?? GrammarFiles([("master.yaml", "{}")]).files[0], into: &found)
    diagnostics = found
  }

  private mutating func run() {
    grammar.folding = Folding(pairs: Folding.pairs())
    grammar.hash = GrammarFiles.hash(files)
    compileNumerals()
    compileUnits()
    compileTerms()
    compileCharacterRules()
    compileWords()
  }

  private mutating func table(_ path: String, _ columns: [String]) -> Table? {
    files.files.first { $0.path == path }.map { Table($0, columns: columns, into: &diagnostics) }
  }

  // MARK: numerals

  private mutating func compileNumerals() {
    var tables = NumeralTables()
    for row in table("numerals/characters.tsv", ["character", "form", "value"])?.rows ?? [] {
      let form = NumeralTables.Form.allCases.first { "\($0)" == row[1] }
      let folded = grammar.folding.fold(row[0])
      guard let form, folded.count == 1, let value = UInt8(row[2].isEmpty ? "0" : row[2]) else {
        diagnostics.append(
          Diagnostic(
            file: "numerals/characters.tsv", line: row.line, column: 1,
            message: "expected one character, a form (\(NumeralTables.Form.allCases)), a value",
            code: "bad-character"))
        continue
      }
      tables.characters.append((folded[0], form.rawValue, value))
    }
    tables.spread()
    func trie(_ path: String, reversed: Bool = false, position: String) -> Trie {
      var words: [([UInt16], Int)] = []
      for row in table(path, ["text", "position", "modifier"])?.rows ?? [] where row[1] == position {
        guard let modifier = Modifier.allCases.first(where: { $0.name == row[2] }) else {
          diagnostics.append(
            Diagnostic(
              file: path, line: row.line, column: 1, message: "unknown modifier '\(row[2])'",
              code: "unknown-modifier"))
          continue
        }
        let key = grammar.folding.fold(row[0])
        words.append((reversed ? key.reversed() : key, Int(modifier.rawValue)))
      }
      return Trie(words)
    }
    let approximators = "numerals/approximators.tsv"
    tables.before = trie(approximators, reversed: true, position: "before")
    tables.half = trie(approximators, reversed: true, position: "half")
    tables.bare = trie(approximators, reversed: true, position: "bare")
    tables.fillers = trie(approximators, reversed: true, position: "filler")
    tables.inside = trie(approximators, position: "inside")
    tables.after = trie(approximators, position: "after")
    var vague: [([UInt16], Int)] = []
    for row in table("numerals/fixed.tsv", ["text", "lower", "upper"])?.rows ?? [] {
      guard let lower = Int64(row[1]), let upper = Int64(row[2]) else { continue }
      vague.append((grammar.folding.fold(row[0]), tables.vagueBounds.count))
      tables.vagueBounds.append((lower, upper))
    }
    tables.vague = Trie(vague)
    let roles = ["range": 1, "list": 2, "compound": 3]
    tables.joints = Trie(
      (table("numerals/joints.tsv", ["text", "role"])?.rows ?? []).compactMap { row in
        roles[String(row[1])].map { (grammar.folding.fold(row[0]), $0) }
      })
    var prefixes: [([UInt16], Int)] = []
    for row in table("numerals/prefixes.tsv", ["text", "code"])?.rows ?? [] {
      prefixes.append((grammar.folding.fold(row[0]).reversed(), tables.prefixCodes.count))
      tables.prefixCodes.append(String(row[1]))
    }
    tables.prefixes = Trie(prefixes)
    grammar.numerals = tables
  }

  // MARK: units and terms

  private mutating func compileUnits() {
    var words: [([UInt16], Int)] = []
    var seen: [[UInt16]: String] = [:]
    var twins: [Int: [UInt16]] = [:]
    for file in files.inFolder("units", suffix: "tsv") {
      let table = Table(
        file, columns: ["unit", "kind", "code", "factor", "base", "flags"], into: &diagnostics)
      for row in table.rows {
        guard let kind = Kind(name: row[1]) else {
          diagnostics.append(table.diagnostic(row, 1, "unknown kind '\(row[1])'", "unknown-kind"))
          continue
        }
        var flags: Unit.Flags = []
        for flag in row[5].split(separator: " ") {
          switch flag {
          case "ge": flags.insert(.ge)
          case "noun": flags.insert(.noun)
          case "weak": flags.insert(.weak)
          case "latin": flags.insert(.latin)
          case "half": flags.insert(.half)
          case "one": flags.insert(.one)
          case _ where flag.hasPrefix("twin:"):
            twins[grammar.units.count] = grammar.folding.fold(flag.dropFirst(5))
          case "self": flags.insert(.whole)
          default:
            diagnostics.append(table.diagnostic(row, 5, "unknown flag '\(flag)'", "unknown-flag"))
          }
        }
        guard let factor = ratio(row[3]) else {
          diagnostics.append(
            table.diagnostic(row, 3, "factor '\(row[3])' is neither a decimal nor a fraction", "bad-factor"))
          continue
        }
        let key = grammar.folding.fold(row[0])
        if let other = seen[key] {
          diagnostics.append(table.diagnostic(row, 0, "'\(row[0])' stands in \(other) too", "twice"))
          continue
        }
        seen[key] = file.path
        words.append((key, grammar.units.count))
        grammar.units.append(
          Unit(
            text: String(row[0]), kind: kind, code: String(row[2]), numerator: factor.0,
            denominator: factor.1, base: String(row[4]), family: file.stem, flags: flags))
      }
    }
    grammar.unitTrie = Trie(words)
    for (row, name) in twins { grammar.units[row].twin = grammar.unitTrie.value(of: name) }
  }

  /// `2000/3`, `0.0254`, `1000`; empty is 0/1.
  private func ratio(_ text: Substring) -> (Int64, Int64)? {
    if text.isEmpty { return (0, 1) }
    let parts = text.split(separator: "/").map { part -> (Int64, Int64)? in
      let halves = part.split(separator: ".", omittingEmptySubsequences: false)
      let digits = halves.joined()
      let places = halves.count == 2 ? halves[1].count : 0
      guard halves.count <= 2, let value = Int64(digits), places <= 15 else { return nil }
      return (value, (0..<places).reduce(Int64(1)) { power, _ in power * 10 })
    }
    guard let first = parts.first, let top = first else { return nil }
    guard parts.count == 2, let bottom = parts[1] else { return parts.count == 1 ? reduce(top) : nil }
    return reduce((top.0 * bottom.1, top.1 * bottom.0))
  }

  private func reduce(_ value: (Int64, Int64)) -> (Int64, Int64) {
    var (a, b) = value
    while b != 0 { (a, b) = (b, a % b) }
    return (value.0 / a, value.1 / a)
  }

  private mutating func compileTerms() {
    var words: [([UInt16], Int)] = []
    var reads: [String] = []
    var reach = [UInt8](repeating: 0, count: 65536)
    for file in files.inFolder("terms", suffix: "tsv") {
      for row in Table(file, columns: ["term", "reads"], into: &diagnostics).rows {
        let key = grammar.folding.fold(row[0])
        words.append((key, reads.count))
        reads.append(String(row[1]))
        for (offset, c) in key.enumerated() where grammar.numerals.starts[Int(c)] > 0 {
          reach[Int(c)] = max(reach[Int(c)], UInt8(min(offset, 255)))
        }
      }
    }
    grammar.termTrie = Trie(words)
    grammar.termReads = reads
    grammar.termReach = reach
  }

  // MARK: rules

  private mutating func definitions(byCharacter: Bool) -> [String: Pattern] {
    var result: [String: Pattern] = [:]
    for definition in master.definitions {
      var parser = PatternParser(definition.text, definitions: result, byCharacter: byCharacter)
      do { result[definition.name] = try parser.parse() } catch let failure as PatternParser.Failure {
        diagnostics.append(
          Diagnostic(
            file: "master.yaml", line: definition.line, column: definition.column + failure.offset,
            message: failure.message, code: failure.code, length: failure.length))
      } catch {}
    }
    return result
  }

  struct ParsedRule {
    let file: RuleFile
    let patterns: [(left: Pattern, anchor: TokenSet?, right: Pattern)]
  }

  private mutating func parse(
    _ folder: String, fields: [String], definitions: [String: Pattern], byCharacter: Bool, known: Set<String>
  ) -> [ParsedRule] {
    var rules: [ParsedRule] = []
    for file in files.inFolder(folder, suffix: "yaml") {
      let rule = RuleFile(file, into: &diagnostics)
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      func parse(_ text: RuleFile.PatternText, _ diagnostics: inout [Diagnostic]) -> Pattern? {
        var parser = PatternParser(text.text, definitions: definitions, byCharacter: byCharacter)
        func report(_ offset: Int, _ length: Int, _ message: String, _ code: String, _ hint: String? = nil) {
          diagnostics.append(
            Diagnostic(
              file: file.path, line: text.line, column: text.column + offset, message: message, code: code,
              source: text.line <= lines.count ? lines[text.line - 1] : nil, length: length, hint: hint))
        }
        do {
          let pattern = try parser.parse()
          for (name, offset) in parser.names where !known.contains(name) {
            let near = nearest(name, in: known.union(definitions.keys))
            report(
              offset, name.count, "unknown class '\(name)'", "unknown-class",
              near.map { "did you mean '\($0)'?" })
          }
          return pattern
        } catch let failure as PatternParser.Failure {
          report(failure.offset, failure.length, failure.message, failure.code)
        } catch {}
        return nil
      }
      var contexts: [String: Pattern] = [:]
      for (name, text) in rule.contexts { contexts[name] = parse(text, &diagnostics) }
      var patterns: [(left: Pattern, anchor: TokenSet?, right: Pattern)] = []
      for text in rule.patterns {
        guard let pattern = parse(text, &diagnostics) else { continue }
        guard let split = pattern.split else {
          diagnostics.append(
            Diagnostic(
              file: file.path, line: text.line, column: text.column,
              message: "the pattern needs its anchor {\(byCharacter ? "n" : "q")} once, outside all brackets",
              code: "no-anchor", source: text.line <= lines.count ? lines[text.line - 1] : nil,
              length: text.text.count))
          continue
        }
        var left = split.left.reversed
        var right = split.right
        if let wanted = contexts["before"] { left = .sequence([left, .look(wanted.reversed, wanted: true)]) }
        if let not = contexts["unless-before"] { left = .sequence([left, .look(not.reversed, wanted: false)]) }
        if let wanted = contexts["after"] { right = .sequence([right, .look(wanted, wanted: true)]) }
        if let not = contexts["unless-after"] { right = .sequence([right, .look(not, wanted: false)]) }
        patterns.append((left, split.anchor, right))
      }
      for field in rule.sets.keys where !fields.contains(field) {
        diagnostics.append(
          Diagnostic(
            file: file.path, line: 1, column: 1, message: "the layer \(folder) sets no field '\(field)'",
            code: "unknown-field",
            hint: nearest(field, in: fields).map { "did you mean '\($0)'?" }))
      }
      rules.append(ParsedRule(file: rule, patterns: patterns))
    }
    return rules.sorted { ($0.file.priority, $1.file.id) > ($1.file.priority, $0.file.id) }
  }

  private func collect(_ rules: [ParsedRule]) -> (Set<String>, Set<String>) {
    var names = Set<String>()
    var literals = Set<String>()
    for rule in rules {
      for pattern in rule.patterns {
        pattern.left.collect(names: &names, literals: &literals)
        pattern.right.collect(names: &names, literals: &literals)
        pattern.anchor?.collect(names: &names, literals: &literals)
      }
    }
    return (names, literals)
  }

  private func layer(_ folder: String, _ rules: [ParsedRule], _ alphabet: Alphabet) -> Layer {
    var layer = Layer(folder: folder)
    var compiler = ProgramCompiler()
    for (number, rule) in rules.enumerated() {
      layer.rules.append(
        Rule(
          id: rule.file.id, about: rule.file.about, priority: rule.file.priority, sets: rule.file.sets,
          when: rule.file.when))
      for pattern in rule.patterns {
        let entry = layer.entries.count
        let left = compiler.compile(pattern.left, rule: entry, into: &layer.left)
        let right = compiler.compile(pattern.right, rule: entry, into: &layer.right)
        let anchor = pattern.anchor.map { compiler.number(of: $0) } ?? -1
        layer.entries.append(.init(rule: Int32(number), left: left, right: right, anchor: anchor))
      }
    }
    layer.captureNames = compiler.captureNames
    // Symbols that no set tells apart share a column.
    var columns: [[Bool]: UInt16] = [:]
    var members: [[Bool]] = []
    for key in alphabet.symbols {
      let row = compiler.sets.map { alphabet.matches($0, key) }
      if columns[row] == nil {
        columns[row] = UInt16(columns.count)
        members.append(row)
      }
      layer.columns.append(columns[row]!)
    }
    layer.columnCount = members.count
    layer.setBits = Array(repeating: 0, count: compiler.sets.count * layer.words)
    for (column, row) in members.enumerated() {
      for (set, isIn) in row.enumerated() where isIn {
        layer.setBits[set * layer.words + column >> 6] |= 1 << UInt64(column & 63)
      }
    }
    return layer
  }

  private mutating func compileCharacterRules() {
    let builtIn = ["Arabic", "HanDigit", "Scale", "Letter", "Han", "Space", "Punctuation", "Edge", "Symbol"]
    let known = Set(builtIn + master.sets.map(\.name))
    let layers = master.layers.filter(\.overCharacters)
    let phrases = definitions(byCharacter: true)
    let parsed = layers.map {
      parse($0.folder, fields: $0.fields, definitions: phrases, byCharacter: true, known: known)
    }
    let literals = parsed.reduce(into: Set<String>()) { $0.formUnion(collect($1).1) }
    let folded = Dictionary(
      literals.compactMap { literal in
        literal.unicodeScalars.first.map { (grammar.folding.fold(String($0))[0], literal) }
      }, uniquingKeysWith: { first, _ in first })
    var alphabet = Alphabet(classes: known, literals: literals)
    var sets: [UInt16: Set<String>] = [:]
    for (name, characters) in master.sets {
      for c in grammar.folding.fold(characters) { sets[c, default: []].insert(name) }
    }
    grammar.characterSymbols = (0..<65536).map { cell in
      var classes = sets[UInt16(cell)] ?? []
      switch NumeralTables.Form(rawValue: grammar.numerals.forms[cell])! {
      case .arabic: classes.insert("Arabic")
      case .han, .formal, .zero, .tens: classes.insert("HanDigit")
      case .scale, .big: classes.insert("Scale")
      default: break
      }
      switch cell {
      case 0x20: classes.insert("Space")
      case 0x41...0x5A, 0x61...0x7A: classes.insert("Letter")
      case 0x3400...0x9FFF: classes.insert("Han")
      case 0x0A, 0x0D: classes.insert("Edge")
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x2010...0x2027, 0x3001...0x301F, 0xFF00...0xFF0F,
        0xFF1A...0xFF20:
        classes.insert("Punctuation")
      default: break
      }
      return alphabet.symbol(classes: classes, literal: folded[UInt16(cell)])
    }
    grammar.tokenSymbols["Edge"] = alphabet.symbol(classes: ["Edge"], literal: nil)
    for (index, rules) in parsed.enumerated() {
      grammar.characterLayers.append(layer(layers[index].folder, rules, alphabet))
    }
  }

  private mutating func compileWords() {
    var classes: [[UInt16]: Set<String>] = [:]
    var spelling: [[UInt16]: String] = [:]
    for file in files.inFolder("lexicon", suffix: "tsv") {
      let main = className(ofStem: file.stem)
      let table = Table(file, columns: ["word", "classes"], into: &diagnostics)
      for row in table.rows {
        let key = grammar.folding.fold(row[0])
        classes[key, default: []].formUnion([main] + row[1].split(separator: " ").map(String.init))
        spelling[key] = String(row[0])
      }
    }
    for file in files.inFolder("terms", suffix: "tsv") {
      for row in Table(file, columns: ["term", "reads"], into: &diagnostics).rows
      where row[1] != "allow" {
        let key = grammar.folding.fold(row[0])
        let reads = className(ofStem: String(row[1]))
        classes[key, default: []].insert("Term")
        if classes[key]!.count == 1 { classes[key]!.formUnion(["Name", "Slogan"].contains(reads) ? [reads, "Noun"] : [reads]) }
        spelling[key] = String(row[0])
      }
    }
    let special: [String: Set<String>] = [
      "Unknown": ["Unknown", "Noun", "Han"], "Latin": ["Latin", "Noun"], "Number": ["Number"], "Space": ["Space"],
      "Date": ["Date", "Reading"], "Time": ["Time", "Reading"], "Ordinal": ["Ordinal", "Reading"],
      "Name": ["Name", "Reading", "Noun"], "Phone": ["Phone", "Reading"], "Rank": ["Ordinal", "Reading"],
      "Break": ["Break"],
      "BareArabic": ["Quantity", "Bare", "ArabicNumber"], "BareHan": ["Quantity", "Bare", "HanNumber"],
      "BareScaled": ["Quantity", "Bare", "Scaled"], "BareFraction": ["Quantity", "Bare", "Fraction"],
      "BareHalf": ["Quantity", "Bare", "HanNumber", "Half"], "BareShare": ["Quantity", "Percentage", "ShareUnit"],
      "BareAmount": ["Quantity", "Amount", "MoneyUnit"], "BareVague": ["Quantity", "Bare", "Scaled", "Vague"],
      "BareMeasurement": ["Quantity", "Measurement"], "ArticleOne": ["Quantity", "Count", "One"],
    ]
    let kinds = Kind.allCases.map { $0.name.prefix(1).uppercased() + $0.name.dropFirst() }
    let families = Set(grammar.units.map { className(ofStem: $0.family) + "Unit" })
    var known = Set(classes.values.joined()).union(special.values.joined())
    known.formUnion(["Quantity", "SelfUnit", "GreatUnit"] + kinds + families)
    let phrases = definitions(byCharacter: false)
    let layers = master.layers.filter { !$0.overCharacters }
    let parsed = layers.map {
      parse($0.folder, fields: $0.fields, definitions: phrases, byCharacter: false, known: known)
    }
    var literals = Set<String>()
    for rules in parsed { literals.formUnion(collect(rules).1) }
    for literal in literals {
      let key = grammar.folding.fold(literal)
      if spelling[key] == nil { spelling[key] = literal }
      if classes[key] == nil { classes[key] = [] }
    }
    let literalKeys = Dictionary(literals.map { (grammar.folding.fold($0), $0) }, uniquingKeysWith: { a, _ in a })
    var alphabet = Alphabet(classes: known, literals: literals)
    grammar.wordTrie = Trie(
      classes.map { key, names in
        (key, Int(alphabet.symbol(classes: names, literal: literalKeys[key])))
      })
    for (name, names) in special { grammar.tokenSymbols[name] = alphabet.symbol(classes: names, literal: nil) }
    grammar.unitSymbols = grammar.units.map { unit in
      let kind = unit.kind.name.prefix(1).uppercased() + unit.kind.name.dropFirst()
      return alphabet.symbol(
        classes: Set(["Quantity", kind, className(ofStem: unit.family) + "Unit"])
          .union(unit.flags.contains(.whole) ? ["SelfUnit"] : []).union(unit.text == "大" ? ["GreatUnit"] : []),
        literal: nil)
    }
    for (index, rules) in parsed.enumerated() {
      grammar.layers.append(layer(layers[index].folder, rules, alphabet))
    }
    for name in known {
      var bits = [UInt64](repeating: 0, count: alphabet.symbols.count / 64 + 1)
      for (number, key) in alphabet.symbols.enumerated() where key.classes.contains(name) {
        bits[number >> 6] |= 1 << UInt64(number & 63)
      }
      grammar.classes[name] = bits
    }
  }
}
