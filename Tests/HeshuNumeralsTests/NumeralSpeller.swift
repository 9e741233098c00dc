/// The slow, obvious other side of the numeral reader: writes a whole number in Chinese, one rule a line.
struct NumeralSpeller {
  var digits = Array("零一二三四五六七八九")
  var small = ["", "十", "百", "千"]
  var big = ["", "万", "亿", "万亿"]

  static let formal = NumeralSpeller(
    digits: Array("零壹贰叁肆伍陆柒捌玖"), small: ["", "拾", "佰", "仟"], big: ["", "万", "亿", "万亿"])
  static let traditional = NumeralSpeller(
    digits: Array("零一二三四五六七八九"), small: ["", "十", "百", "千"], big: ["", "萬", "億", "萬億"])

  /// 1 to 9999 without leading 零: 105 → 一百零五, 1010 → 一千零一十.
  private func section(_ value: Int) -> String {
    var text = ""
    var hasGap = false
    for place in (0..<4).reversed() {
      let digit = value / [1, 10, 100, 1000][place] % 10
      if digit == 0 {
        hasGap = !text.isEmpty
        continue
      }
      if hasGap { text.append(digits[0]) }
      hasGap = false
      text.append(digits[digit])
      text += small[place]
    }
    return text
  }

  /// 1 to below 10^16.
  func spell(_ value: Int) -> String {
    var text = ""
    var rest = value
    var parts: [Int] = []
    while rest > 0 {
      parts.append(rest % 10000)
      rest /= 10000
    }
    for index in parts.indices.reversed() where parts[index] > 0 {
      let isAfterGap = !text.isEmpty && (parts[index] < 1000 || parts[index + 1] == 0 || parts[index + 1] % 10 == 0)
      if isAfterGap { text.append(digits[0]) }
      // 万亿 is written once: 三万亿五千亿 is 三万五千亿.
      let isSplit = index == 3 && parts[2] > 0
      text += section(parts[index]) + (isSplit ? big[1] : big[index])
    }
    return text
  }
}
