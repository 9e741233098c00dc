import CWordBreak
import Foundation

/// All figures of one run, in the order of the table.
struct Measurement {
  /// One line of the table.
  struct Line {
    var name: String
    var bytes: Int
    var one: run_figures
    /// On two threads; ICU's word break has none.
    var two: run_figures?
    var found: Int64

    /// Megabytes of UTF-8 for each second of CPU time.
    var speed: Double { Double(bytes) / 1e6 / one.cpu }
    var scaling: Double? { two.map { one.wall / $0.wall } }
  }

  private(set) var lines: [Line] = []
  /// Milliseconds from process start to the first claim of one newsletter, the median and the least.
  private(set) var first = (median: 0.0, least: 0.0)
  /// Characters of text for each quantity in it.
  private(set) var density = 0.0
  private(set) var failures: [String] = []
  private let folder: String
  private let options: Options

  init(_ options: Options, folder: String) throws {
    self.options = options
    self.folder = folder
    let text = try TextMaker(
      corpus: options.corpus, size: options.size * 1_000_000, prose: options.prose,
      folder: folder)
    let words = Run([CommandLine.arguments[0], "--words", text.lines])
    var icu: [run_figures] = []
    for _ in 0..<options.rounds { icu.append(try words.measured(output: folder + "/words")) }
    lines.append(
      Line(name: "ICU word break", bytes: text.lineBytes, one: Run.best(icu), two: nil, found: 0))
    try measure("quantities", text.lines, text.lineBytes, marker: #""kind":"#)
    try measure("extract", text.documents, text.documentBytes, marker: #""type":"claim""#)
    density = Double(text.characters) / Double(max(1, lines[1].found))
    try start()
  }

  private mutating func measure(_ command: String, _ input: String, _ bytes: Int, marker: String)
    throws
  {
    let outputs = [1, 2].map { "\(folder)/\(command).\($0)" }
    var figures: [[run_figures]] = [[], []]
    for _ in 0..<options.rounds {
      for jobs in [1, 2] {
        let run = Run([options.heshu, command, input, "--format", "jsonl", "--jobs", "\(jobs)"])
        figures[jobs - 1].append(try run.measured(output: outputs[jobs - 1]))
      }
    }
    let found = count_in_file(outputs[0], marker)
    if found <= 0 { failures.append("\(command) printed nothing of \(marker)") }
    if same_files(outputs[0], outputs[1]) != 1 {
      failures.append("\(command) printed other bytes with --jobs 2 than with --jobs 1")
    }
    for path in outputs where options.keep == nil {
      try? FileManager.default.removeItem(atPath: path)
    }
    lines.append(
      Line(
        name: command, bytes: bytes, one: Run.best(figures[0]), two: Run.best(figures[1]),
        found: found))
  }

  private mutating func start() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: options.corpus).sorted()
    guard let name = names.first(where: { $0.hasSuffix(".txt") }) else { return }
    let run = Run([options.heshu, "extract", options.corpus + "/" + name, "--format", "jsonl"])
    var times: [Double] = []
    for _ in 0..<21 { times.append(try run.untilFirst(#""type":"claim""#)) }
    times.sort()
    first = (times[times.count / 2], times[0])
  }
}
