import ArgumentParser
import HeshuEvaluation

/// `heshu evaluate`: how right the records are, against gold made by hand.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score records against gold made by hand.",
    discussion: """
      GOLD holds records in the form that heshu extract writes, of which only the scored fields are \
      needed. "optional": true marks what is scored neither way, {"anyOf": [...]} a field with \
      several right answers, "partOf" is the offset of the whole's quantity. Of a folder every \
      *.gold.jsonl is read; a.gold.jsonl belongs to the document a.txt.

      Examples:
        heshu extract Corpus/newsletters -o records.jsonl
        heshu evaluate Corpus records.jsonl
        heshu evaluate Corpus records.jsonl --errors 20 --field measure
        heshu extract --with-text mine.txt | heshu evaluate mine.gold.jsonl -
      """)

  @Argument(help: "The gold: a file, or a folder of *.gold.jsonl.")
  var gold: String

  @Argument(help: "The records to score: a file, a folder, or - for standard input.")
  var records: String

  @Option(help: ArgumentHelp("Show the first N differences, with context.", valueName: "n"))
  var errors = 0

  @Option(
    help: ArgumentHelp(
      "Show differences of these fields only: quantity, span, kind, value, measure, article …",
      valueName: "field,…"))
  var field: String?

  @Flag(help: "Show one line for each document as well.")
  var byDocument = false

  func validate() throws {
    if errors < 0 { throw ValidationError("--errors takes 0 or more, found \(errors)") }
    for name in fields where !Self.fieldNames.contains(name) {
      throw ValidationError(
        "--field: no field '\(name)'; expected one of \(Self.fieldNames.joined(separator: ", "))")
    }
  }

  func run() throws {
    let evaluation: Evaluation
    do {
      evaluation = try score()
    } catch {
      throw Failure(message: "\(error)", code: 3)
    }
    for name in evaluation.unread {
      Notice.print("heshu: no record of \(name); all of its gold counts as missed")
    }
    print(evaluation.total.table)
    if byDocument {
      print("\n" + evaluation.documentTable)
    }
    let wanted = evaluation.mistakes.filter { fields.isEmpty || fields.contains($0.field) }
    if errors > 0 {
      print("\n\(min(errors, wanted.count)) of \(wanted.count) differences")
      for mistake in wanted.prefix(errors) { print(mistake) }
    }
  }

  private func score() throws(RecordFileError) -> Evaluation {
    let gold = try RecordFiles.gold(gold)
    let records = try RecordFiles.records(records)
    return Evaluation.score(gold: gold, records: records)
  }

  private var fields: [String] { field?.split(separator: ",").map(String.init) ?? [] }

  private static let fieldNames =
    ["quantity"] + Score.Field.allCases.map(\.rawValue) + ["article", "byline", "entity"]
}
