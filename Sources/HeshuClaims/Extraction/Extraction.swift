public import HeshuGrammar
public import HeshuNumerals
public import HeshuText

/// The whole way from paths to records, on several threads, in the order of the inputs.
///
/// ```swift
/// let counts = Extraction(grammar).run(["2023/"], jobs: 2) { part, _ in print(part.bytes) }
/// ```
public struct Extraction: Sendable {
  private let grammar: Grammar
  private let options: ExtractionOptions
  private let inputs: InputOptions

  public init(
    _ grammar: Grammar, options: ExtractionOptions = ExtractionOptions(),
    inputs: InputOptions = InputOptions()
  ) {
    self.grammar = grammar
    self.options = options
    self.inputs = inputs
  }

  /// Records ready to be printed, with what went wrong among them.
  public struct Part: Sendable {
    /// Bytes from which on a part is handed on though its input goes on.
    public static let size = 1 << 20

    public init() {}

    public var bytes: [UInt8] = []
    public var counts = RecordCounts()
    public var errors: [InputError] = []
    /// Whether an input was lost, not only mended.
    public var hasFailures = false
  }

  /// Reads all inputs and hands their records on, the `end` record with the last part. `hasMore` tells whether the next
  /// part is ready already.
  public func run(_ paths: [String], jobs: Int, give: (Part, _ hasMore: Bool) -> Void)
    -> RecordCounts
  {
    var counts = RecordCounts()
    let source = BatchSource(paths, inputs, grammar)
    OrderedWork<Batch, Part>.run(
      jobs: jobs, next: { source.next($0) },
      makeWorker: {
        let worker = BatchWorker(grammar, options)
        return { worker.part($0, emit: $1) }
      },
      give: { part, hasMore in
        counts.add(part.counts)
        give(part, hasMore)
      })
    if options.types.contains(.end) {
      var out = RecordWriter()
      counts.writeEnd(to: &out)
      var last = Part()
      last.bytes = out.bytes
      give(last, false)
    }
    return counts
  }
}
