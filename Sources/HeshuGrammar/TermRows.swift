extension GrammarCompiler {
  /// `terms/*.tsv`: fixed terms with a numeral inside, and from where such a term can begin (五 is second in 五一: 1 back).
  mutating func compileTerms() {
    var words: [([UInt16], Int)] = []
    var reads: [String] = []
    var reach = [UInt8](repeating: 0, count: 65536)
    for file in files.inFolder("terms", suffix: "tsv") {
      let table = Table(file, columns: ["term", "reads"], into: &diagnostics)
      for row in table.rows {
        guard Self.termReads.contains(String(row[1])) else {
          diagnostics.append(
            table.diagnostic(
              row, 1,
              "unknown reading '\(row[1])'; expected \(Self.termReads.joined(separator: ", "))",
              "unknown-reading"))
          continue
        }
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

  static let termReads = ["name", "word", "idiom", "ordinal", "date", "slogan", "allow"]
}
