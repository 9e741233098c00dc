import HeshuExamples
import HeshuGrammar
import Testing

/// Every example of Grammars/ is a test of its own.
@Suite struct GrammarExampleTests {
  @Test(arguments: GrammarExamples.results)
  func example(_ result: ExampleResult) {
    if let reason = result.example.todo {
      withKnownIssue(
        Comment(rawValue: reason),
        sourceLocation: GrammarExamples.location(result.example.file, line: result.example.line)
      ) { report(result) }
    } else {
      report(result)
    }
  }

  private func report(_ result: ExampleResult) {
    for problem in result.problems {
      Issue.record(
        """
        \(problem.message)
        text: \(result.example.text)
        read: \(result.actual.joined(separator: "\n      "))
        """,
        sourceLocation: GrammarExamples.location(result.example.file, line: problem.line))
    }
  }

  @Test func grammarCompilesAndExamplesAreWellFormed() throws {
    for diagnostic in try GrammarExamples.suite.get().diagnostics {
      Issue.record(
        "\(diagnostic.description)",
        sourceLocation: GrammarExamples.location(diagnostic.file, line: diagnostic.line))
    }
  }

  /// Every rule has a match and a near miss, every table two examples.
  @Test func nothingLacksExamples() throws {
    for diagnostic in try GrammarExamples.suite.get().lint(GrammarExamples.files.get()) {
      Issue.record(
        "\(diagnostic.message)",
        sourceLocation: GrammarExamples.location(diagnostic.file, line: 1))
    }
  }
}
