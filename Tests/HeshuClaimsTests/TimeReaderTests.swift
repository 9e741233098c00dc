import Testing

/// Each phrase stands before a figure in a paper of 2023-12-29, unless another day is named, and gives it its period.
@Suite struct TimeReaderTests {
  @Test(
    arguments: [
      ("今年以来", "2023-01-01", "2023-12-29"), ("去年", "2022-01-01", "2022-12-31"), ("前年", "2021-01-01", "2021-12-31"),
      ("今年1—8月", "2023-01-01", "2023-08-31"), ("今年5至7月", "2023-05-01", "2023-07-31"),
      ("1月至10月", "2023-01-01", "2023-10-31"), ("9月5日至8日", "2023-09-05", "2023-09-08"),
      ("7月8日至8月16日", "2023-07-08", "2023-08-16"), ("今年七、八月间", "2023-07-01", "2023-08-31"),
      ("今年一至九月份", "2023-01-01", "2023-09-30"), ("2022年至2023年", "2022-01-01", "2023-12-31"),
      ("2019至2021年", "2019-01-01", "2021-12-31"), ("2020年-2022年", "2020-01-01", "2022-12-31"),
      ("一九八五年到一九九二年", "1985-01-01", "1992-12-31"), ("2022年12月至2023年3月", "2022-12-01", "2023-03-31"),
      ("第三季度", "2023-07-01", "2023-09-30"), ("今年第二季（4至6月）", "2023-04-01", "2023-06-30"),
      ("去年第三季", "2022-07-01", "2022-09-30"), ("前三季度", "2023-01-01", "2023-09-30"),
      ("上半年", "2023-01-01", "2023-06-30"), ("去年下半年", "2022-07-01", "2022-12-31"),
      ("今年前5个月", "2023-01-01", "2023-05-31"), ("前4月", "2023-01-01", "2023-04-30"),
      ("10月中旬", "2023-10-11", "2023-10-20"), ("2023年10月中下旬", "2023-10-11", "2023-10-31"),
      ("3月初", "2023-03-01", "2023-03-10"), ("上月", "2023-11-01", "2023-11-30"), ("12月20日", "2023-12-20", "2023-12-20"),
      ("26日", "2023-12-26", "2023-12-26"), ("2023年9月", "2023-09-01", "2023-09-30"),
      ("民国112年9月", "2023-09-01", "2023-09-30"), ("民國112年9月15日", "2023-09-15", "2023-09-15"),
      ("昨日", "2023-12-28", "2023-12-28"), ("自2019年启动以来", "2019-01-01", "2023-12-29"),
      ("自去年10月启用以来", "2022-10-01", "2023-12-29"), ("2020年以来", "2020-01-01", "2023-12-29"),
      ("自6月起", "2023-06-01", "2023-12-29"), ("从1月份到现在", "2023-01-01", "2023-12-29"),
      ("党的十八大以来", "2012-11-08", "2023-12-29"), ("“十三五”期间", "2016-01-01", "2020-12-31"),
      ("年初以来", "2023-01-01", "2023-12-29"), ("去年10月至今年3月", "2022-10-01", "2023-03-31"),
      ("2018年至今", "2018-01-01", "2023-12-29"), ("9月1日起至12月31日", "2023-09-01", "2023-12-31"),
      ("“十四五”以来", "2021-01-01", "2023-12-29"), ("2022年全年", "2022-01-01", "2022-12-31"),
    ] as [(String, String, String)])
  func during(_ phrase: String, _ start: String, _ end: String) throws {
    let claim = try claims("\(phrase)，全区新建驿站20家。", date: "2023-12-29").last
    #expect(claim?.string("period.start") == start)
    #expect(claim?.string("period.end") == end)
    #expect(claim?.string("period.kind") == "during")
  }

  @Test(
    arguments: [
      ("截至12月20日", "2023-12-20"), ("截至目前", "2023-12-29"), ("目前", "2023-12-29"), ("迄今", "2023-12-29"),
      ("截至11月底", "2023-11-30"), ("截至今年4月底", "2023-04-30"), ("截至2021年底", "2021-12-31"),
      ("截至2022年", "2022-12-31"), ("截至2023年", "2023-12-29"), ("去年底", "2022-12-31"), ("3月末", "2023-03-31"),
      ("現時", "2023-12-29"), ("而家", "2023-12-29"), ("10月31日前", "2023-10-31"), ("截至8月31日止", "2023-08-31"),
    ] as [(String, String)])
  func asOf(_ phrase: String, _ end: String) throws {
    let claim = try claims("\(phrase)，全区有驿站20家。", date: "2023-12-29").last
    #expect(claim?.string("period.start") == nil)
    #expect(claim?.string("period.end") == end)
    #expect(claim?.string("period.kind") == "asOf")
  }

  @Test(arguments: ["近日", "近年来", "多年来", "春节前后", "今年春节期间", "自创建以来", "近三年来", "过去五年"])
  func vague(_ phrase: String) throws {
    let claim = try claims("\(phrase)，全区新建驿站20家。", date: "2023-12-29").last
    #expect(claim?.string("period.text") != nil)
    #expect(claim?.string("period.start") == nil)
    #expect(claim?.string("period.end") == nil)
  }

  @Test func monthsOfAYearBegunAreOfTheYearBefore() throws {
    let claim = try claims("12月20日，全区新建驿站20家。", date: "2024-01-05").last
    #expect(claim?.string("period.start") == "2023-12-20")
  }

  @Test func withoutADateOnlyWords() throws {
    let claim = try claims("今年以来，全区新建驿站20家。").last
    #expect(claim?.string("period.text") == "今年以来")
    #expect(claim?.string("period.end") == nil)
  }

  @Test(arguments: ["项目前期投入80万元。", "“五一劳动奖章”获得者20人。", "课程培训20人。"])
  func none(_ text: String) throws {
    #expect(try claims(text, date: "2023-12-29").last?["period"] == nil)
  }

  @Test func thatDayIsTheLastNamed() throws {
    let found = try claims("12月20日，比赛举行。当天，20人参加。", date: "2023-12-29")
    #expect(found.last?.string("period.start") == "2023-12-20")
  }

  @Test func whatIsTakenOverIsInferred() throws {
    let found = try claims("今年以来，全区新建驿站20家。服务户外劳动者300人。", date: "2023-12-29")
    #expect(found.first?.string("period.text") == "今年以来")
    #expect((found.first?["period"] as? [String: Any])?["inferred"] == nil)
    #expect((found.last?["period"] as? [String: Any])?["inferred"] as? Bool == true)
  }

  @Test func aReviewInJanuarySpeaksOfTheYearBefore() throws {
    let text = "# 凝心聚力 服务职工\n## ——2023年市总工会工作综述\n\n组织宣讲326场，覆盖职工4.5万人次。\n"
    let claim = try claims(text, date: "2024-01-15").first
    #expect(claim?.string("period.start") == "2023-01-01")
    #expect(try claims(text.replacing("工作综述", with: "先进事迹"), date: "2024-01-15").first?["period"] == nil)
  }

  @Test(arguments: [
    ("到2025年底，入会率达到90%。", "planned"), ("明年新建驿站20家。", "planned"), ("到11月底，新建驿站20家。", "actual"),
    ("截至2025年底，入会率达到90%。", "actual"),
  ])
  func whatIsToComeIsPlanned(_ text: String, _ status: String) throws {
    #expect(try claims(text, date: "2023-11-24").last?.string("status") == status)
  }
}
