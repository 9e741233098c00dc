import Foundation
import HeshuChecks
import HeshuClaims
import HeshuGrammar
import HeshuNumerals
import HeshuText
import Testing

/// What `heshu reconcile` finds in a stream of claims sorted by group, with what lies inside the papers, is what `heshu
/// check` finds.
@Suite struct ReconcileTests {
  /// The claims of the planted newsletters as lines of JSON, and the papers they are of.
  private func planted() throws -> (claims: [String], papers: [Paper]) {
    let folder = PlantedTests.folder
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".txt") }
    let texts = try names.map { (id: $0, text: try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) }
    let extractor = Extractor(try Checked.grammar.get(), options: ExtractionOptions(types: [.claim]))
    var claims: [String] = []
    for (id, text) in texts {
      var document = DecodedDocument(example: Array(text.utf8), [:])
      document.id = id
      document.source = id
      var out = RecordWriter()
      extractor.records(of: document, into: &out)
      claims += String(decoding: out.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    return (claims, try Checked.papers(texts))
  }

  private func group(_ line: String) -> String {
    line.firstMatch(of: /"group":"((?:[^"\\]|\\.)*)"/).map { String($0.1) } ?? ""
  }

  private func reconciled(_ lines: [String], limit: Int = 2000) throws -> (found: [String], tooLarge: Int) {
    var reconciler = Reconciler(Checker(try Checked.parameters.get()), limit: limit)
    var found: [String] = []
    var tooLarge = 0
    func take(_ output: Reconciler.Output?) {
      switch output {
      case .findings(let findings): found += findings.map(\.line)
      case .tooLarge: tooLarge += 1
      case nil: break
      }
    }
    for line in lines {
      take(
        try Array(line.utf8).withUnsafeBufferPointer { bytes throws(Reconciler.NoRecord) in try reconciler.add(bytes) })
    }
    take(reconciler.finish())
    return (found.sorted(), tooLarge)
  }

  @Test func streamAndInsideAreAll() throws {
    let (claims, papers) = try planted()
    let sorted = claims.sorted { group($0).utf8.lexicographicallyPrecedes(group($1).utf8) }
    let checker = Checker(try Checked.parameters.get())
    let stream = try reconciled(sorted)
    #expect(!stream.found.isEmpty)
    let all = checker.findings(in: papers).map(\.line).sorted()
    #expect((checker.findings(besideGroups: papers).map(\.line) + stream.found).sorted() == all)
  }

  @Test func theOrderWithinGroupsChangesNothing() throws {
    let (claims, _) = try planted()
    let forward = claims.sorted { (group($0), $0) < (group($1), $1) }
    let backward = claims.sorted { (group($0), $1) < (group($1), $0) }
    #expect(try reconciled(forward).found == reconciled(backward).found)
  }

  @Test func aGroupTooLargeIsNamed() throws {
    let (claims, _) = try planted()
    let sorted = claims.sorted { group($0) < group($1) }
    #expect(try reconciled(sorted, limit: 3).tooLarge > 0)
  }
}
