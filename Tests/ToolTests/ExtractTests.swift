import Foundation
import Testing

/// `heshu extract`: records of a stream in the order of its text.
@Suite struct ExtractTests {
  static let sentence = "签订1426份集体合同，覆盖企业4180家。"

  @Test func standardInputGivesRecordsInOrder() throws {
    let run = try Tool.run("extract", "-", input: "区总工会简讯\n\n" + Self.sentence + "\n")
    #expect(run.status == 0)
    #expect(
      run.records.compactMap { $0["type"]?.string } == [
        "document", "article", "entity", "claim", "claim", "end",
      ])
    let claim = try #require(run.records("claim").first)
    #expect(claim["quantity"]?["text"]?.string == "1426份")
    #expect(claim["measure"]?["text"]?.string == "集体合同")
    #expect(run.records("end").first?["claims"]?.int == 2)
    #expect(run.records("document").first?["encoding"]?.string == "UTF-8")
  }

  @Test func everyPassageIsASliceOfTheText() throws {
    let text = "\u{FEFF}😀简报\r\n\r\n签订1426份集体合同，\r\n覆盖\u{0}企业4180家。\r\n"
    let run = try Tool.run("extract", "--with-text", "-", input: text)
    let scalars = Array(try #require(run.records("document").first?["text"]?.string).unicodeScalars)
    #expect(scalars.first == "😀")
    let claims = run.records("claim")
    #expect(claims.count == 2)
    for claim in claims {
      for part in ["quantity", "measure", "predicate", "quote"] {
        guard let span = claim[part], let start = span["start"]?.int, let end = span["end"]?.int
        else { continue }
        var slice = String.UnicodeScalarView()
        slice.append(contentsOf: scalars[start..<end])
        #expect(String(slice) == span["text"]?.string)
      }
    }
  }

  @Test func noClaimIsNoFailure() throws {
    let run = try Tool.run("extract", "-", input: "工会简讯。\n")
    #expect(run.status == 0)
    #expect(run.records("end").first?["claims"]?.int == 0)
  }

  @Test func onlyFiltersTypes() throws {
    let run = try Tool.run("extract", "--only", "claim,end", "-", input: Self.sentence)
    #expect(run.records.compactMap { $0["type"]?.string } == ["claim", "claim", "end"])
  }

  @Test func whatFailsDoesNotStopTheOthers() throws {
    let folder = try Folder()
    let good = try folder.write("a.txt", Self.sentence)
    let image = try folder.write(
      "b.txt",
      Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 0, count: 400)))
    let empty = try folder.write("c.txt", "")
    let run = try Tool.run("extract", image, folder.path + "/gone.txt", good, good, empty)
    #expect(run.status == 3)
    let codes = run.records("error").compactMap { $0["code"]?.string }
    #expect(codes == ["binary", "not-found", "duplicate-id", "empty"])
    #expect(run.records("claim").count == 2)
    #expect(run.records("end").first?["errors"]?.int == 4)
    #expect(run.errors.split(separator: "\n").count == 4)
    #expect(
      run.errors.contains(
        "heshu: \(folder.path)/gone.txt: not-found: no file or folder of this name"))
  }

  @Test func mendedIsNoFailure() throws {
    var bytes = Data(String(repeating: Self.sentence, count: 60).utf8)
    bytes.insert(0xFF, at: 3 * Self.sentence.utf8.count)
    let run = try Tool.run("extract", "-", inputBytes: bytes)
    #expect(run.status == 0)
    #expect(run.records("error").first?["code"]?.string == "invalid-sequence")
    #expect(run.records("error").first?["document"]?.string == "-")
    #expect(run.records("claim").count == 120)
  }

  @Test func badJSONLinesAreErrorsOfTheirLine() throws {
    let lines = """
      {"id":"a","text":"\(Self.sentence)","date":"2023-12-29"}
      {"id":"b","text":
      {"id":"c"}
      {"id":"a","text":"3人"}
      {"id":"d","text":"\(Self.sentence)","publication":"萧山工人"}
      """
    let run = try Tool.run("extract", "-", input: lines)
    #expect(run.status == 3)
    #expect(run.records("document").compactMap { $0["id"]?.string } == ["a", "d"])
    #expect(
      run.records("error").compactMap { $0["code"]?.string } == [
        "bad-json", "missing-text", "duplicate-id",
      ])
    #expect(run.records("error").compactMap { $0["line"]?.int } == [2, 3, 4])
    #expect(run.records("document").first?["date"]?.string == "2023-12-29")
    #expect(run.records("claim").count == 4)
  }

  @Test func encodingsAreReported() throws {
    let run = try Tool.run(
      "extract", "Corpus/newsletters/b03-henan-gb18030.txt",
      "Corpus/newsletters/b02-taiwan-big5.txt")
    #expect(run.records("document").compactMap { $0["encoding"]?.string } == ["GB18030", "Big5"])
    #expect(run.records("claim").count > 20)
  }

  @Test func folderGivesRelativeIDsAndOutputGoesToAFile() throws {
    let folder = try Folder()
    try folder.write("in/b.txt", Self.sentence)
    try folder.write("in/2023/a.txt", Self.sentence)
    let out = folder.path + "/out.jsonl"
    let run = try Tool.run("extract", folder.path + "/in", "-o", out)
    #expect(run.status == 0 && run.output.isEmpty)
    let lines = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n").map {
      try JSON($0)
    }
    #expect(
      lines.filter { $0["type"]?.string == "document" }.compactMap { $0["id"]?.string } == [
        "2023/a.txt", "b.txt",
      ])
  }

  @Test func closedPipeEndsQuietly() throws {
    let line = String(repeating: Self.sentence, count: 2000)
    let run = try Tool.shell(
      "set -o pipefail; printf '%s' '\(line)' | heshu extract --only claim - | head -n 1")
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
    #expect(run.errors.isEmpty)
  }
}
