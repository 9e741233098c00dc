import HeshuClaims
import HeshuText

/// Prints parts of the output in their order: format, file, error lines, progress.
struct Printer: ~Copyable {
  private var file: OutputFile
  private var format: any RecordFormat
  private var lines = WholeLines()
  private var progress: Progress
  private var noted = 0
  private(set) var hasFailures = false

  init(_ format: any RecordFormat, output: String?) throws {
    self.format = format
    file = try OutputFile(output)
    progress = Progress()
  }

  /// `hasMore`: the next part is ready, so this one may wait to be written with it.
  mutating func print(_ part: Extraction.Part, hasMore: Bool) {
    let bytes = format is JSONLinesFormat ? part.bytes : format.convert(lines.take(part.bytes))
    if !bytes.isEmpty { file.write(bytes) }
    if !hasMore { file.flush() }
    for error in part.errors { note(error) }
    hasFailures = hasFailures || part.hasFailures
    progress.add(part.counts)
  }

  mutating func finish() {
    file.write(format.finish())
    file.flush()
    progress.clear()
    if noted > Self.most {
      Notice.print("heshu: \(noted - Self.most) more errors; each has its record in the output")
    }
  }

  /// Lines on standard error that people read; a file of ten thousand bad lines does not scroll the first away.
  private static let most = 50

  private mutating func note(_ error: InputError) {
    noted += 1
    if noted > Self.most { return }
    progress.clear()
    Notice.print("heshu: \(error.notice)")
  }
}
