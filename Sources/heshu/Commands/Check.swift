import ArgumentParser
import HeshuChecks
import HeshuClaims
import HeshuGrammar
import HeshuNumerals
import HeshuText

/// `heshu check FILE…`: do the numbers add up?
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find figures that contradict each other.")

  @OptionGroup var inputs: InputArguments
  @OptionGroup var grammar: GrammarChoice

  func run() throws {
    let parameters = try CheckParameters(grammar.files())
    let options = ExtractionOptions(withText: true, tool: "heshu \(Heshu.version)")
    let extraction = Extraction(try grammar.load(), options: options, inputs: inputs.options)
    var reader = PaperReader()
    var lines = WholeLines()
    _ = extraction.run(inputs.files, jobs: 2) { part, hasMore in
      reader.read(lines.take(part.bytes))
    }
    var out = RecordWriter()
    for finding in Checker(parameters).findings(in: reader.papers) { finding.write(in: .zh, to: &out) }
    var file = try OutputFile(nil)
    file.write(out.bytes)
    file.flush()
  }
}
