import Testing

@Suite("part of")
struct PartTests {
  /// The text of the whole of every claim of the text, "-" where it has none.
  private func wholes(_ text: String) throws -> [String] {
    let claims = try claims(text)
    return claims.map { claim in
      guard let id = claim.string("partOf") else { return "-" }
      return claims.first { $0.string("id") == id }?.string("quantity.text") ?? "?"
    }
  }

  @Test(
    "what the text or the sum says",
    arguments: [
      ("全市建成工作室76家，其中国家级1家、省级10家、市级19家。", ["-", "76家", "76家", "76家"]),
      ("组织活动28场，其中线上9场，另有讲座5场。", ["-", "28场", "-"]),
      ("受理案件213件：欠薪121件、工伤92件。", ["-", "213件", "213件"]),
      ("受理来访213件。经办欠薪121件、工伤92件。", ["-", "213件", "213件"]),
      ("生活救助96万元，医疗救助52万元，合计148万元。", ["148万元", "148万元", "-"]),
      ("评出一等奖9名、二等奖18名、三等奖27名。", ["-", "-", "-"]),
      ("实现了9项流程中的8项网上办理。", ["-", "9项"]),
      ("资助学生200名，其中本科生每人5000元。", ["-", "-"]),
      ("全市有会员500人，举办活动20场，惠及300人次。", ["-", "-", "-"]),
    ])
  func within(_ text: String, _ expected: [String]) throws {
    #expect(try wholes(text) == expected)
  }

  @Test("a total of an earlier paragraph that two later figures split")
  func acrossParagraphs() throws {
    let found = try wholes("来自全市的50家基层工会参加评审。\n\n现场，25家基层工会、25家基层工会先后展示。")
    #expect(found == ["-", "50家", "50家"])
  }
}
