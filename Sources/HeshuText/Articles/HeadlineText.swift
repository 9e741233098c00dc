/// A headline as a record shows it: one space where the setting left several.
///
/// `高温津贴“晒”出来  工会上门“查”到底` → the same with one space; a single full-width space stays.
struct HeadlineText {
  let string: String

  init(_ bytes: [UInt8]) {
    string = Self.hasSpaces(bytes) ? Self.collapse(bytes) : String(decoding: bytes, as: UTF8.self)
  }

  /// Whether two spaces of any kind may stand together.
  private static func hasSpaces(_ bytes: [UInt8]) -> Bool {
    var last = -2
    for (index, byte) in bytes.enumerated() {
      let isSpace =
        byte == 0x20 || byte == 0x09 || byte == 0xA0
        || byte == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
      if !isSpace { continue }
      if index - last <= 3 { return true }
      last = index
    }
    return false
  }

  private static func collapse(_ bytes: [UInt8]) -> String {
    var result = ""
    var spaces = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace {
        spaces.unicodeScalars.append(scalar)
        continue
      }
      if !spaces.isEmpty { result += spaces.unicodeScalars.count > 1 ? " " : spaces }
      spaces = ""
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
