/// One document as text: what the rooms after this one read.
///
/// `000.txt` in GB18030 → its text in UTF-8, `encoding` `GB18030`, `evidence` `.strict`, the
/// digest of its bytes as they lie on the disk. `text` is always valid UTF-8, has no byte order
/// mark and keeps its line ends, so offsets counted in it are the contract's offsets.
public struct DecodedDocument: Sendable {
  /// The path as given, relative to the folder when one was given; or the JSON line's `id`.
  public var id: String
  /// The path that was opened, or `-`.
  public var source: String
  /// The line of a JSON Lines file, from 1.
  public var line: Int?
  /// The IANA name of the encoding, as `UTF-8`, `GB18030`, `Big5-HKSCS`.
  public var encoding: String
  /// How the encoding is known.
  public var evidence: EncodingEvidence
  /// The decoded text in valid UTF-8.
  public var text: [UInt8]
  /// How many code points the text has.
  public var characters: Int
  /// SHA-256 in hexadecimal, of the input's bytes; for a JSON line, of its text in UTF-8.
  public var sha256: String
  /// What the input was.
  public var format: DocumentFormat
  /// How the text is to be read.
  public var markup: Markup
  /// The headings of an HTML page, in the order of the text.
  public var headings: [Heading] = []
  /// From the JSON line, or an HTML page's `<title>`.
  public var title: String?
  /// From the JSON line, else from the options.
  public var date: String?
  /// From the JSON line, else from the options.
  public var publication: String?
  /// From the JSON line, else from the options.
  public var place: String?
  /// What had to be mended or is strange; each is an error record of its own in the output.
  public var warnings: [InputError] = []
}

/// How a document's encoding is known.
public enum EncodingEvidence: String, Sendable, CaseIterable {
  /// The user or the page said so.
  case declared
  /// A byte order mark.
  case byteOrderMark = "byte-order-mark"
  /// The bytes are valid in this encoding, and in no other that is usual.
  case strict
  /// The most plausible of several.
  case detected
  /// The format leaves no choice (the text of a PDF).
  case format
}

/// What an input was before its text was taken out.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case text
  case markdown
  case html
  case jsonLines = "json-lines"
  case pdf
}

/// How the lines of a text are to be understood.
public enum Markup: String, Sendable, CaseIterable {
  /// Lines as an editor typed them.
  case plain
  /// Lines with Markdown's marks in them.
  case markdown
  /// Lines made from blocks; the headings are listed.
  case html
  /// Lines as they stand on the page, paragraphs broken.
  case pdf
}

/// A heading and its place: `<h1>区总工会召开全委会</h1>` → level 1, 9 characters.
public struct Heading: Hashable, Sendable {
  /// 1 for `<h1>` to 6 for `<h6>`.
  public var level: Int
  /// Where it stands, in code points of the text.
  public var range: Range<Int>

  public init(level: Int, range: Range<Int>) {
    self.level = level
    self.range = range
  }
}

extension DecodedDocument {
  /// A text alone with what is known of its document by name (`date`, `place`, `publication`): an example of a grammar.
  public init(example text: [UInt8], _ setting: [String: String]) {
    self.init(
      id: "-", source: "-", encoding: "UTF-8", evidence: .declared, text: text, characters: 0, sha256: "",
      format: .text,
      markup: .plain, date: setting["date"], publication: setting["publication"],
      place: setting["place"])
  }
}
