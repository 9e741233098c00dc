import Foundation
import Testing

/// Input made to hurt: time and memory stay linear, nothing crashes.
@Suite struct RobustnessTests {
  #if DEBUG
    static let size = 20_000
  #else
    static let size = 1_000_000
  #endif

  @Test(arguments: [
    "一", "9", "（", "{", "[", "\"", "3人", "万亿", "1,", "．", "百分之", "2023年", "、1", "㐀", "第", "-", "@1",
  ])
  func repeated(_ unit: String) throws {
    let text = String(repeating: unit, count: Self.size / unit.utf8.count)
    let folder = try Folder()
    let path = try folder.write("hurt.txt", text)
    for command in ["extract", "quantities"] {
      let begin = ContinuousClock.now
      let run = try Tool.run(command, path)
      #expect(run.status == 0, "\(unit) \(command)")
      #expect(ContinuousClock.now - begin < .seconds(60), "\(unit) \(command)")
    }
  }

  @Test func deepJSON() throws {
    let line =
      "{\"meta\":" + String(repeating: "[", count: Self.size)
      + ",\"text\":\"3人\"}\n{\"text\":\"3人\"}\n"
    let run = try Tool.run("quantities", "-", input: line)
    #expect(run.records.count == 2)
    #expect(run.records[0]["error"]?["code"]?.string == "bad-json")
    #expect(run.records[1]["quantities"]?.array.count == 1)
  }

  @Test func numbersAtTheSeamsOfLongLinesStayWhole() throws {
    let text = String(repeating: "今年新增技能人才11944人，覆盖职工27万余人次；", count: 4000)
    let run = try Tool.run("quantities", "-", input: text)
    let texts = run.records[0]["quantities"]?.array.compactMap { $0["text"]?.string } ?? []
    #expect(texts.count == 8000)
    #expect(Set(texts) == ["11944人", "27万余人次"])
  }
}
