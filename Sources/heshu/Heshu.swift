import ArgumentParser
import HeshuGrammar

/// The command line: parses, runs one command, and turns what goes wrong into the exit codes of the contract.
@main
struct Heshu: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "heshu",
    abstract: "Reads Chinese union newsletters and prints the numbers they state as typed claims.",
    discussion: """
      heshu extract newsletter.txt            claims as a table
      heshu extract 2023/ --format csv --bom  a folder, for a spreadsheet
      heshu check newsletter.txt              figures that contradict each other
      heshu quantities lines.txt              quantities alone, one JSON object a line
      heshu explain '签订1759份集体合同。'      why a claim is what it is

      Exit codes: 0 done, 1 check found something, 2 wrong usage or a broken grammar, 3 some inputs could not be read (the others are done).
      """,
    version: version,
    subcommands: [
      Extract.self, Check.self, Reconcile.self, Quantities.self, Segment.self, Explain.self, Grammars.self, Schema.self,
      Evaluate.self, Mutants.self,
    ])

  static func main() {
    ignoreClosedPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as BrokenGrammar {
      Notice.print(error.description)
      leave(2)
    } catch let error as Failure {
      Notice.print("heshu: \(error.message)")
      leave(error.code)
    } catch let code as ExitCode {
      leave(code.rawValue)
    } catch {
      if exitCode(for: error).isSuccess { exit(withError: error) }
      Notice.print(fullMessage(for: error))
      leave(2)
    }
  }
}

/// What ends the run: a message and the exit code.
struct Failure: Error {
  var message: String
  var code: Int32 = 2
}
