import Testing

/// `heshu explain` and `heshu segment`: the way from text to claims.
@Suite struct ExplainTests {
  @Test func wordsRulesAndRecords() throws {
    let run = try Tool.run("explain", "签订1759份集体合同。")
    #expect(run.status == 0)
    #expect(run.output.contains("1759份"))
    #expect(run.output.contains("claims/quantity-noun"))
    #expect(run.output.contains("measure=集体合同"))
    #expect(run.output.contains("\"type\":\"claim\""))
  }

  @Test func whyNotNamesTheElement() throws {
    let run = try Tool.run("explain", "签订1759份集体合同。", "--why-not", "claims/noun-quantity")
    #expect(run.status == 0)
    #expect(run.output.contains("before it: found 签订"))
    #expect(run.output.contains("Noun"))
  }

  @Test func fieldsWithTheirOrigins() throws {
    let run = try Tool.run("explain", "新增会员5871人，同比增长20.8%。", "--date", "2024-10-31", "--place", "武侯区")
    #expect(run.output.contains("changes/rise"))
    #expect(run.lines.contains { $0.hasPrefix("  measure") && $0.contains("会员") && $0.hasSuffix("sentence") })
    #expect(run.lines.contains { $0.hasPrefix("  change") && $0.contains("increase 同比") })
    #expect(run.lines.contains { $0.hasPrefix("  key") })
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func numeralsThatStateNothing() throws {
    let run = try Tool.run("explain", "第三批和2023年")
    #expect(run.output.contains("numerals that state no quantity"))
    #expect(run.output.contains("readings/"))
  }

  @Test func segmentsHoldQuantitiesWhole() throws {
    let run = try Tool.run("segment", "--sep", "|", "-", input: "新增技能人才11944人。2023年覆盖职工27万余人次。\n")
    #expect(run.lines.count == 2)
    #expect(run.lines[0] == "新增|技能人才|11944人|。")
    #expect(run.lines[1].contains("|27万余人次|。"))
  }
}
