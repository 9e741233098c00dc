import ArgumentParser
import HeshuGrammar

/// `heshu grammars …`: tools for those who write grammars.
struct Grammars: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check, compile and list grammars.",
    discussion: """
      heshu grammars test Grammars
      heshu grammars lint Grammars
      heshu grammars list
      heshu grammars compile Grammars -o Sources/CGrammarImage/zh.image
      """,
    subcommands: [TestGrammar.self, LintGrammar.self, CompileGrammar.self, ListGrammar.self])
}

/// `heshu grammars compile DIR -o FILE`: the image that the program carries inside it.
struct CompileGrammar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Check a grammar and write it as one image, which the program can carry inside it.",
    discussion: """
      heshu grammars compile Grammars -o Sources/CGrammarImage/zh.image
      """)

  @Argument(help: ArgumentHelp("The grammar folder.", valueName: "folder"), completion: .directory)
  var folder: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The image; without it the grammar is only checked.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let files = try GrammarFiles(folder: folder)
    let grammar = try GrammarCompiler.compile(files)
    guard let output else { return }
    var file = try OutputFile(output)
    file.write(grammar.write(image: files))
    file.flush()
  }
}

/// `heshu grammars list`: every rule, in the order in which they are tried.
struct ListGrammar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract:
      "List the rules by layer, in the order in which they are tried, with what each is about.",
    discussion: """
      heshu grammars list
      heshu grammars list Grammars
      """)

  @Argument(
    help: ArgumentHelp("The grammar folder; the built-in grammar without it.", valueName: "folder"),
    completion: .directory)
  var folder: String?

  func run() throws {
    let grammar =
      try folder.map { try GrammarCompiler.compile(GrammarFiles(folder: $0)) }
      ?? GrammarChoice.builtIn()
    var lines: [String] = []
    for layer in grammar.characterLayers + grammar.layers + grammar.mentionLayers {
      for rule in layer.rules {
        let priority = rule.priority == 0 ? "" : String(rule.priority)
        lines.append(
          DisplayWidth.fitted(rule.id, 36) + DisplayWidth.fitted(priority, 4, isRight: true) + "  "
            + rule.about)
      }
    }
    var file = try OutputFile(nil)
    file.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    file.flush()
  }
}
