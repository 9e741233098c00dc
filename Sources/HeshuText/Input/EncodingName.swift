import CICU

/// Labels of encodings and the names that stand for them.
enum EncodingName {
  /// `gb2312` → `GB18030`: pages that call themselves GB 2312 use GBK's characters freely, and
  /// GB18030 has all of both in the same places. Other labels are ICU's, under their IANA name.
  static func resolve(_ label: String) -> String? {
    let folded = label.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    if let name = chinese[folded] { return name }
    // To ICU a comma begins options, and a slash might begin a path.
    let isName = folded.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || ".:+()".unicodeScalars.contains($0)
    }
    if folded.isEmpty || !isName { return nil }
    var buffer = [CChar](repeating: 0, count: 64)
    let length = cicu_encoding_name(label, &buffer, 64)
    if length == 0 { return nil }
    return String(decoding: buffer[..<Int(length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static let chinese: [String: String] = [
    "utf8": "UTF-8", "unicode11utf8": "UTF-8", "utf8sig": "UTF-8", "ascii": "UTF-8",
    "usascii": "UTF-8",
    "gb2312": "GB18030", "gb231280": "GB18030", "gbk": "GB18030", "xgbk": "GB18030",
    "cp936": "GB18030", "ms936": "GB18030", "windows936": "GB18030", "csgb2312": "GB18030",
    "chinese": "GB18030", "euccn": "GB18030", "gb18030": "GB18030", "gb": "GB18030",
    "ansi936": "GB18030", "936": "GB18030",
    "big5": "Big5", "xxbig5": "Big5", "cnbig5": "Big5", "csbig5": "Big5", "cp950": "Big5",
    "ms950": "Big5", "windows950": "Big5", "950": "Big5",
    "big5hkscs": "Big5-HKSCS", "hkscs": "Big5-HKSCS",
    "hz": "HZ-GB-2312", "hzgb2312": "HZ-GB-2312",
  ]
}

/// A byte order mark at the beginning of the bytes.
struct ByteOrderMark {
  var encoding: String
  var length: Int

  /// `EF BB BF` → UTF-8, 3 bytes.
  init?(_ bytes: UnsafeRawBufferPointer) {
    for (mark, encoding) in Self.marks where bytes.starts(with: mark) {
      self.encoding = encoding
      length = mark.count
      return
    }
    return nil
  }

  // UTF-32 first: its mark begins with that of UTF-16.
  private static let marks: [([UInt8], String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"),
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
    ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ([0x84, 0x31, 0x95, 0x33], "GB18030"),
  ]
}
