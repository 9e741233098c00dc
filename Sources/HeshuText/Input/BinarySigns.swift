/// What gives away bytes that are no text.
struct BinarySigns {
  /// What the bytes are, in words, where their beginning says so.
  let kind: String?
  /// Control characters that no text has, among the first bytes and the last.
  let controls: Int
  /// How many bytes were looked at.
  let looked: Int

  /// `89 50 4E 47 …` → a PNG image.
  init(_ bytes: UnsafeRawBufferPointer) {
    kind = Self.beginnings.first { bytes.starts(with: $0.0) }?.1
    let sample = EncodingContest.sampleLength
    let head = bytes.prefix(sample)
    let tail = bytes.dropFirst(head.count).suffix(sample)
    controls = Self.controls(head) + Self.controls(tail)
    looked = head.count + tail.count
  }

  /// A stray NUL from a typesetting system is text; one control character in ten is not.
  var areMany: Bool { controls >= 8 && controls * 10 > looked }

  /// Where the bytes fit no Unicode encoding, fewer are enough.
  var areSome: Bool { controls >= 8 && controls * 50 > looked }

  private static func controls(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    // Tab, line feed, form feed, carriage return, end of file and escape occur in text.
    let usual: UInt32 = 1 << 9 | 1 << 10 | 1 << 12 | 1 << 13 | 1 << 26 | 1 << 27
    var count = 0
    for byte in bytes where byte < 0x20 && usual >> UInt32(byte) & 1 == 0 { count += 1 }
    return count
  }

  private static let beginnings: [([UInt8], String)] = [
    (Array("PK\u{3}\u{4}".utf8), "a zip file, as .docx, .xlsx and .wps may be"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file (.doc, .xls, .wps)"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("%PDF-".utf8), "a PDF file without the ending .pdf"),
    ([0x1F, 0x8B], "a gzip file without the ending .gz"),
    (Array("7z".utf8) + [0xBC, 0xAF], "a 7z file"),
    (Array("Rar!".utf8), "a RAR file"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file"),
    ([0xFD] + Array("7zXZ".utf8), "an xz file"),
    (Array("BZh9".utf8), "a bzip2 file"),
    (Array("{\\rtf".utf8), "an RTF file"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
  ]
}

extension InputError {
  static func binary(_ source: String, _ signs: BinarySigns, offset: Int? = nil) -> InputError {
    let found =
      signs.kind
      ?? "\(signs.controls) control characters among \(signs.looked) bytes, which no text has"
    return InputError(
      source: source, code: .binary,
      message: "\(found); expected text, Markdown, HTML, JSON Lines or PDF; "
        + "save it as one of these", offset: offset)
  }
}
