import ArgumentParser
import HeshuChecks
import HeshuMutants

/// `heshu mutants FOLDER`: how many slips of the pen the checks find.
struct Mutants: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Break a corpus one figure at a time, and count the breaks that check finds.",
    discussion: """
      heshu mutants Corpus
      heshu mutants Corpus --missed

      The folder holds newsletters and gold as Corpus/README.md describes them.
      """)

  @Argument(help: "The folder with newsletters/ and gold/.", completion: .directory)
  var corpus: String

  @Flag(help: "List what was not found.")
  var missed = false

  @OptionGroup var grammar: GrammarChoice

  func run() throws {
    let run = MutationRun(try grammar.load(), try CheckParameters(grammar.files()), corpus: corpus)
    do {
      let report = try run.run()
      print(report.table, terminator: "")
      if missed { for line in report.missed { print(line) } }
    } catch {
      throw Failure(message: "\(corpus): newsletters and gold cannot be read; see Corpus/README.md", code: 3)
    }
  }
}
