import HeshuClaims
import HeshuText

/// Prints parts of the output in their order: format, file, error lines, progress.
struct Printer: ~Copyable {
  private var file: OutputFile
  private var format: any RecordFormat
  private var progress: Progress
  private(set) var hasFailures = false

  init(_ format: any RecordFormat, output: String?) throws {
    self.format = format
    file = try OutputFile(output)
    progress = Progress()
  }

  /// `hasMore`: the next part is ready, so this one may wait to be written with it.
  mutating func print(_ part: Extraction.Part, hasMore: Bool) {
    let bytes = format.convert(part.bytes)
    if !bytes.isEmpty { file.write(bytes) }
    if !hasMore { file.flush() }
    if !part.errors.isEmpty { progress.clear() }
    for error in part.errors { Notice.print("heshu: \(error.notice)") }
    hasFailures = hasFailures || part.hasFailures
    progress.add(part.counts)
  }

  mutating func finish() {
    file.write(format.finish())
    file.flush()
    progress.clear()
  }
}
