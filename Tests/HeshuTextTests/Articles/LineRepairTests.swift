import HeshuText
import Testing

struct LineRepairTests {
  /// The repaired paragraphs of an article with a headline.
  private func paragraphs(_ body: String) -> [String] {
    Lines.texts(.paragraph, "职工技能比武启动\n\n本报讯（记者 雷一山）比武启动。\n\n" + body).dropFirst().map { $0 }
  }

  @Test func numberAndUnit() {
    #expect(
      paragraphs("职工运动会的项目和人数一年多过一年。2022\n\n年，全区办赛47场。")
        == ["职工运动会的项目和人数一年多过一年。2022年，全区办赛47场。"])
  }

  @Test func wordCutInTwo() {
    #expect(paragraphs("近年来，工作室先后培养了电焊工、冲\n\n床工能手40余名。") == ["近年来，工作室先后培养了电焊工、冲床工能手40余名。"])
  }

  @Test func repeatedCharacters() {
    #expect(
      paragraphs("一年来，全区的试点班组正在发挥旗帜导向作用\n\n用，带动“一池春水”，好学又好用。") == [
        "一年来，全区的试点班组正在发挥旗帜导向作用，带动“一池春水”，好学又好用。"
      ])
    #expect(
      paragraphs("如今，全市各区的试点班组正在发挥引领\n\n引领全区，激活“一池春水”。") == ["如今，全市各区的试点班组正在发挥引领全区，激活“一池春水”。"])
    #expect(paragraphs("这件事关系到每一位职工，必须做到人\n\n人有责，事事有人管。") == ["这件事关系到每一位职工，必须做到人人有责，事事有人管。"])
  }

  @Test func sentencesAreNotJoined() {
    #expect(paragraphs("收效明显。\n\n以规范用工为突破口，推行协商。").count == 2)
    #expect(paragraphs("工会主席说：“好。”\n\n以规范用工为突破口，推行协商。").count == 2)
  }

  @Test func hardLineBreaks() {
    let text = """
      自２０１６年启动以来,区、镇两 级工会累计
      投 入1 , 086．5 万元，资助2 3 1 8 名外来工就读大
      专、本科,其中女学员９７４人,占42
      %。学费由政府、工会、个人
      三方分担,个人只需出三 成，每人每年不到
      １ ５００ 元。
      """
    #expect(
      paragraphs(text) == [
        "自2016年启动以来，区、镇两级工会累计投入1，086.5万元，资助2318名外来工就读大专、本科，其中女学员974人，占42%。"
          + "学费由政府、工会、个人三方分担，个人只需出三成，每人每年不到1500元。"
      ])
  }

  @Test func meantSpacesStay() {
    let plain = "比武以“强本领 迎盛会 促发展”为主题，职工1 370多名、近 200 家企业参加。"
    #expect(paragraphs(plain) == [plain])
    let quoted = "大学课 堂，比武以“强本领 迎盛会 促发展”为主题。"
    #expect(paragraphs(quoted) == ["大学课堂，比武以“强本领 迎盛会 促发展”为主题。"])
  }

  @Test func headingsAreNeverJoined() {
    let text = "职工技能比武启动\n\n本报讯（记者 雷一山）比武启动。\n\n办好夜校学本领\n\n课堂里能学、车间里能练。\n"
    #expect(Lines.texts(.headline, text) == ["职工技能比武启动"])
    #expect(Lines.texts(.subheading, text) == ["办好夜校学本领"])
    #expect(Lines.texts(.paragraph, text).last == "课堂里能学、车间里能练。")
  }
}
