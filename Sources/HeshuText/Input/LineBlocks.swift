/// Whole lines of the inputs, in blocks that other threads can take apart.
///
/// ```swift
/// for result in LineBlocks(["cases.jsonl", "-"]) {
///   try result.get().each { line in … }   // line.id, line.text, line.error
/// }
/// ```
///
/// A block holds what one read gave and no more than the line it ends needs, so whoever writes one line to a pipe and waits
/// gets its answer. HTML and PDF have no lines of their own: theirs are the lines of the text taken out of them.
public struct LineBlocks: Sequence, IteratorProtocol {
  private let options: InputOptions
  private var listing: InputListing
  private var lines: OpenLines?

  public init(_ paths: [String], options: InputOptions = InputOptions()) {
    self.options = options
    listing = InputListing(paths)
  }

  /// The next block, or why an input gives none; nil when everything was read.
  public mutating func next() -> Result<LineBlock, InputError>? {
    while true {
      do throws(InputError) {
        if let block = try lines?.next() { return .success(block) }
        lines = nil
        guard let place = listing.next() else { return nil }
        lines = try OpenLines(OpenInput(place.get(), options: options), options: options)
      } catch {
        lines = nil
        return .failure(error)
      }
    }
  }
}

/// The lines of one open input.
private struct OpenLines {
  private let input: OpenInput
  private let stream: BufferedBytes
  private var cutter: LineCutter
  private var encoding = "UTF-8"
  private var line = 1
  private let limit: Int
  /// The text of a page, which comes whole.
  private var page: [UInt8]?

  init(_ input: OpenInput, options: InputOptions) throws(InputError) {
    self.input = input
    stream = input.stream
    limit = options.maximumBytes
    cutter = LineCutter(stream, limit: limit)
    if input.format == .html || input.format == .pdf {
      page = try input.document().text
      return
    }
    input.file.digest = nil
    encoding = try stream.encodingOfLines(declared: options.encoding, source: input.place.source)
      .name
    if encoding.hasPrefix("UTF-16") {
      cutter.unit = 2
      cutter.isBigEndian = encoding == "UTF-16BE"
    }
  }

  mutating func next() throws(InputError) -> LineBlock? {
    if let page {
      self.page = []
      return page.isEmpty ? nil : block(page)
    }
    return encoding == "UTF-8" ? try plain() : try decoded()
  }

  private mutating func block(_ bytes: [UInt8]) -> LineBlock {
    let block = LineBlock(
      source: input.place.source, bytes: bytes, firstLine: line, isJSON: input.format == .jsonLines)
    line += block.lineCount
    return block
  }

  /// All whole lines of the window; more is read only while there is none.
  private mutating func plain() throws(InputError) -> LineBlock? {
    var searched = 0
    while true {
      let window = stream.window
      if let last = window[searched...].lastIndex(of: 0x0A) {
        let bytes = [UInt8](window[...last])
        stream.consume(bytes.count)
        return block(bytes)
      }
      searched = window.count
      if searched > limit { throw .tooLarge(input.place.source, limit: limit, line: line) }
      if try !stream.fill() {
        let rest = [UInt8](stream.window)
        stream.consume(rest.count)
        return rest.isEmpty ? nil : block(rest)
      }
    }
  }

  /// Lines in another encoding, turned into UTF-8 one by one and gathered.
  private mutating func decoded() throws(InputError) -> LineBlock? {
    var bytes: [UInt8] = []
    while bytes.count < 1 << 16, let (length, feed) = try cutter.next() {
      if length < 0 { throw .tooLarge(input.place.source, limit: limit, line: line) }
      let raw = UnsafeRawBufferPointer(rebasing: stream.window[..<length])
      bytes += DecodedText.mended(raw, encoding: encoding)?.bytes ?? []
      bytes.append(0x0A)
      stream.consume(length + feed)
    }
    return bytes.isEmpty ? nil : block(bytes)
  }
}
