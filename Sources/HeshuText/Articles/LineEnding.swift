/// How a line ends: 交流发言。” ends a sentence, 深深地记在了心里…… too, 最美” only a quotation.
struct LineEnding {
  let value: TextLine.Ending

  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var at = range.upperBound
    var isClosed = false
    while at > range.lowerBound {
      let (scalar, start) = Self.scalar(text, endingAt: at, from: range.lowerBound)
      switch scalar {
      // ” ’ ） 】 」 』 》 〕 " ' )
      case 0x201D, 0x2019, 0xFF09, 0x3011, 0x300D, 0x300F, 0x300B, 0x3015, 0x22, 0x27, 0x29, 0x5D:
        isClosed = true
        at = start
        continue
      // 。 … ｡
      case 0x3002, 0x2026, 0xFF61: value = .sentence
      case 0xFF01, 0xFF1F, 0x21, 0x3F: value = .exclamation
      case 0xFF1B, 0x3B: value = isClosed ? .closer : .semicolon
      case 0xFF1A, 0x3A: value = isClosed ? .closer : .colon
      // ， 、 （ “ ‘ 《 「 『 【
      case 0xFF0C, 0x2C, 0x3001, 0xFF08, 0x28, 0x201C, 0x2018, 0x300A, 0x300C, 0x300E, 0x3010:
        value = isClosed ? .closer : .open
      case 0x2014, 0x2015, 0x2013: value = isClosed ? .closer : .dash
      // A point after a letter ends a sentence, after a digit it is a decimal point.
      case 0x2E, 0xFF0E:
        let before =
          start > range.lowerBound
          ? Self.scalar(text, endingAt: start, from: range.lowerBound).0 : 0x30
        let isDigit = (0x30...0x39).contains(before) || (0xFF10...0xFF19).contains(before)
        value = isDigit ? (isClosed ? .closer : .plain) : .sentence
      default: value = isClosed ? .closer : .plain
      }
      return
    }
    value = .closer
  }

  /// The scalar before `end` and where it begins.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, endingAt end: Int, from: Int) -> (
    UInt32, Int
  ) {
    var start = end - 1
    while start > from, text[start] & 0xC0 == 0x80 { start -= 1 }
    let lead = text[start]
    if lead < 0x80 { return (UInt32(lead), start) }
    var value = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
    for index in start + 1..<end { value = value << 6 | UInt32(text[index] & 0x3F) }
    return (value, start)
  }
}
