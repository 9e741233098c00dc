import Foundation
import Testing

/// `heshu quantities`: one line out for one line in, whatever the line is.
@Suite struct QuantitiesTests {
  @Test func linesGetTheirNumbers() throws {
    let run = try Tool.run("quantities", "-", input: "\u{FEFF}覆盖职工27万余人次。\r\n\r\n没有\n三斤半")
    #expect(run.status == 0)
    #expect(run.records.compactMap { $0["id"]?.string } == ["1", "2", "3", "4"])
    let quantity = try #require(run.records[0]["quantities"]?.array.first)
    #expect(quantity["text"]?.string == "27万余人次")
    #expect(quantity["start"]?.int == 4)
    #expect(quantity["lower"]?.int == 270000 && quantity["upper"]?.int == 280000)
    #expect(run.records[3]["quantities"]?.array.first?["base"]?["value"]?.int == 1750)
  }

  @Test func jsonLinesKeepTheirIDs() throws {
    let lines = """
      {"id":"a\\"1","text":"\\u0033人😀4家"}
      {"text":"5人","id":7}
      {"id":null,"text":"6人"}
      {"id":"x","txt":"6人"}
      {"id":"y","text":"6人"
      [1]
      """
    let run = try Tool.run("quantities", "-", input: lines)
    #expect(run.status == 3)
    #expect(run.records.compactMap { $0["id"]?.string } == ["a\"1", "7", "3", "x", "5", "6"])
    #expect(run.records.map { $0["quantities"]?.array.count ?? -1 } == [2, 1, 1, 0, 0, 0])
    #expect(
      run.records.map { $0["error"]?["code"]?.string ?? "" } == [
        "", "", "", "missing-text", "bad-json", "bad-json",
      ])
    #expect(run.records[0]["quantities"]?.array[1]["start"]?.int == 3)
    #expect(run.errors.split(separator: "\n").count == 3)
  }

  @Test func allAddsDatesAndOrdinals() throws {
    let text = "2023年12月29日第三批3人"
    let few = try Tool.run("quantities", "-", input: text)
    let all = try Tool.run("quantities", "--all", "-", input: text)
    #expect(few.records[0]["quantities"]?.array.compactMap { $0["text"]?.string } == ["3人"])
    #expect(
      all.records[0]["quantities"]?.array.compactMap { $0["kind"]?.string } == [
        "number", "number", "number", "ordinal", "count",
      ])
  }

  @Test func severalFilesNameTheirLines() throws {
    let folder = try Folder()
    let a = try folder.write("a.txt", "1人\n2人\n")
    let b = try folder.write("b.txt", "3人\n")
    let run = try Tool.run("quantities", a, folder.path + "/c.txt", b)
    #expect(run.status == 3)
    #expect(run.records.compactMap { $0["id"]?.string } == ["\(a):1", "\(a):2", "\(b):1"])
    #expect(run.records("error").first?["code"]?.string == "not-found")
  }

  @Test func otherEncodingsAndBadBytes() throws {
    let gb = try Tool.run("quantities", "Corpus/newsletters/b03-henan-gb18030.txt")
    #expect(gb.status == 0)
    #expect(gb.output.contains("\"count\""))
    let bytes =
      Data("覆盖职工27万余人次。\n".utf8) + [0xE5, 0xB7] + Data("3人\n4人\n".utf8)
      + Data(String(repeating: "工会\n", count: 2000).utf8)
    let bad = try Tool.run("quantities", "-", inputBytes: bytes)
    #expect(bad.records[1]["error"]?["code"]?.string == "invalid-sequence")
    #expect(bad.records[1]["quantities"]?.array.first?["start"]?.int == 1)
    #expect(bad.records.count == 2003)
    let binary = try Tool.run("quantities", "-", inputBytes: Data((0..<4000).map { UInt8($0 % 7) }))
    #expect(binary.status == 3)
    #expect(binary.records("error").first?["code"]?.string == "binary")
  }

  @Test func whoWaitsForAnAnswerGetsIt() throws {
    let run = try Tool.shell(
      "coproc heshu quantities - --jobs 2; echo 3人 >&${COPROC[1]}; read -t 60 -u ${COPROC[0]} line; echo \"$line\""
    )
    #expect(run.lines.count == 1)
    #expect(run.output.contains("\"3人\""))
  }
}
