/// A rule with its patterns cut at the anchor; the left part is reversed, since it is read away from the anchor.
struct ParsedRule {
  let file: RuleFile
  let patterns: [(left: Pattern, anchor: TokenSet?, right: Pattern)]

  /// All literals in the rule's patterns.
  var literals: Set<String> {
    var names = Set<String>()
    var literals = Set<String>()
    for pattern in patterns {
      pattern.left.collect(names: &names, literals: &literals)
      pattern.right.collect(names: &names, literals: &literals)
      pattern.anchor?.collect(names: &names, literals: &literals)
    }
    return literals
  }
}

/// Reads the rule files of one layer and checks them against the classes and fields that there are.
struct RuleReader {
  let layer: Master.LayerName
  let definitions: [String: Pattern]
  let known: Set<String>
  let folding: Folding
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ layer: Master.LayerName, definitions: [String: Pattern], known: Set<String>, folding: Folding
  ) {
    self.layer = layer
    self.definitions = definitions
    self.known = known
    self.folding = folding
  }

  /// The rules, best first: by priority, then by name.
  mutating func read(_ files: [GrammarFiles.File]) -> [ParsedRule] {
    files.map { read($0) }.sorted {
      ($0.file.priority, $1.file.id) > ($1.file.priority, $0.file.id)
    }
  }

  private mutating func read(_ file: GrammarFiles.File) -> ParsedRule {
    let rule = RuleFile(file, into: &diagnostics)
    var contexts: [String: Pattern] = [:]
    for (name, text) in rule.contexts.sorted(by: { $0.key < $1.key }) {
      contexts[name] = parse(text, file)
    }
    var patterns: [(left: Pattern, anchor: TokenSet?, right: Pattern)] = []
    for text in rule.patterns {
      guard let pattern = parse(text, file) else { continue }
      guard let split = pattern.split else {
        report(
          file, text, 0, text.text.count,
          "the pattern needs its anchor {\(layer.overCharacters ? "n" : "q")} once, outside all brackets",
          "no-anchor")
        continue
      }
      checkCaptures(of: pattern, rule, text)
      patterns.append(Self.adding(contexts, to: split))
    }
    for field in rule.sets.keys.sorted() where !layer.fields.contains(field) {
      report(
        file, place(of: field, in: file), 0, field.count,
        "the layer \(layer.folder) sets no field '\(field)'", "unknown-field",
        nearest(field, in: layer.fields).map { "did you mean '\($0)'?" })
    }
    return ParsedRule(file: rule, patterns: patterns)
  }

  private static func adding(
    _ contexts: [String: Pattern], to split: (left: Pattern, anchor: TokenSet?, right: Pattern)
  ) -> (left: Pattern, anchor: TokenSet?, right: Pattern) {
    var left = split.left.reversed
    var right = split.right
    if let wanted = contexts["before"] {
      left = .sequence([left, .look(wanted.reversed, wanted: true)])
    }
    if let not = contexts["unless-before"] {
      left = .sequence([left, .look(not.reversed, wanted: false)])
    }
    if let wanted = contexts["after"] { right = .sequence([right, .look(wanted, wanted: true)]) }
    if let not = contexts["unless-after"] { right = .sequence([right, .look(not, wanted: false)]) }
    return (left, split.anchor, right)
  }

  private mutating func parse(_ text: RuleFile.PatternText, _ file: GrammarFiles.File) -> Pattern? {
    var parser = PatternParser(
      text.text, definitions: definitions, byCharacter: layer.overCharacters, folding: folding)
    do {
      let pattern = try parser.parse()
      for (name, offset) in parser.names where !known.contains(name) {
        let near = nearest(name, in: known.union(definitions.keys).sorted())
        report(
          file, text, offset, name.count, "unknown class '\(name)'", "unknown-class",
          near.map { "did you mean '\($0)'?" })
      }
      return pattern
    } catch let failure as PatternParser.Failure {
      report(file, text, failure.offset, failure.length, failure.message, failure.code)
    } catch {}
    return nil
  }

  /// A capture of a rule over words is a field of its layer, or is handed to one (`measure: $thing`).
  private mutating func checkCaptures(
    of pattern: Pattern, _ rule: RuleFile, _ text: RuleFile.PatternText
  ) {
    guard !layer.overCharacters else { return }
    let used = Set(
      layer.fields + rule.sets.values.filter { $0.hasPrefix("$") }.map { String($0.dropFirst()) })
    for name in pattern.captures where !used.contains(name) {
      report(
        rule.file, text, 0, text.text.count,
        "the capture '\(name)' is no field of the layer \(layer.folder)",
        "unknown-capture", nearest(name, in: used.sorted()).map { "did you mean '\($0)'?" })
    }
  }

  /// Where a rule file writes `field:`.
  private func place(of field: String, in file: GrammarFiles.File) -> RuleFile.PatternText {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let found = line.firstRange(of: field + ":") else { continue }
      let column = line.distance(from: line.startIndex, to: found.lowerBound) + 1
      return RuleFile.PatternText(text: field, line: index + 1, column: column)
    }
    return RuleFile.PatternText(text: field, line: 1, column: 1)
  }

  private mutating func report(
    _ file: GrammarFiles.File, _ text: RuleFile.PatternText, _ offset: Int, _ length: Int,
    _ message: String,
    _ code: String, _ hint: String? = nil
  ) {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    diagnostics.append(
      Diagnostic(
        file: file.path, line: text.line, column: text.column + offset, message: message,
        code: code,
        source: text.line <= lines.count ? String(lines[text.line - 1]) : nil, length: length,
        hint: hint))
  }
}

extension GrammarCompiler {
  /// The rules of the layers over characters, or of those over words and mentions.
  mutating func rules(overCharacters: Bool, known: Set<String>) -> [(
    name: Master.LayerName, rules: [ParsedRule]
  )] {
    let phrases = definitions(byCharacter: overCharacters)
    return master.layers.filter { $0.overCharacters == overCharacters }.map { layer in
      var reader = RuleReader(layer, definitions: phrases, known: known, folding: grammar.folding)
      let rules = reader.read(files.inFolder(layer.folder, suffix: "yaml"))
      diagnostics += reader.diagnostics
      return (layer, rules)
    }
  }

  /// The phrases of `define:` in master.yaml; a later one may name an earlier one.
  private mutating func definitions(byCharacter: Bool) -> [String: Pattern] {
    var result: [String: Pattern] = [:]
    for definition in master.definitions {
      var parser = PatternParser(
        definition.text, definitions: result, byCharacter: byCharacter, folding: grammar.folding)
      do {
        result[definition.name] = try parser.parse()
        for (name, offset) in parser.names where !byCharacter && master.definitions.contains(where: { $0.name == name })
        {
          diagnostics.append(
            Diagnostic(
              file: "master.yaml", line: definition.line, column: definition.column + offset,
              message: "'\(name)' is defined further down; a phrase names only those above it", code: "late-definition",
              length: name.count, hint: "move \(name) above \(definition.name)"))
        }
      } catch let failure as PatternParser.Failure {
        diagnostics.append(
          Diagnostic(
            file: "master.yaml", line: definition.line, column: definition.column + failure.offset,
            message: failure.message, code: failure.code, length: failure.length))
      } catch {}
    }
    return result
  }
}
