import Foundation
import Testing

/// Organisations and people as records of their own, and as actors.
@Suite("entities") struct EntityTests {
  private func entities(_ kind: String, _ text: String, place: String? = nil) throws -> [[String: Any]] {
    try records(text, date: "2023-12-29", place: place).filter {
      $0["type"] as? String == "entity" && $0["kind"] as? String == kind
    }
  }

  @Test(
    "the left edge of a long name",
    arguments: [
      ("由浙江远山物流有限公司工会委员会承办。", "浙江远山物流有限公司工会委员会"),
      ("区总工会联合区人社局举办招聘会。", "区总工会"),
      ("在萧山区总工会的指导下开展活动。", "萧山区总工会"),
    ])
  func leftEdge(text: String, name: String) throws {
    #expect(try entities("organization", text).first?.string("text") == name)
  }

  @Test func aLevelIsPutInFull() throws {
    let found = try entities("organization", "区总工会召开会议。", place: "杭州市萧山区")
    #expect(found.first?.string("name") == "萧山区总工会")
  }

  @Test func aShortFormInBracketsIsKnownFromThereOn() throws {
    let text = "葵青貨運業司機總會（司機總會）發起行動。司機總會表示歡迎。"
    #expect(
      try entities("organization", text).map { $0.string("text") } == ["葵青貨運業司機總會", "司機總會", "司機總會"])
  }

  @Test func aPersonKeepsTheTitleAndIsKnownWithoutIt() throws {
    let found = try entities("person", "区总工会党组书记、常务副主席顾云山主持会议。顾云山强调，要抓好落实。")
    #expect(found.map { $0.string("text") } == ["顾云山", "顾云山"])
    #expect(found.first?.string("role")?.hasSuffix("常务副主席") == true)
  }

  @Test(
    "who did it",
    arguments: [
      ("区总工会组织竞赛。今年共举办培训20场。", "萧山区总工会"), ("全国法院共受理案件24.86万件。", "全国法院"),
      ("杭州江潮机械有限公司重视人才。公司投入资金80万元。", "杭州江潮机械有限公司"),
    ])
  func actor(text: String, name: String) throws {
    let claim = try #require(try claims(text, date: "2023-12-29", place: "杭州市萧山区").last)
    #expect(claim.string("actor.name") ?? claim.string("actor.text") == name)
  }

  @Test func whoPublishesAFigureHasNotMadeIt() throws {
    let claim = try #require(try claims("政府統計處公布失業率為4.3%。").first)
    #expect(claim["actor"] == nil)
    #expect(claim.string("place.name") == "香港")
  }
}
