/// Checks grammar files and compiles them; every mistake is reported, none is passed over.
///
/// The same files give the same grammar on every machine and run, to the byte of its image: whatever comes out of a set or
/// a dictionary is sorted before it goes into the grammar.
public struct GrammarCompiler {
  let files: GrammarFiles
  var diagnostics: [Diagnostic] = []
  var grammar = Grammar()
  let master: Master

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
          file: "master.yaml", line: 1, column: 1,
          message: "missing; it names the layers and their order", code: "no-master"))
    }
    master = Master(file ?? GrammarFiles([("master.yaml", "{}")]).files[0], into: &found)
    diagnostics = found
  }

  /// The order matters: all words are folded, terms and characters ask for the numerals, words for the units.
  private mutating func run() {
    grammar.hash = GrammarFiles.hash(files)
    compileFolding()
    compileNumerals()
    compileUnits()
    compileIdentity()
    compilePlaces()
    compileOrganizations()
    compileTimes()
    compileTerms()
    compileCharacterRules()
    compileWords()
    compileTitles()
    grammar.finish()
  }

  /// The table at this path, nil when the grammar has none.
  mutating func table(_ path: String, _ columns: [String]) -> Table? {
    files.files.first { $0.path == path }.map { Table($0, columns: columns, into: &diagnostics) }
  }
}
