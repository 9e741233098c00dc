import Foundation
public import HeshuExamples
import HeshuGrammar
public import Testing

/// The examples of Grammars/, compiled and run once for all tests.
enum GrammarExamples {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let folder = root + "/Grammars"

  static let files = Result { try GrammarFiles(folder: folder) }

  static let suite = Result {
    let read = try files.get()
    return ExampleSuite(read, grammar: try GrammarCompiler.compile(read))
  }

  static let results = (try? suite.get())?.results ?? []

  /// A line of an examples file, so that a failure points there.
  static func location(_ file: String, line: Int) -> SourceLocation {
    SourceLocation(
      fileID: "Grammars/" + file, filePath: "\(folder)/zh/\(file)", line: line, column: 1)
  }
}

extension ExampleResult: CustomTestStringConvertible {
  public var testDescription: String { "\(example.file):\(example.line) \(example.title)" }
}
