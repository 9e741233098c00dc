import Foundation
import HeshuChecks
import Testing

/// The contradictions planted in `Corpus/contradictions`, and the newsletters of the corpus, which hold none.
@Suite struct PlantedTests {
  static let folder = Checked.root + "/Corpus/contradictions"

  /// A passage of one newsletter, in code points.
  struct Passage: Hashable {
    let document: String
    let range: Range<Int>

    func meets(_ other: Passage) -> Bool { document == other.document && range.overlaps(other.range) }
  }

  /// A line of `NAME.findings.jsonl`.
  struct Planted {
    let document: String
    /// The check that should find it, and others that may.
    let checks: [String]
    let passages: [Passage]
    let severity: String?
    let texts: String
    var name: String { "\(document)\t\(checks[0])\t\(texts)" }

    init(_ json: [String: Any]) throws {
      let document = try #require(json["document"] as? String)
      self.document = document
      checks = [try #require(json["check"] as? String)] + (json["accept"] as? [String] ?? [])
      severity = json["severity"] as? String
      texts = (json["texts"] as? [String] ?? []).map { $0.split(whereSeparator: \.isWhitespace).joined() }.joined(
        separator: " | ")
      passages = try (json["spans"] as? [Any] ?? []).map { entry in
        let named = entry as? [String: Any]
        let ends = try #require(named?["span"] as? [Int] ?? entry as? [Int])
        return Passage(document: named?["document"] as? String ?? document, range: ends[0]..<ends[1])
      }
    }

    /// Found as the key says: an error as an error, a question as a question.
    func isFound(by finding: Finding) -> Bool { isTold(by: finding) && finding.severity?.rawValue == severity }

    /// Named by a finding of any severity.
    func isTold(by finding: Finding) -> Bool {
      guard checks.contains(finding.check.rawValue) else { return false }
      let found = finding.spans.map { Passage(document: $0.document, range: $0.range) }
      return passages.filter { passage in found.contains { $0.meets(passage) } }.count >= min(2, passages.count)
    }
  }

  static func planted() throws -> [Planted] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".findings.jsonl") }
      .flatMap { name in
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8).split(separator: "\n").map { line in
          try Planted(try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]))
        }
      }
  }

  /// `missed.tsv`: what no check finds yet, and why.
  static func missed() throws -> Set<String> {
    let lines = try String(contentsOfFile: folder + "/missed.tsv", encoding: .utf8).split(separator: "\n").dropFirst()
    return Set(lines.map { $0.split(separator: "\t").prefix(3).joined(separator: "\t") })
  }

  @Test func everyPlantedContradictionIsFoundAndNoOtherError() throws {
    let planted = try Self.planted()
    #expect(planted.count > 120)
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
      .filter { ($0.hasSuffix(".txt") || $0.hasSuffix(".md")) && $0 != "README.md" }
    let texts = try names.map { (id: $0, text: try String(contentsOfFile: Self.folder + "/" + $0, encoding: .utf8)) }
    let findings = try Checked.findings(texts).filter { $0.verdict == .contradicts || $0.verdict == .undetermined }
      .filter(\.isQuestion)
    let missed = try Self.missed()
    let unfound = Set(planted.filter { planted in !findings.contains(where: planted.isFound) }.map(\.name))
    #expect(unfound.subtracting(missed) == [], "planted and not found")
    #expect(missed.subtracting(unfound) == [], "found now; take it out of missed.tsv")
    let alarms = findings.filter { finding in finding.severity == .error && !planted.contains { $0.isTold(by: finding) }
    }
    #expect(alarms.map(\.line) == [], "not planted")
  }

  @Test func theCorpusHoldsNoErrors() throws {
    let folder = Checked.root + "/Corpus/newsletters"
    var characters = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".txt") || name.hasSuffix(".md") {
      guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else { continue }
      characters += text.count
      let alarms = try Checked.findings([(name, text)]).filter { $0.verdict == .contradicts && $0.severity != .query }
      #expect(alarms.map(\.line) == [], "\(name)")
    }
    #expect(characters > 10_000)
  }
}
