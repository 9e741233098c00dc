import ArgumentParser
import Foundation
import HeshuChecks
import HeshuClaims
import HeshuNumerals

/// `heshu reconcile`: the findings between articles, from a stream of claims sorted by group.
struct Reconcile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare the claims of many articles, group by group, in a stream.",
    discussion: """
      heshu extract 2023/ --only claim | jq -c '[.group, .] ' | LC_ALL=C sort | jq -c '.[1]' | heshu reconcile
      heshu check 2023/ --within --format jsonl   what lies inside the articles

      Lines of a group must stand together; the order of groups and of lines does not matter. Memory is that of the largest group; one of more than \
      --limit claims is named by an error record and not compared. With what heshu check --within finds in the same articles it is all that heshu \
      check finds.

      Exit codes: 0 nothing found, 1 findings of the severity of --fail-on or worse, 2 wrong usage, 3 lines that are no records or groups too large.
      """)

  @Argument(help: "Claims as JSON Lines, - for standard input.")
  var file = "-"

  @OptionGroup var grammar: GrammarChoice
  @OptionGroup var choice: FindingArguments

  @Option(help: ArgumentHelp("Claims of a group at most.", valueName: "n"))
  var limit = 2000

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if limit < 2 { throw ValidationError("--limit \(limit); expected 2 or more") }
  }

  func run() throws {
    let settled = try choice.settled()
    var reconciler = Reconciler(Checker(try CheckParameters(grammar.files())), limit: limit)
    var printer = FindingPrinter(choice, settled, try OutputFile(output))
    guard let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file) else {
      throw Failure(message: "\(file): cannot be read; no such file?")
    }
    var lines = WholeLines()
    var number = 0
    while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty {
      lines.take([UInt8](data)).eachLine { line in
        number += 1
        do {
          printer.print(try reconciler.add(line))
        } catch {
          printer.fail("\(file):\(number)", "no-record", "no JSON object; expected one claim record a line")
        }
      }
    }
    lines.take([0x0A]).eachLine { line in printer.print((try? reconciler.add(line)) ?? nil) }
    printer.print(reconciler.finish())
    if reconciler.isUnsorted {
      Notice.print(
        "heshu: groups are not in the order of their bytes; lines of a group that stand apart are not compared")
    }
    printer.end(claims: reconciler.claims)
    if printer.counts.errors > 0 { throw ExitCode(3) }
    if printer.hasFailures { throw ExitCode(1) }
  }
}

/// Prints findings as they come.
private struct FindingPrinter: ~Copyable {
  private let choice: FindingArguments
  private let settled: Settled
  private var file: OutputFile
  private(set) var counts = RecordCounts()
  private(set) var hasFailures = false

  init(_ choice: FindingArguments, _ settled: Settled, _ file: consuming OutputFile) {
    self.choice = choice
    self.settled = settled
    self.file = file
  }

  mutating func print(_ output: Reconciler.Output?) {
    switch output {
    case .findings(let findings):
      let open = findings.filter { !settled.contains($0) }
      hasFailures = hasFailures || choice.fails(open)
      var out = RecordWriter()
      for finding in open.filter(choice.isAsked(.jsonl)) {
        finding.write(in: choice.language, to: &out)
        counts.findings += 1
      }
      file.write(out.bytes)
    case .tooLarge(let group, let claims):
      fail(group, "group-too-large", "\(claims) claims; more than --limit, so that they were not compared")
    case nil: break
    }
  }

  mutating func fail(_ source: String, _ code: String, _ message: String) {
    counts.errors += 1
    var out = RecordWriter()
    out.beginObject()
    out.field("type", "error" as StaticString)
    out.field("source", source)
    out.field("code", code)
    out.field("message", message)
    out.endObject()
    out.endLine()
    file.write(out.bytes)
    Notice.print("heshu: \(source): \(code): \(message)")
  }

  mutating func end(claims: Int) {
    counts.claims = claims
    var out = RecordWriter()
    counts.writeEnd(to: &out)
    file.write(out.bytes)
    file.flush()
  }
}
