import ArgumentParser
import HeshuExamples
import HeshuGrammar

/// `heshu grammars test DIR`: runs the examples beside the rules.
struct TestGrammar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract:
      "Run the examples of a grammar; each failure is shown at its place in the examples file.",
    discussion: """
      heshu grammars test
      heshu grammars test Grammars --only claims/quantity-noun
      """)

  @Argument(help: ArgumentHelp("The grammar folder.", valueName: "folder"), completion: .directory)
  var folder = "Grammars"

  @Option(help: ArgumentHelp("Only the examples whose file begins so.", valueName: "folder/rule"))
  var only: String?

  func run() throws {
    let files = try GrammarFiles(folder: folder)
    let suite = ExampleSuite(files, grammar: try GrammarCompiler.compile(files))
    var failures = suite.diagnostics.map(\.description)
    var todo = 0
    let results = suite.results.filter { only.map($0.example.file.hasPrefix) ?? true }
    for result in results {
      if let reason = result.example.todo {
        todo += 1
        if result.passes {
          failures.append("\(place(result)): passes now; take away ':todo \(reason)'")
        }
      } else if !result.passes {
        failures.append(text(of: result))
      }
    }
    for failure in failures { Notice.print(failure) }
    Notice.print("\(results.count) examples, \(failures.count) failures, \(todo) todo")
    if !failures.isEmpty { throw ExitCode(2) }
  }

  private func place(_ result: ExampleResult) -> String {
    "\(result.example.file):\(result.example.line)"
  }

  private func text(of result: ExampleResult) -> String {
    let problems = result.problems.map { "\(result.example.file):\($0.line): \($0.message)" }
    let read = result.actual.isEmpty ? ["none"] : result.actual
    return (problems + ["  text: \(result.example.text)"] + read.map { "  read: \($0)" }).joined(
      separator: "\n")
  }
}

/// `heshu grammars lint DIR`: what lacks examples.
struct LintGrammar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract:
      "Find rules without a match or a near miss in their examples, and tables without examples.",
    discussion: """
      heshu grammars lint
      heshu grammars lint Grammars
      """)

  @Argument(help: ArgumentHelp("The grammar folder.", valueName: "folder"), completion: .directory)
  var folder = "Grammars"

  func run() throws {
    let files = try GrammarFiles(folder: folder)
    let suite = ExampleSuite(files, grammar: try GrammarCompiler.compile(files))
    let found = suite.diagnostics + suite.lint(files)
    for diagnostic in found { Notice.print(diagnostic.description) }
    Notice.print(
      found.isEmpty
        ? "every rule and table has its examples" : "\(found.count) places lack examples")
    if !found.isEmpty { throw ExitCode(2) }
  }
}
