/// Chinese digits of text in Simplified script.
enum HanDigits {
  private static let values: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// 3 of 三, 0 of 零.
  static func value(_ scalar: Unicode.Scalar) -> Int? { values[scalar] }
}
