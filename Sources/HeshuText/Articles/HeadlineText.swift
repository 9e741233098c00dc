/// A headline as a record shows it: one space where the setting left several.
///
/// `高温津贴“晒”出来  工会上门“查”到底` → the same with one space; a single full-width space stays.
struct HeadlineText {
  let string: String

  init(_ bytes: [UInt8]) {
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
    string = result
  }
}
