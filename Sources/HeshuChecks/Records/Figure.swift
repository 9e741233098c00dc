public import HeshuGrammar
public import HeshuNumerals

/// The quantity of a fact: 27万余人次 with its number, the interval its words allow and the precision it is written with.
public struct Figure: Sendable {
  /// The span of number and unit, half-open, in code points of the document.
  public let span: Range<Int>
  /// As written, without white space: `137家` where a line breaks before 家.
  public let text: String
  /// Absent for ranges and vague figures.
  public let value: Exact?
  /// What the words allow at most: the record's lower, upper and bounds.
  public let hard: Interval
  /// The place value of the last digit written: 28.46万 is 100.
  public let precision: Exact
  public let modifier: Modifier
  /// As written, empty for none.
  public let unit: String
  /// In the base unit of its dimension, where the record has it: 3斤 is 1500 g.
  public let base: (interval: Interval, code: String)?
  let numeral: Range<Int>

  init?(_ json: JSONValue) {
    guard let start = json["start"]?.integer, let end = json["end"]?.integer, start < end,
      let text = json["text"]?.string, let bounds = json["bounds"]?.string
    else { return nil }
    span = start..<end
    self.text = text.unspaced
    value = json["value"]?.number
    hard = Interval(json["lower"]?.number, json["upper"]?.number, bounds: bounds)
    precision = json["precision"]?.number ?? Exact(1)
    modifier = Modifier.allCases.first { $0.name == json["modifier"]?.string } ?? .exact
    unit = json["unit"]?.string ?? ""
    base = json["base"].flatMap { base in
      guard let code = base["code"]?.string else { return nil }
      let value = base["value"]?.number
      return (Interval(base["lower"]?.number ?? value, base["upper"]?.number ?? value, bounds: bounds), code)
    }
    let from = json["numeral"]?["start"]?.integer ?? start
    let to = json["numeral"]?["end"]?.integer ?? end
    numeral = from < to ? from..<to : start..<end
  }

  private static let scales = ["万", "亿", "萬", "億"]

  /// 二十天, 百分之九十: written to the last place, as 20 and 90 are. 两成 is not.
  private var isSpelledOut: Bool {
    !text.contains { ("0"..."9").contains($0) } && !text.contains("成") && !text.contains("折")
  }

  public var isExact: Bool { modifier == .exact && value != nil }

  /// An exact figure is rounded as far as it is written: 28.46万 stands for [284550, 284650], 1127 for itself.
  ///
  /// Round mode of XBRL Calculations 1.1 (2023). Counts are points unless a scale word shortens them: 二十条 is 20, 12万人
  /// is not 120000.
  public func rounded(isCount: Bool) -> Interval {
    let hasScale = Self.scales.contains { text.contains($0) }
    guard isExact, !isCount || hasScale,
      let margin = (isSpelledOut && !hasScale ? min(precision, Exact(1)) : precision).multiplied(by: .half)
    else { return hard }
    return hard.widened(by: margin)
  }
}
