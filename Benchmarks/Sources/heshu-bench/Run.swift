import CWordBreak
import Foundation

/// A program that is run and measured.
struct Run {
  let arguments: [String]

  init(_ arguments: [String]) { self.arguments = arguments }

  /// Runs it with its output in a file; a run that fails stops everything.
  func measured(output: String) throws -> run_figures { try figures(output, nil) }

  /// Milliseconds from the start of the process until the marker stands in its output.
  func untilFirst(_ marker: String) throws -> Double {
    let first = try figures("", marker).first
    if first < 0 { throw Problem("no \(marker) from \(arguments.joined(separator: " "))") }
    return first * 1000
  }

  private func figures(_ output: String, _ marker: String?) throws -> run_figures {
    var figures = run_figures()
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let failure = run_program(&words, output, marker, &figures)
    let command = arguments.joined(separator: " ")
    if failure != 0 {
      throw Problem("cannot run \(command): \(String(cString: strerror(failure)))")
    }
    if figures.code != 0 { throw Problem("\(command) ended with exit code \(figures.code)") }
    return figures
  }

  /// The best of several rounds: least CPU, least wall time, but the most memory.
  static func best(_ rounds: [run_figures]) -> run_figures {
    var best = rounds[0]
    for round in rounds {
      best.cpu = min(best.cpu, round.cpu)
      best.wall = min(best.wall, round.wall)
      best.memory = max(best.memory, round.memory)
    }
    return best
  }
}
