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
        var size = 1 << 16
        return { block in
          let part = lines.part(block, prefixed: prefixed, size: size)
          // What the last part needed, and a little more: growing would copy all of it again and again.
          size = part.bytes.count + part.bytes.count / 4
          return part
        }
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
  fileprivate func part(_ block: Result<LineBlock, InputError>, prefixed: Bool, size: Int) -> Extraction.Part {
    var part = Extraction.Part()
    var out = RecordWriter()
    out.bytes.reserveCapacity(size)
    switch block {
    case .success(let block):
      part.errors = records(of: block, prefix: prefixed ? "\(block.source):" : "", into: &out)
      part.counts.bytes = block.bytes.count
    case .failure(let error):
      part.errors = [error]
      error.write(to: &out)
    }
    part.bytes = out.bytes
    part.hasFailures = !part.errors.isEmpty
    return part
  }
}
