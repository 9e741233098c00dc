import ArgumentParser
import HeshuChecks
import HeshuNumerals

/// How findings are printed.
struct ReportArguments: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, jsonl, sarif, html }

  @Option(
    help:
      "table, jsonl (records as heshu extract prints them, then findings), sarif or html; a table on a terminal, jsonl otherwise."
  )
  var format: Format?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Threads that read at once; the output is the same at any number.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256 ~= jobs) { throw ValidationError("--jobs \(jobs); expected a number from 1 to 256") }
  }

  var threads: Int { jobs ?? min(processorCount(), 16) }
  var chosen: Format { format ?? (output == nil && Terminal.isOne(1) ? .table : .jsonl) }

  /// A report in any format but jsonl.
  func bytes(_ report: Report) -> [UInt8] {
    switch chosen {
    case .table: return Array(report.table(colour: output == nil && Terminal.hasColour).utf8)
    case .html: return Array(report.html().utf8)
    case .sarif, .jsonl:
      var out = RecordWriter()
      report.writeSARIF(tool: "heshu", version: Heshu.version, to: &out)
      return out.bytes
    }
  }
}
