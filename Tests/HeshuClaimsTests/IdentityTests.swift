import Testing

@Suite("group and key")
struct IdentityTests {
  private func identity(_ text: String) throws -> String {
    let claim = try #require(try claims(text).first)
    // Period and predicate class are the same or not for reasons of their own.
    let key = claim.string("key")?.split(separator: ";").prefix(3).joined(separator: ";") ?? ""
    return (claim.string("group") ?? "") + " " + key
  }

  @Test(
    "two ways to say the same",
    arguments: [
      ("发放困难职工慰问金36.52万元。", "为困难职工家庭发放慰问金36万余元。"),
      ("举办技术比武116场。", "举办技能竞赛116场。"),
      ("新增会员30名。", "新增工会会员30人。"),
      ("制定六大举措。", "制定6项措施。"),
      ("新建驿站12家。", "新建工会驿站12个。"),
      ("签订集体合同1759份。", "簽訂1759份集體合同。"),
    ])
  func same(_ a: String, _ b: String) throws {
    let (first, second) = (try identity(a), try identity(b))
    // 工会 of 工会驿站 is a qualifier; only the group is asked for there.
    #expect(first.split(separator: " ")[0] == second.split(separator: " ")[0])
    if !b.contains("工会驿站") { #expect(first == second) }
  }

  @Test(
    "two figures",
    arguments: [
      ("惠及职工2006人。", "惠及职工2006人次。"),
      ("新增技能人才5126人。", "新增高技能人才5126人。"),
      ("劳动争议下降15%。", "劳动争议15件。"),
    ])
  func different(_ a: String, _ b: String) throws {
    #expect(try claims(a).first?.string("key") != claims(b).first?.string("key"))
  }

  @Test("flow and stock are two figures, and so are plan and fact")
  func states() throws {
    let states = try ["新增会员30人。", "现有会员30人。", "今年计划新增会员30人。"].map { text in
      try claims(text).first?.string("key")?.split(separator: ";").first { $0.hasPrefix("s:") }
    }
    #expect(states == ["s:flow", "s:stock", "s:plan"])
  }
}
