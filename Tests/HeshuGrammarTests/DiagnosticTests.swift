import Testing

@testable import HeshuGrammar

@Suite struct DiagnosticTests {
  @Test func caretStandsUnderChinese() {
    let diagnostic = Diagnostic(
      file: "membership/total.yaml", line: 4, column: 15,
      message: "unknown capture type 'Nubmer'", code: "unknown-type",
      source: "工会会员 (达到|共|为) {n:Nubmer}", length: 10, hint: "did you mean 'Number'?")
    #expect(
      diagnostic.description == """
        membership/total.yaml:4:15: error: unknown capture type 'Nubmer' [unknown-type]
        4 | 工会会员 (达到|共|为) {n:Nubmer}
                                  ^^^^^^^^^^ did you mean 'Number'?
        """)
  }

  @Test func chineseIsMarkedTwoCellsWide() {
    let diagnostic = Diagnostic(
      file: "units/people.tsv", line: 12, column: 3, message: "twice", code: "twice",
      source: "人\t人次", length: 2)
    #expect(
      diagnostic.description.hasSuffix(
        "\n12 | 人\t人次\n" + String(repeating: " ", count: 7) + "\t^^^^"))
  }

  @Test func nearestNameIsOneSlipAway() {
    #expect(nearest("Nuon", in: ["Verb", "Noun", "Count"]) == "Noun")
    #expect(nearest("Zebra", in: ["Verb", "Noun", "Count"]) == nil)
  }
}
