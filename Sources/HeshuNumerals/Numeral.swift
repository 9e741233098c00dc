public import HeshuGrammar

/// A number as written, without unit: 27万余, 十几, 二百五, 3.8万, 三分之二.
public struct Numeral: Sendable {
  public var start: Int
  public var end: Int
  public var value: Exact
  /// The other end of paired digits (两三, 五六十) or of a vague figure (几十: 20 to below 100).
  public var upper: Exact?
  /// What stands inside it: 余 and 多 (`over`), 来 (`about`), 数 and 几 (`vague`); else `exact`.
  public var modifier: Modifier = .exact
  /// 分之 or a slash: numerator and denominator.
  public var ratio: (numerator: Exact, denominator: Exact)?
  /// 百分之…, 千分之…: value in percent.
  public var isShare = false
  /// Power of ten of the last digit written.
  public var place = 0
  /// Arabic digits only, no scale word.
  public var isArabic = false
  /// Chinese digits in a row without scale words: 二〇二三.
  public var isDigitString = false
  /// Digits before any point, when `isArabic` or `isDigitString`.
  public var digits = 0
  public var hasPoint = false
  public var hasScale = false
  /// The last big scale word (万 4, 亿 8), which an earlier end of a range may share; 0 for none.
  public var sharedScale = 0
  /// Begins with a scale word: 百, 万.
  public var isBareScale = false
  /// Ends in k: 15k.
  public var isThousands = false
  /// The word 半 alone.
  public var isHalf = false
}
