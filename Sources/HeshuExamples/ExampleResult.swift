/// What came of one example.
public struct ExampleResult: Sendable {
  public let example: Example
  /// The lines after `---`, or `none`.
  public var expected: [String] {
    example.expectations.isEmpty ? ["none"] : example.expectations.map(\.text)
  }
  /// What was read, written as expectations are.
  public internal(set) var actual: [String] = []
  public internal(set) var problems: [Problem] = []
  /// The rules that applied: `claims/quantity-noun`, `readings/date-day`.
  public internal(set) var rules: Set<String> = []
  /// The records as the tool writes them, one JSON object each.
  public internal(set) var records: [String] = []
  /// The fields of each record by path, as written: `quantity.value` is `5323`.
  public internal(set) var fields: [[String: String]] = []

  public var passes: Bool { problems.isEmpty }

  public struct Problem: Sendable {
    /// In the examples file, from 1.
    public let line: Int
    /// `found 'value=12'; expected '13'`.
    public let message: String
  }

  init(_ example: Example) { self.example = example }

  mutating func fail(_ message: String, line: Int? = nil) {
    problems.append(Problem(line: line ?? example.line, message: message))
  }
}
