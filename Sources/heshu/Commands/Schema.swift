import ArgumentParser
import HeshuClaims

/// `heshu schema`: the record contract for programs.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema (2020-12) of all records.",
    discussion: """
      heshu schema > heshu.schema.json
      heshu extract newsletter.txt -o records.jsonl
      """)

  func run() throws {
    var file = try OutputFile(nil)
    file.write(Array(RecordSchema.text.utf8))
    file.flush()
  }
}
