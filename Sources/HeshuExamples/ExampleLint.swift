public import HeshuGrammar

extension ExampleSuite {
  /// What lacks examples: a rule needs a text where it applies and one where it does not,
  /// a table needs two.
  ///
  /// Exempt are the lexicon, the gazetteers, `folding/` and `lines/`.
  public func lint(_ files: GrammarFiles) -> [Diagnostic] {
    let byName = Dictionary(grouping: results, by: \.example.name)
    var missing: [Diagnostic] = []
    for file in files.files where file.folder != "" && file.folder != "lines" {
      let name = file.folder + "/" + file.stem
      let own = byName[name] ?? []
      let problem: String? =
        if file.suffix == "yaml" {
          own.isEmpty
            ? "has no \(file.stem).examples"
            : !own.contains { $0.rules.contains(name) }
              ? "has no example where the rule applies"
              : own.allSatisfy { $0.rules.contains(name) } ? "has no near miss" : nil
        } else if file.suffix == "tsv", Self.tables.contains(file.folder), own.count < 2 {
          "has \(own.count) examples; expected two or more in \(file.stem).examples"
        } else {
          nil
        }
      if let problem {
        missing.append(
          Diagnostic(
            file: file.path, line: 1, column: 1, message: problem, code: "missing-examples"))
      }
    }
    return missing
  }

  /// Tables that must have examples.
  private static let tables: Set = ["units", "numerals", "terms"]
}
