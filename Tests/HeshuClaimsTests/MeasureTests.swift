import Foundation
import Testing

/// What is counted and the verb that links it, where both meet.
@Suite("measure and predicate") struct MeasureTests {
  static let measures: [(String, String?, String?)] = [
    ("区总工会检查用人单位95家次。", "用人单位", "检查"), ("去年共奖励137人次。", nil, "奖励"),
    ("走访企业、工地286家。", "企业、工地", "走访"), ("受理的案件中，欠薪121件。", "案件", nil),
    ("拖欠农民工工资283.6万元。", "工资", "拖欠"),
  ]

  @Test("the verb is no part of what is counted", arguments: measures)
  func measure(text: String, measure: String?, predicate: String?) throws {
    let claim = try #require(try claims(text).first)
    #expect(claim.string("measure.text") == measure)
    if let predicate { #expect(claim.string("predicate.text") == predicate) }
  }

  @Test(
    "the verb that governs the number",
    arguments: [
      ("带动技能比武超9万人。", "带动"), ("参赛人数达300人。", "达"), ("为1260名女职工免费筛查。", "筛查"),
      ("25家建在园区的联合工会进行展示。", "展示"), ("发放奖励5万元。", "发放"),
      ("落实思想引领、建功立业、队伍壮大五项任务。", "落实"),
    ])
  func predicate(text: String, verb: String) throws {
    #expect(try claims(text).first?.string("predicate.text") == verb)
  }

  @Test func aPlaceIsNothingCounted() throws {
    #expect(try claims("洛浦县已有21480人实现就近就业。").first?["measure"] == nil)
  }
}
