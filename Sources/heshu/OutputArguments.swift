import ArgumentParser
import HeshuClaims

/// How records are printed.
struct OutputArguments: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, json, csv, table
  }

  @Option(
    help:
      "jsonl (one record a line), json (one array), csv or table; a table on a terminal, jsonl otherwise."
  )
  var format: Format?

  @Flag(help: "Begin CSV with a byte order mark, which Excel needs to read Chinese.")
  var bom = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Threads that work at once; the output is the same at any number.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256 ~= jobs) {
      throw ValidationError("--jobs \(jobs); expected a number from 1 to 256")
    }
    if bom, let format, format != .csv { throw ValidationError("--bom goes with --format csv") }
  }

  var threads: Int { jobs ?? min(processorCount(), 16) }
}
