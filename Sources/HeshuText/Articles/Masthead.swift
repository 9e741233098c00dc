/// What the lines before the first article say about the issue; absent where they do not.
///
/// `青山职工 / 2023年12月29日 星期五 / 总第39期 / 主办：青山区总工会` → publication 青山职工, date 2023-12-29, weekday 星期五,
/// issue 总第39期, organizer 青山区总工会.
public struct Masthead: Hashable, Sendable {
  public var publication: Mention?
  /// The value is ISO 8601: 二〇二三年十二月二十九日 and 民國112年12月29日 are both `2023-12-29`.
  public var date: Mention?
  public var weekday: Mention?
  public var issue: Mention?
  /// Who publishes it; its name tells the place of 全区 and 我市.
  public var organizer: Mention?

  public init() {}
}

/// A value and the code points it was read from.
public struct Mention: Hashable, Sendable {
  public var value: String
  public var range: Range<Int>

  public init(value: String, range: Range<Int>) {
    self.value = value
    self.range = range
  }
}
