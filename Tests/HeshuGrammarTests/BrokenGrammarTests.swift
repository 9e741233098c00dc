import Foundation
import Testing

@testable import HeshuGrammar

/// Fixtures/<mistake>/ holds a broken grammar and, in expected-error.txt, what its author is told.
@Suite struct BrokenGrammarTests {
  private static let fixtures =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().path + "/Fixtures"

  static let mistakes = ((try? FileManager.default.contentsOfDirectory(atPath: fixtures)) ?? [])
    .sorted()

  @Test(arguments: mistakes) func isReported(_ mistake: String) throws {
    let folder = "\(Self.fixtures)/\(mistake)"
    let error = #expect(throws: BrokenGrammar.self) {
      try GrammarCompiler.compile(GrammarFiles(folder: folder))
    }
    let expected = try String(contentsOfFile: folder + "/expected-error.txt", encoding: .utf8)
    #expect((error?.description ?? "") + "\n" == expected)
  }

  @Test func thereAreFixtures() { #expect(Self.mistakes.count >= 8) }
}
