/// An input, or a part of one, that could not be read as it should be.
///
/// `第三期.txt`, not there → `not-found`: "no file or folder of this name; …". The same structure
/// is thrown for what is lost and stands in `DecodedDocument.warnings` for what was mended.
public struct InputError: Error, Hashable, Sendable {
  /// The path as the user gave it, or the folder's path and the file's; `-` for standard input.
  public var source: String
  /// What went wrong, for programs.
  public var code: Code
  /// What went wrong, for people: what was found, what was expected, what to do next.
  public var message: String
  /// The line of a JSON Lines file, from 1.
  public var line: Int?
  /// The byte of the input (of the line, in JSON Lines) where the trouble begins, from 0.
  public var offset: Int?

  public init(
    source: String, code: Code, message: String, line: Int? = nil, offset: Int? = nil
  ) {
    self.source = source
    self.code = code
    self.message = message
    self.line = line
    self.offset = offset
  }

  /// The kinds of trouble. The raw values are stable: they stand in the output's error records.
  public enum Code: String, Sendable, CaseIterable {
    /// Nothing lies under this path.
    case notFound = "not-found"
    /// It is there but cannot be read.
    case unreadable
    /// A folder without a file in it.
    case nothingToRead = "nothing-to-read"
    /// The id was already taken by another document.
    case duplicateID = "duplicate-id"
    /// Longer than the options allow.
    case tooLarge = "too-large"
    /// No character in it (a warning on a document).
    case empty
    /// Not text.
    case binary
    /// The encoding that was asked for does not exist.
    case unknownEncoding = "unknown-encoding"
    /// The bytes do not fit the encoding that was declared, or any.
    case wrongEncoding = "wrong-encoding"
    /// A few bytes became U+FFFD (a warning on a document).
    case invalidSequence = "invalid-sequence"
    /// Packed data that is broken or cut.
    case badGzip = "bad-gzip"
    /// HTML that the parser refused.
    case badHTML = "bad-html"
    /// A line that is not a JSON object.
    case badJSON = "bad-json"
    /// A JSON object without a string under `text`.
    case missingText = "missing-text"
    /// A JSON object whose `id` is neither a string nor a number.
    case badID = "bad-id"
    /// A `title`, `date`, … that is not a string and was left out (a warning on a document).
    case wrongType = "wrong-type"
    /// The program for PDF is not installed.
    case pdftotextMissing = "pdftotext-missing"
    /// The program for PDF gave up.
    case pdftotextFailed = "pdftotext-failed"
  }
}
