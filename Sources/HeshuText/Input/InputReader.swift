/// The documents behind the paths that a user gave, one at a time and in order.
///
/// ```swift
/// for result in InputReader(["2023/", "notices.jsonl", "-"]) {
///   switch result {
///   case .success(let document): …   // document.warnings says what was mended
///   case .failure(let error): …      // this input is lost, the next ones follow
///   }
/// }
/// ```
///
/// A folder gives its files in the order of their names, a JSON Lines file its lines. Nothing is
/// opened before its turn, and no more than one document (of JSON Lines: one line) is in memory.
/// A copy of a reader shares the open file with it: use one.
public struct InputReader: Sequence, IteratorProtocol {
  private let options: InputOptions
  private var listing: InputListing
  private var lines: JSONLines?
  private var register = IdentityRegister()

  /// A reader of files, folders and, for `-`, standard input.
  public init(_ paths: [String], options: InputOptions = InputOptions()) {
    self.options = options
    listing = InputListing(paths)
  }

  /// The next document, or why an input gave none; nil when everything was read.
  public mutating func next() -> Result<DecodedDocument, InputError>? {
    while true {
      if lines != nil {
        if let result = lines!.next() { return result.flatMap { finished($0) } }
        lines = nil
      }
      guard let place = listing.next() else { return nil }
      do throws(InputError) {
        let input = try OpenInput(place.get(), options: options)
        if input.format == .jsonLines {
          lines = try input.lines()
          continue
        }
        if !register.insert(input.place.id) { return .failure(.duplicate(input.place)) }
        return .success(completed(try input.document()))
      } catch {
        return .failure(error)
      }
    }
  }

  /// A JSON line's document, unless its id is taken.
  private mutating func finished(_ document: DecodedDocument)
    -> Result<DecodedDocument, InputError>
  {
    if !register.insert(document.id) {
      let place = InputPlace(path: [], source: document.source, id: document.id)
      return .failure(.duplicate(place, line: document.line))
    }
    return .success(completed(document))
  }

  private func completed(_ document: DecodedDocument) -> DecodedDocument {
    var document = document
    document.date = document.date ?? options.date
    document.publication = document.publication ?? options.publication
    document.place = document.place ?? options.place
    document.noteEmpty(
      document.format == .pdf
        ? "no text in the PDF, whose pages may be images (they need character recognition)"
        : "no character in it")
    return document
  }
}

extension InputError {
  fileprivate static func duplicate(_ place: InputPlace, line: Int? = nil) -> InputError {
    InputError(
      source: place.source, code: .duplicateID,
      message: "the id '\(place.id)' was given to an earlier document; expected one of its own; "
        + (line == nil ? "name each input once" : "mend the line's \"id\""), line: line)
  }
}
