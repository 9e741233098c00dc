import Foundation
import HeshuClaims
import HeshuGrammar
import HeshuSegments
import HeshuText
import Testing

/// The lines of Fixtures/*.txt: text with • at each break, as ICU's own rbbitst.txt has it.
@Suite struct BreakFixtureTests {
  private static func lines(_ name: String) -> [String] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Fixtures/\(name).txt"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  /// The offsets of the breaks in a marked line, and the line without marks.
  private static func unmark(_ line: String) -> (text: String, breaks: Set<Int>) {
    var text = ""
    var breaks = Set<Int>()
    for c in line {
      if c == "•" { breaks.insert(text.unicodeScalars.count) } else { text.append(c) }
    }
    return (text, breaks)
  }

  /// One row a character: what follows it, expected and found.
  private static func table(_ text: String, _ expected: Set<Int>, _ found: Set<Int>) -> String {
    text.unicodeScalars.enumerated().map { index, c in
      let (wanted, got) = (expected.contains(index + 1), found.contains(index + 1))
      return "\(c)  \(wanted ? "•" : " ") \(got ? "•" : " ")\(wanted == got ? "" : "  <- differs")"
    }.joined(separator: "\n")
  }

  @Test(arguments: lines("words"))
  func words(_ line: String) throws {
    let grammar = try Grammar.builtIn()
    let (text, expected) = Self.unmark(line)
    let reading = ReadingText(grammar.folding)
    let reader = ClaimReader(grammar)
    var found = Set<Int>()
    reader.onSentence = { tokens, _ in
      for token in tokens where token.end > token.start && token.end < reading.count { found.insert(Int(token.end)) }
    }
    Array(text.utf8).withUnsafeBufferPointer {
      reading.fill($0)
      reader.read(reading, in: $0)
    }
    #expect(found == expected, "\(line)\n\(Self.table(text, expected, found))")
  }

  @Test(arguments: lines("sentences"))
  func sentences(_ line: String) throws {
    let (text, expected) = Self.unmark(line)
    let reading = ReadingText(try Grammar.builtIn().folding)
    Array(text.utf8).withUnsafeBufferPointer { reading.fill($0) }
    let found = Set(SentenceBreaker().ends(reading.cells, count: reading.count).map(Int.init))
    #expect(found == expected, "\(line)\n\(Self.table(text, expected, found))")
  }
}
