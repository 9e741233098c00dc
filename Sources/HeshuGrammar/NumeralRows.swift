extension GrammarCompiler {
  /// `numerals/*.tsv`: characters, approximators, whole expressions, joints and prefixes.
  mutating func compileNumerals() {
    var tables = NumeralTables()
    tables.characters = characterRows()
    tables.spread()
    let approximators = approximatorRows()
    tables.before = Trie(approximators["before"]!)
    tables.half = Trie(approximators["half"]!)
    tables.bare = Trie(approximators["bare"]!)
    tables.fillers = Trie(approximators["filler"]!)
    tables.inside = Trie(approximators["inside"]!)
    tables.after = Trie(approximators["after"]!)
    readFixed(into: &tables)
    tables.joints = Trie(jointRows())
    var prefixes: [([UInt16], Int)] = []
    for row in table("numerals/prefixes.tsv", ["text", "code"])?.rows ?? [] {
      prefixes.append((grammar.folding.fold(row[0]).reversed(), tables.prefixCodes.count))
      tables.prefixCodes.append(String(row[1]))
    }
    tables.prefixes = Trie(prefixes)
    grammar.numerals = tables
  }

  private mutating func characterRows() -> [(UInt16, UInt8, UInt8)] {
    var found: [(UInt16, UInt8, UInt8)] = []
    guard let table = table("numerals/characters.tsv", ["character", "form", "value"]) else {
      return []
    }
    for row in table.rows {
      let form = NumeralTables.Form.allCases.first { "\($0)" == row[1] }
      let folded = grammar.folding.fold(row[0])
      guard let form, folded.count == 1, let value = UInt8(row[2].isEmpty ? "0" : row[2]) else {
        let forms = NumeralTables.Form.allCases.map { "\($0)" }.joined(separator: ", ")
        diagnostics.append(
          table.diagnostic(
            row, 0, "expected one character, a form (\(forms)), a value", "bad-character"))
        continue
      }
      found.append((folded[0], form.rawValue, value))
    }
    return found
  }

  /// The words of `approximators.tsv` by position, those before a number reversed: they are read away from it.
  private mutating func approximatorRows() -> [String: [(key: [UInt16], value: Int)]] {
    let isReversed = [
      "before": true, "half": true, "bare": true, "filler": true, "inside": false, "after": false,
    ]
    var words = isReversed.mapValues { _ in [(key: [UInt16], value: Int)]() }
    guard let table = table("numerals/approximators.tsv", ["text", "position", "modifier"]) else {
      return words
    }
    for row in table.rows {
      guard let reversed = isReversed[String(row[1])] else {
        let positions = isReversed.keys.sorted().joined(separator: ", ")
        diagnostics.append(
          table.diagnostic(
            row, 1, "unknown position '\(row[1])'; expected \(positions)", "unknown-position"))
        continue
      }
      guard let modifier = Modifier.allCases.first(where: { $0.name == row[2] }) else {
        diagnostics.append(
          table.diagnostic(row, 2, "unknown modifier '\(row[2])'", "unknown-modifier"))
        continue
      }
      let key = grammar.folding.fold(row[0])
      words[String(row[1])]!.append((reversed ? key.reversed() : key, Int(modifier.rawValue)))
    }
    return words
  }

  private mutating func readFixed(into tables: inout NumeralTables) {
    guard let table = table("numerals/fixed.tsv", ["text", "lower", "upper"]) else { return }
    var words: [([UInt16], Int)] = []
    for row in table.rows {
      guard let lower = Int64(row[1]), let upper = Int64(row[2]), lower <= upper else {
        diagnostics.append(
          table.diagnostic(row, 1, "expected two whole numbers, the lower first", "bad-bounds"))
        continue
      }
      words.append((grammar.folding.fold(row[0]), tables.vagueBounds.count))
      tables.vagueBounds.append((lower, upper))
    }
    tables.vague = Trie(words)
  }

  private mutating func jointRows() -> [(key: [UInt16], value: Int)] {
    let roles = ["range": 1, "list": 2, "compound": 3]
    guard let table = table("numerals/joints.tsv", ["text", "role"]) else { return [] }
    return table.rows.compactMap { row in
      guard let role = roles[String(row[1])] else {
        diagnostics.append(
          table.diagnostic(
            row, 1,
            "unknown role '\(row[1])'; expected \(roles.keys.sorted().joined(separator: ", "))",
            "unknown-role"))
        return nil
      }
      return (grammar.folding.fold(row[0]), role)
    }
  }
}
