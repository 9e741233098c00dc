/// The documents of a JSON Lines file, one line at a time.
///
/// Ten gigabytes pass through a window of one megabyte. A line that cannot be read is an error
/// with its number; the lines behind it are read.
struct JSONLines {
  private let stream: BufferedBytes
  private let source: String
  private let id: String
  private let options: InputOptions
  private var cutter: LineCutter
  private var line = 0
  private var isEnded = false
  private var encoding = "UTF-8"
  private var evidence = EncodingEvidence.strict
  private let digest = Digest()
  /// Whether the file claims to be one JSON value (`.json`), not lines of them.
  private let mayBeOneValue: Bool

  init(_ stream: BufferedBytes, place: InputPlace, options: InputOptions) throws(InputError) {
    self.stream = stream
    source = place.source
    id = place.id
    self.options = options
    cutter = LineCutter(stream, limit: options.maximumBytes)
    let name = place.source.lowercased()
    mayBeOneValue = name.hasSuffix(".json") || name.hasSuffix(".json.gz")
    try findEncoding()
    if try stream.peek(1).isEmpty { throw .noLine(source) }
  }

  /// The encoding is found once, in the beginning of the file, never line by line.
  private mutating func findEncoding() throws(InputError) {
    let head = try stream.peekLine(EncodingContest.sampleLength)
    let whole = head.lastIndex(of: 0x0A).map { head[...$0] } ?? head[...]
    if let mark = ByteOrderMark(head), options.encoding == nil || mark.encoding == "UTF-8" {
      encoding = mark.encoding
      evidence = .byteOrderMark
      stream.consume(mark.length)
    } else if UTF8Scan(UnsafeRawBufferPointer(rebasing: whole)).valid < whole.count
      || whole.prefix(2).contains(0) || options.encoding != nil
    {
      let decoding = TextDecoding(source: source, declared: options.encoding)
      let text = try decoding.decode(Array(whole))
      encoding = text.encoding
      evidence = text.evidence
    }
    if encoding.hasPrefix("UTF-16") {
      cutter.unit = 2
      cutter.isBigEndian = encoding == "UTF-16BE"
    }
  }

  /// The next line's document or error; nil behind the last line.
  mutating func next() -> Result<DecodedDocument, InputError>? {
    while !isEnded {
      line += 1
      do throws(InputError) {
        guard let (length, feed) = try cutter.next() else { break }
        if length < 0 { throw .tooLarge(source, limit: options.maximumBytes, line: line) }
        let bytes = UnsafeRawBufferPointer(rebasing: stream.window[..<length])
        defer { stream.consume(length + feed) }
        if let document = try read(bytes) { return .success(document) }
      } catch {
        // A stream that breaks gives no further line; a bad line does not break the stream.
        if error.line == nil { isEnded = true }
        return .failure(error)
      }
    }
    isEnded = true
    return nil
  }

  /// The document of one line; nil for an empty line.
  private mutating func read(_ bytes: UnsafeRawBufferPointer) throws(InputError)
    -> DecodedDocument?
  {
    if encoding == "UTF-8" && UTF8Scan(bytes).valid == bytes.count {
      return try document(bytes, InvalidSequences())
    }
    guard let text = DecodedText.mended(bytes, encoding: encoding),
      text.invalid.share(of: bytes.count) <= 0.001
    else {
      let offset = DecodedText.mended(bytes, encoding: encoding)?.invalid.first ?? 0
      throw .badLineEncoding(source, line, encoding, offset)
    }
    return try text.bytes.withUnsafeBufferPointer { (buffer) throws(InputError) in
      try document(UnsafeRawBufferPointer(buffer), text.invalid)
    }
  }

  private mutating func document(_ bytes: UnsafeRawBufferPointer, _ invalid: InvalidSequences)
    throws(InputError) -> DecodedDocument?
  {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return nil }
    let fields: JSONLine
    do throws(JSONFault) { fields = try JSONLine(bytes) } catch {
      let isWhole = mayBeOneValue && line == 1
      if isWhole { isEnded = true }
      throw .badJSON(source, line, error, isOneValue: isWhole)
    }
    guard let text = fields.text else {
      throw .missingText(source, line, isThere: fields.wrongTypes.contains("text"))
    }
    if fields.wrongTypes.contains("id") { throw .badID(source, line) }
    text.withUnsafeBytes { digest.update($0) }
    var document = DecodedDocument(
      id: fields.id ?? "\(id):\(line)", source: source, line: line, encoding: encoding,
      evidence: evidence, text: text,
      characters: text.withUnsafeBytes { UTF8Scan.characters(in: $0) }, sha256: digest.hex(),
      format: .jsonLines, markup: .plain, title: fields.title, date: fields.date,
      publication: fields.publication, place: fields.place)
    document.noteInvalid(invalid)
    for key in fields.wrongTypes {
      document.warnings.append(.wrongType(source, line, key))
    }
    return document
  }
}
