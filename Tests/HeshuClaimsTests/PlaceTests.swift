import Foundation
import Testing

/// The area of a figure, with the code valid on the day.
@Suite("places") struct PlaceTests {
  @Test(
    "a division has the code and the name of its time",
    arguments: [
      ("1998-05-01", "浙江省萧山市", "萧山市", "330181"), ("2023-12-29", "浙江省杭州市萧山区", "萧山区", "330109"),
    ])
  func ofItsTime(date: String, place: String, name: String, code: String) throws {
    let claim = try #require(
      try claims("全区共有职工书屋28家。全市共有职工书屋28家。", date: date, place: place).first {
        $0.string("place.code") == code
      })
    #expect(claim.string("place.name") == name)
  }

  @Test(
    "what 全区, 全市, 全省 and 全国 mean, the masthead says",
    arguments: [
      ("全区", "330109"), ("全市", "330100"), ("全省", "330000"), ("我区", "330109"),
    ])
  func deictic(word: String, code: String) throws {
    let claim = try #require(try claims("\(word)共有职工书屋28家。", date: "2023-12-29", place: "杭州市萧山区").first)
    #expect(claim.string("place.code") == code)
  }

  @Test func whatNothingTellsIsTakenFromTheMasthead() throws {
    let claim = try #require(try claims("新建驿站58个。", date: "2023-12-29", place: "杭州市萧山区").first)
    #expect(claim.string("place.name") == "萧山区")
    #expect((claim["place"] as? [String: Any])?["inferred"] as? Bool == true)
  }

  @Test(
    "a company's and a person's figures are of no area",
    arguments: [
      "杭州江潮机械有限公司投入技改资金80万元。", "公司投入技改资金80万元。", "他带出徒弟30人。",
    ])
  func ofNoArea(text: String) throws {
    let claim = try #require(try claims(text, date: "2023-12-29", place: "杭州市萧山区").first)
    #expect(claim["place"] == nil)
  }

  @Test func placesAndFiguresInOneOrder() throws {
    let found = try claims("济南、青岛、烟台分别新建学院6所、8所和5所。", date: "2023-12-29")
    #expect(found.map { $0.string("place.name") } == ["济南市", "青岛市", "烟台市"])
  }

  @Test func theHeadlineIsReadWithTheAreaOfItsArticle() throws {
    let text = "新建驿站58个\n\n本报讯（记者 雷一山）永康市总工会今年新建户外劳动者驿站58个，覆盖各镇街。\n"
    let found = try claims(text, date: "2023-12-29")
    #expect(found.map { $0.string("place.name") } == ["永康市", "永康市"])
  }
}
