import ArgumentParser
import HeshuClaims
import HeshuText

/// `heshu segment FILE…`: sentences and words.
struct Segment: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print texts as words, a sentence on each line; a quantity is one word.",
    discussion: """
      heshu segment newsletter.txt
      heshu segment 2023/ --sep ' | ' -o words.txt
      """)

  @OptionGroup var inputs: InputArguments
  @OptionGroup var grammar: GrammarChoice

  @Option(help: "What stands between two words.")
  var sep = " "

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let segmenter = Segmenter(try grammar.load())
    let separator = Array(sep.utf8)
    var file = try OutputFile(output)
    var hasFailures = false
    for result in InputReader(inputs.files, options: inputs.options) {
      switch result {
      case .success(let document):
        var lines: [UInt8] = []
        segmenter.lines(of: document, separator: separator, into: &lines)
        file.write(lines)
        for warning in document.warnings { Notice.print("heshu: \(warning.notice)") }
      case .failure(let error):
        hasFailures = true
        Notice.print("heshu: \(error.notice)")
      }
    }
    file.flush()
    if hasFailures { throw ExitCode(3) }
  }
}
