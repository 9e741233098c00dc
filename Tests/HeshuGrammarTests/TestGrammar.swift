import HeshuGrammar

/// Small grammars for tests: a master.yaml with one layer over words, and what a test adds.
enum TestGrammar {
  static let master = """
    language: zh
    layers:
      - folder: claims
        over: words
        fields: [measure, kind]
    """

  /// 甲 is A, 乙 B, 丙 both, 丁 C, 戊 of no class that rules name.
  static let words = [
    (path: "lexicon/as.tsv", text: "word\tclasses\n甲\t\n丙\tB\n"),
    (path: "lexicon/bs.tsv", text: "word\tclasses\n乙\t\n"),
    (path: "lexicon/cs.tsv", text: "word\tclasses\n丁\t\n"),
    (path: "lexicon/ds.tsv", text: "word\tclasses\n戊\t\n"),
  ]

  /// The grammar of these patterns, each a rule of its own: claims/r000, claims/r001, …
  static func compile(_ patterns: [String]) throws -> Grammar {
    var files = [(path: "master.yaml", text: master)] + words
    for (index, pattern) in patterns.enumerated() {
      let name = ruleName(index)
      files.append(
        (path: "\(name).yaml", text: "rule: \(name)\nabout: 'A test.'\npattern: '\(pattern)'\n"))
    }
    return try GrammarCompiler.compile(GrammarFiles(files))
  }

  static func ruleName(_ index: Int) -> String {
    "claims/r" + String(String(1000 + index).dropFirst())
  }
}
