/// An input that is open and whose format is known.
struct OpenInput {
  let place: InputPlace
  let format: DocumentFormat
  private let options: InputOptions
  let file: FileBytes
  private let gzip: GzipBytes?
  let stream: BufferedBytes

  /// Opens an input. Its name tells the format, else its first bytes do.
  init(_ place: InputPlace, options: InputOptions) throws(InputError) {
    self.place = place
    self.options = options
    file = try FileBytes(place)
    let kind = DocumentKind(name: place.isStandardInput ? "" : place.source)
    let raw = BufferedBytes(file)
    let isPacked: Bool
    if kind.isPacked || kind.format != nil {
      isPacked = kind.isPacked
    } else {
      isPacked = DocumentKind.isGzip(try raw.peek(2))
    }
    gzip = isPacked ? try GzipBytes(raw, source: place.source) : nil
    stream = gzip.map { BufferedBytes($0) } ?? raw
    if let known = kind.format {
      format = known
    } else {
      format = DocumentKind.sniff(try stream.peekLine(2048))
    }
  }

  /// The reader of a JSON Lines file.
  func lines() throws(InputError) -> JSONLines {
    file.digest = nil
    return try JSONLines(stream, place: place, options: options)
  }

  /// The one document of any other file.
  func document() throws(InputError) -> DecodedDocument {
    let bytes = try stream.readAll(
      expecting: gzip == nil ? file.size : nil, limit: options.maximumBytes,
      source: place.source)
    let digest = file.digest?.hex() ?? ""
    var text: DecodedText
    var page: HTMLPage?
    switch format {
    case .pdf:
      let extracted = try PDFText.read(bytes, source: place.source, options: options)
      text = try TextDecoding(source: place.source, declared: "UTF-8").decode(extracted)
      text.evidence = .format
    case .html:
      text = try TextDecoding(source: place.source, declared: options.encoding, isHTML: true)
        .decode(bytes)
      page = text.bytes.withUnsafeBytes { HTMLPage($0) }
      guard let page else { throw .badHTML(place.source) }
      text.bytes = page.text.bytes
      text.characters = page.text.characters
    case .text, .markdown, .jsonLines:
      text = try TextDecoding(source: place.source, declared: options.encoding).decode(bytes)
    }
    var document = DecodedDocument(
      id: place.id, source: place.source, encoding: text.encoding, evidence: text.evidence,
      text: text.bytes, characters: text.characters, sha256: digest, format: format,
      markup: format.markup, headings: page?.text.headings ?? [], title: page?.title)
    document.noteInvalid(text.invalid)
    document.noteTrailing(gzip?.trailing ?? 0)
    return document
  }
}

extension InputError {
  fileprivate static func badHTML(_ source: String) -> InputError {
    InputError(
      source: source, code: .badHTML,
      message: "the HTML parser cannot begin; expected a page; try again with more memory")
  }
}
