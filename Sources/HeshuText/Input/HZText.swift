/// Text in HZ, which writes GB 2312 between `~{` and `~}` in seven bits.
enum HZText {
  /// `~{9$;a~}1127~{7]~}` → 工会1127份; nil for ASCII in which nothing of the kind stands.
  ///
  /// HZ is valid ASCII, so what decides is that the marks come in pairs, with whole characters
  /// between them that are plausible Chinese.
  static func decode(_ bytes: UnsafeRawBufferPointer) -> DecodedText? {
    guard hasMark(bytes),
      var text = DecodedText(bytes, encoding: "HZ-GB-2312", strict: true),
      text.invalid.first == nil, text.bytes.contains(where: { $0 >= 0x80 })
    else { return nil }
    let han = String(decoding: text.bytes, as: UTF8.self).unicodeScalars.filter { $0.value > 0x7F }
    let chinese = String(String.UnicodeScalarView(han))
    if Plausibility.bits(Array(chinese.utf8)) > 14 * Double(han.count) { return nil }
    text.evidence = .detected
    return text
  }

  private static func hasMark(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "~") && bytes[index + 1] == UInt8(ascii: "{") { return true }
      index += 1
    }
    return false
  }
}
