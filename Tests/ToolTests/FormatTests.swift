import Foundation
import Testing

/// The forms in which records are printed.
@Suite struct FormatTests {
  static let text = "获“先进\",集体”称号的3家企业。\n覆盖职工27万余人次。\n补贴300元到500元。"

  @Test func csvIsRFC4180() throws {
    let run = try Tool.run("extract", "--format", "csv", "--bom", "-", input: Self.text)
    #expect(run.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = run.output.components(separatedBy: "\r\n")
    #expect(rows.count == 5 && rows.last == "")
    #expect(
      rows[0].contains(
        "document,article,id,kind,quantity_text,value,lower,upper,bounds,precision,modifier"))
    #expect(rows[1].contains("\"获“先进\"\",集体”称号的3家企业。\""))
    #expect(rows[2].contains(",count,27万余人次,270000,270000,280000,[),10000,over,,人次,"))
    #expect(rows[3].contains(",amount,300元到500元,,300,500,[],"))
    let columns = rows[0].split(separator: ",").count
    #expect(rows[2].split(separator: ",", omittingEmptySubsequences: false).count == columns)
  }

  @Test func csvOfAnotherType() throws {
    let run = try Tool.run("extract", "--format", "csv", "--only", "article", "-", input: Self.text)
    #expect(run.output.hasPrefix("id,document,title,"))
    #expect(run.output.contains("-#1,-,"))
  }

  @Test func jsonIsOneArray() throws {
    let run = try Tool.run("extract", "--format", "json", "-", input: Self.text)
    #expect(try JSON(run.output).array.count == 6)
    let none = try Tool.run("extract", "--format", "json", "--only", "claim", "-", input: "没有")
    #expect(try JSON(none.output).array.isEmpty)
  }

  @Test func tableColumnsStandUnderTheirTitles() throws {
    let run = try Tool.run("extract", "--format", "table", "-", input: Self.text)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("kind"))
    let places = lines.dropFirst(2).filter { !$0.contains("300–500") }.map { line in
      // Cells of the terminal before the place column: a Chinese character takes two.
      line.prefix(while: { $0 != "–" }).unicodeScalars.reduce(0) {
        $0 + ($1.value >= 0x2E80 ? 2 : 1)
      }
    }
    let title = try #require(lines[0].range(of: "at  "))
    let column = lines[0].distance(from: lines[0].startIndex, to: title.lowerBound)
    #expect(places.allSatisfy { $0 - column >= 1 && $0 - column <= 2 })
    #expect(run.output.contains(">270000"))
    #expect(run.output.contains("300–500"))
  }

  @Test func quantitiesAsCSV() throws {
    let run = try Tool.run("quantities", "--format", "csv", "-", input: "三分之二\n3人、4家")
    let rows = run.output.components(separatedBy: "\r\n")
    #expect(rows.count == 5)
    #expect(rows[1].hasPrefix("1,三分之二,0.666666666666667,") && rows[1].contains(",2/3,"))
    #expect(rows[3].hasPrefix("2,4家,4,4,4,[],1,exact,,家,"))
  }
}
