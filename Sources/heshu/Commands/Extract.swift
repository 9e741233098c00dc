import ArgumentParser
import HeshuClaims
import HeshuText

/// `heshu extract FILE…`: documents to records.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the claims of newsletters.",
    discussion: """
      heshu extract newsletter.txt
      heshu extract 2023/ notices.jsonl --format jsonl -o claims.jsonl
      heshu extract old.txt --encoding gbk --date 2003-05-01 --publication 萧山工人
      curl -s https://example.org/a.html | heshu extract - --only claim,error
      """)

  @OptionGroup var inputs: InputArguments
  @OptionGroup var outputs: OutputArguments
  @OptionGroup var grammar: GrammarChoice

  @Option(
    help: ArgumentHelp(
      "Print these types of record only: \(RecordType.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "type,…"))
  var only: TypeList?

  @Flag(help: "Put the text of each document into its record.")
  var withText = false

  func run() throws {
    let format = try outputs.recordFormat(only?.types)
    // A table shows the documents between the claims; what it does not show need not be written.
    var types = only?.types ?? Set(RecordType.allCases)
    if outputs.chosen == .table { types.insert(.document) }
    let options = ExtractionOptions(
      types: types, withText: withText, tool: "heshu \(Heshu.version)")
    let extraction = Extraction(try grammar.load(), options: options, inputs: inputs.options)
    var printer = try Printer(format, output: outputs.output)
    _ = extraction.run(inputs.files, jobs: outputs.threads) { part, hasMore in
      printer.print(part, hasMore: hasMore)
    }
    printer.finish()
    if printer.hasFailures { throw ExitCode(3) }
  }

  func validate() throws { _ = try outputs.recordFormat(only?.types) }
}

/// The types of `--only`: `claim,error`.
struct TypeList: ExpressibleByArgument {
  var types: Set<RecordType> = []

  init?(argument: String) {
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let type = RecordType(rawValue: String(name)) else { return nil }
      types.insert(type)
    }
  }
}
