import Foundation
import HeshuChecks
import Testing

/// The contradictions planted in `Corpus/contradictions`, and the newsletters of the corpus, which hold none.
@Suite struct PlantedTests {
  static let folder = Checked.root + "/Corpus/contradictions"

  /// A row of `expected.tsv`.
  struct Planted: Hashable {
    let document: String
    let check: String
    let severity: String
    let passages: String
  }

  static func expected() throws -> (found: Set<Planted>, missed: Set<Planted>) {
    var found: Set<Planted> = []
    var missed: Set<Planted> = []
    for line in try String(contentsOfFile: folder + "/expected.tsv", encoding: .utf8).split(separator: "\n").dropFirst() where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let planted = Planted(document: cells[0], check: cells[1], severity: cells[2], passages: cells[3])
      if cells.count > 4, !cells[4].isEmpty { missed.insert(planted) } else { found.insert(planted) }
    }
    return (found, missed)
  }

  @Test func everyPlantedContradictionIsFoundAndNothingElse() throws {
    let (expected, missed) = try Self.expected()
    #expect(expected.count >= 40)
    var found: Set<Planted> = []
    for name in Set(expected.map(\.document)).sorted() {
      let text = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
      for finding in try Checked.findings([(name, text)]) where finding.isQuestion {
        let passages = finding.spans.map { $0.text.split(whereSeparator: \.isWhitespace).joined() }.joined(separator: " | ")
        found.insert(Planted(document: name, check: finding.check.rawValue, severity: finding.severity?.rawValue ?? finding.verdict.rawValue, passages: passages))
      }
    }
    #expect(found.subtracting(expected) == [], "not planted")
    #expect(expected.subtracting(found) == [], "planted and not found")
    #expect(missed.intersection(found) == [], "found now; clear the reason in expected.tsv")
  }

  @Test func theCorpusHoldsNoErrors() throws {
    let folder = Checked.root + "/Corpus/newsletters"
    var characters = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".txt") || name.hasSuffix(".md") {
      guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else { continue }
      characters += text.count
      let alarms = try Checked.findings([(name, text)]).filter { $0.verdict == .contradicts && $0.severity != .query }
      #expect(alarms.map(\.line) == [], "\(name)")
    }
    #expect(characters > 10_000)
  }
}
