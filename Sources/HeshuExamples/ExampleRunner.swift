public import HeshuGrammar

/// Runs examples. In `units/`, `numerals/`, `terms/` and `readings/` every quantity is asked for,
/// elsewhere every claim.
///
/// Not shared between threads.
public final class ExampleRunner {
  private let quantities: QuantityExamples
  private let claims: ClaimExamples

  /// The folders whose examples are of quantities alone.
  public static let quantityFolders: Set = ["units", "numerals", "terms", "readings"]

  public init(_ grammar: Grammar) {
    quantities = QuantityExamples(grammar)
    claims = ClaimExamples(grammar)
  }

  public func run(_ example: Example) -> ExampleResult {
    var result = ExampleResult(example)
    if Self.quantityFolders.contains(example.folder) {
      quantities.run(&result)
    } else {
      claims.run(&result)
    }
    return result
  }
}

/// All examples of a grammar, run in the order of the files.
///
/// Those of `lines/` are of articles, with expectations of their own; HeshuText's tests run them.
public struct ExampleSuite: Sendable {
  public let results: [ExampleResult]
  /// Mistakes in the examples files themselves.
  public let diagnostics: [Diagnostic]

  public init(_ files: GrammarFiles, grammar: Grammar) {
    let runner = ExampleRunner(grammar)
    let read = files.files.filter { $0.suffix == "examples" && !["lines", "checks"].contains($0.folder) }
      .map(ExampleFile.init)
    diagnostics = read.flatMap(\.diagnostics)
    results = read.flatMap(\.examples).map(runner.run)
  }
}
