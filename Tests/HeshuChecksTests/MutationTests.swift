import HeshuMutants
import Testing

/// What the checks find of the slips put into the corpus; `heshu mutants Corpus` prints the same.
@Suite struct MutationTests {
  @Test func slipsAreFoundAndCleanTextsAreQuiet() throws {
    let report = try MutationRun(
      try Checked.grammar.get(), try Checked.parameters.get(), corpus: Checked.root + "/Corpus", stride: 5
    ).run()
    #expect(report.total.killable > 40)
    let recall = report.total.killed * 100 / max(1, report.total.killable)
    #expect(recall >= 92, "\(report.missed.joined(separator: "\n"))")
    #expect(report.alarms == [:])
  }
}
