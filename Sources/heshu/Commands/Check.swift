import ArgumentParser
import HeshuChecks
import HeshuClaims
import HeshuGrammar
import HeshuNumerals

/// `heshu check FILE…`: do the numbers add up?
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find figures that contradict each other, within and across articles.",
    discussion: """
      heshu check newsletter.txt                       what to look at, by weight
      heshu check 2023/ --format html -o report.html   both passages side by side
      heshu check 2023/ --format sarif -o heshu.sarif  for code scanning and sarif-tools
      heshu check a.txt --verdict agrees,compatible    what was compared and fits
      heshu check a.txt --ignore ignore.tsv --baseline last.jsonl

      Exit codes: 0 nothing found, 1 findings of the severity of --fail-on or worse, 2 wrong usage, 3 some inputs could not be read.
      """)

  @OptionGroup var inputs: InputArguments
  @OptionGroup var grammar: GrammarChoice
  @OptionGroup var choice: FindingArguments
  @OptionGroup var outputs: ReportArguments

  @Option(
    help: ArgumentHelp(
      "With jsonl, print these types of record only: \(RecordType.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "type,…"))
  var only: TypeList?

  @Flag(help: "With jsonl, put the text of each document into its record.")
  var withText = false

  @Flag(
    help:
      "Leave out the figures compared between articles and papers, which heshu reconcile finds in a stream of claims.")
  var within = false

  func run() throws {
    let settled = try choice.settled()
    let checker = Checker(try CheckParameters(grammar.files()), hints: choice.hints)
    var reading = try read()
    let papers = reading.papers.papers
    let found = within ? checker.findings(besideGroups: papers) : checker.findings(in: papers)
    let all = found.filter { !settled.contains($0) }
    let report = Report(
      papers: papers, findings: all.filter(choice.isAsked(outputs.chosen)), all: all, language: choice.language)
    var file = try OutputFile(outputs.output)
    if outputs.chosen == .jsonl {
      reading.counts.findings = report.findings.count
      file.write(lines(reading, report))
    } else {
      file.write(outputs.bytes(report))
    }
    file.flush()
    if reading.hasFailures { throw ExitCode(3) }
    if choice.fails(all) { throw ExitCode(1) }
  }

  func validate() throws {
    if only != nil || withText, outputs.chosen != .jsonl {
      throw ValidationError("--only and --with-text go with --format jsonl")
    }
  }

  /// What extraction gave: the records as printed, and the papers made of them.
  private struct Reading {
    var papers: PaperReader
    var records: [UInt8] = []
    var counts = RecordCounts()
    var hasFailures = false
  }

  private func read() throws -> Reading {
    let types = Set(RecordType.allCases).subtracting([.end])
    let options = ExtractionOptions(types: types, withText: true, tool: "heshu \(Heshu.version)")
    let grammar = try grammar.load()
    let extraction = Extraction(grammar, options: options, inputs: inputs.options)
    let keepsRecords = outputs.chosen == .jsonl
    var reading = Reading(papers: PaperReader(grammar.folding))
    var whole = WholeLines()
    reading.counts = extraction.run(inputs.files, jobs: outputs.threads) { part, _ in
      let lines = whole.take(part.bytes)
      reading.papers.read(lines)
      if keepsRecords { reading.records += lines }
      for error in part.errors { Notice.print("heshu: \(error.notice)") }
      reading.hasFailures = reading.hasFailures || part.hasFailures
    }
    return reading
  }

  /// The records, those of the findings behind the claims they name, and the end.
  private func lines(_ reading: Reading, _ report: Report) -> [UInt8] {
    let types = only?.types ?? Set(RecordType.allCases)
    var kept = RecordLines(types: types, withText: withText).kept(reading.records)
    var out = RecordWriter()
    if types.contains(.finding) { for finding in report.findings { finding.write(in: choice.language, to: &out) } }
    if types.contains(.end) { reading.counts.writeEnd(to: &out) }
    kept += out.bytes
    return kept
  }
}
