import Foundation
import Testing

/// The output is the same, byte for byte, at any number of threads.
@Suite struct OrderTests {
  @Test func manyDocumentsAndALargeOne() throws {
    let folder = try Folder()
    let names = ["a01-district.txt", "a04-briefs.txt", "b06-industry.txt"]
    let texts = try names.map {
      try String(
        contentsOf: Tool.project.appendingPathComponent("Corpus/newsletters/" + $0), encoding: .utf8
      )
    }
    for number in 0..<12 { try folder.write("in/\(number).txt", texts[number % 3]) }
    // Above two megabytes a document is cut at its articles.
    let piece = texts[1] + String(repeating: "工会工作简讯。\n", count: 4000)
    try folder.write(
      "in/large.txt", String(repeating: piece + "\n\n", count: 2_200_000 / piece.utf8.count + 1))
    let run = try Tool.shell(
      """
      cd \(folder.path)
      for jobs in 1 5; do heshu extract --jobs $jobs in > $jobs.jsonl || exit; done
      cmp 1.jsonl 5.jsonl && tail -n 1 1.jsonl
      """)
    #expect(run.status == 0)
    #expect(run.records("end").first?["documents"]?.int == 13)
  }

  @Test func lines() throws {
    let folder = try Folder()
    let lines = (0..<6000).map { "第\($0)行：签订\($0)份集体合同。" }.joined(separator: "\n")
    let path = try folder.write("lines.txt", lines)
    let one = try Tool.run("quantities", "--jobs", "1", path)
    let three = try Tool.run("quantities", "--jobs", "3", path)
    #expect(one.bytes == three.bytes)
    #expect(one.lines.count == 6000)
  }
}
