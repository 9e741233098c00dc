import ArgumentParser
import HeshuClaims
import HeshuNumerals
import HeshuText

/// `heshu quantities FILE…`: one JSON object for each line.
struct Quantities: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the quantities of each line, without their context.",
    discussion: """
      heshu quantities lines.txt
      echo '覆盖职工27万余人次' | heshu quantities -
      heshu quantities --all --format jsonl texts.jsonl   # lines as {"id": …, "text": …}
      """)

  @OptionGroup var inputs: InputArguments
  @OptionGroup var outputs: OutputArguments
  @OptionGroup var grammar: GrammarChoice

  @Flag(help: "Print the numerals of dates, ordinals and codes too.")
  var all = false

  func run() throws {
    let grammar = try grammar.load()
    let all = all
    let prefixed = inputs.files.count > 1
    let source = BlockSource(inputs.files, inputs.options)
    var printer = try Printer(outputs.quantityFormat(), output: outputs.output)
    OrderedWork<Result<LineBlock, InputError>, Extraction.Part>.run(
      jobs: outputs.threads, next: { _ in source.next() },
      makeWorker: {
        let lines = QuantityLines(grammar, all: all)
        var out = RecordWriter(capacity: 1 << 16)
        return { block, emit in lines.part(block, prefixed: prefixed, into: &out, emit: emit) }
      },
      give: { part, hasMore in printer.print(part, hasMore: hasMore) })
    printer.finish()
    if printer.hasFailures { throw ExitCode(3) }
  }
}

/// The blocks of all inputs, for the reading thread.
private final class BlockSource: @unchecked Sendable {
  private var blocks: LineBlocks
  init(_ files: [String], _ options: InputOptions) { blocks = LineBlocks(files, options: options) }
  func next() -> Result<LineBlock, InputError>? { blocks.next() }
}

extension QuantityLines {
  /// The lines of one block; what comes before the last ones goes to `emit`.
  fileprivate func part(
    _ block: Result<LineBlock, InputError>, prefixed: Bool, into out: inout RecordWriter,
    emit: (Extraction.Part) -> Void
  ) -> Extraction.Part {
    var part = Extraction.Part()
    switch block {
    case .success(let block):
      part.counts.bytes = block.bytes.count
      part.errors = withoutActuallyEscaping(emit) { emit in
        spill = { out in
          var part = Extraction.Part()
          part.bytes = out.take()
          emit(part)
        }
        defer { spill = nil }
        return records(of: block, prefix: prefixed ? "\(block.source):" : "", into: &out)
      }
    case .failure(let error):
      part.errors = [error]
      error.write(to: &out)
    }
    part.bytes = out.take()
    part.hasFailures = !part.errors.isEmpty
    return part
  }
}
