/// How inputs are read, and what is known of all of them beforehand.
///
/// `InputOptions(encoding: "gbk")` reads every file as GB18030 and calls one that does not fit an
/// error; without it the encoding is found for each file.
public struct InputOptions: Sendable {
  /// The encoding that the user declares for every input; it wins over marks and declarations.
  public var encoding: String?
  /// The date of documents that give none themselves, as `2023-12-29`.
  public var date: String?
  /// The publication of documents that give none themselves, as `萧山工人`.
  public var publication: String?
  /// The place of documents that give none themselves, as `杭州市萧山区`.
  public var place: String?
  /// The most bytes that one document may have, unpacked: what is longer is `too-large`.
  public var maximumBytes: Int
  /// The program that turns PDF into text.
  public var pdftotext: String
  /// How long that program may work on one file.
  public var pdfSeconds: Int

  public init(
    encoding: String? = nil, date: String? = nil, publication: String? = nil,
    place: String? = nil, maximumBytes: Int = 1 << 30, pdftotext: String = "pdftotext",
    pdfSeconds: Int = 120
  ) {
    self.encoding = encoding
    self.date = date
    self.publication = publication
    self.place = place
    self.maximumBytes = maximumBytes
    self.pdftotext = pdftotext
    self.pdfSeconds = pdfSeconds
  }

  /// The name under which an encoding is reported, nil for a label that nobody knows.
  ///
  /// `gbk` → `GB18030`, `cp950` → `Big5`, `gb-18031` → nil.
  public static func encodingName(for label: String) -> String? {
    EncodingName.resolve(label)
  }
}
