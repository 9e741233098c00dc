import HeshuText

/// Where a measure begins and ends once its verb and the places of its sentence are known.
///
/// The rules take a noun phrase as wide as words allow; a measure is the shortest that names what is counted (the record
/// contract): not the claim's own verb
/// (检查用人单位95家次 → 用人单位; 奖励137人次 counts nothing beyond its unit), and never where it is.
enum MeasureEdge {
  /// The part of `phrase` without the claim's own verb: what follows it before a number, what precedes it after one.
  ///
  /// A verb right before its number is a noun as well (职业技能培训26430人次) and stays.
  static func clear(_ phrase: Range<Int>, of verb: Range<Int>, before number: Int) -> Range<Int>? {
    guard phrase != verb else { return nil }
    guard phrase.contains(verb.lowerBound), verb.upperBound <= phrase.upperBound else { return phrase }
    if phrase.lowerBound >= number {
      return verb.lowerBound > phrase.lowerBound ? phrase.lowerBound..<verb.lowerBound : phrase
    }
    return verb.upperBound < phrase.upperBound ? verb.upperBound..<phrase.upperBound : phrase
  }

  /// The part of `phrase` behind the division that the claim has anyway: 鹿城区职工 → 职工.
  static func clear(_ phrase: Range<Int>, ofPlace place: MentionSpan, _ text: ReadingText) -> Range<Int> {
    place.start <= phrase.lowerBound && phrase.lowerBound < place.end
      && place.end < phrase.upperBound && isDivision(text.cells[place.end - 1])
      ? place.end..<phrase.upperBound : phrase
  }

  /// The quoted name that begins the phrase and narrows a noun of its own: “产改” of “产改”试点企业; “春风助学”款 is one.
  static func nameBefore(_ phrase: Range<Int>, _ cells: UnsafePointer<UInt16>) -> Range<Int>? {
    let first = cells[phrase.lowerBound]
    guard first == 0x201C || first == 0x300C || first == 0x22 else { return nil }
    for at in phrase.dropFirst() where cells[at] == 0x201D || cells[at] == 0x300D || cells[at] == 0x22 {
      return phrase.upperBound - at > Self.leastNoun ? phrase.lowerBound..<at + 1 : nil
    }
    return nil
  }
  /// Characters of a noun that can do without the name before it.
  private static let leastNoun = 4

  /// Whether the phrase is no more than the full name of a division: 洛浦县已有21480人 counts no 墨玉县.
  static func isPlace(_ phrase: Range<Int>, _ mentions: [MentionSpan], _ text: ReadingText) -> Bool {
    mentions.contains {
      $0.kind == .place && $0.start <= phrase.lowerBound && $0.end >= phrase.upperBound
        && isDivision(text.cells[$0.end - 1])
    }
  }

  /// What the full name of a division ends in (GB/T 2260): 省市区县州盟旗.
  private static func isDivision(_ cell: UInt16) -> Bool {
    switch cell {
    case 0x7701, 0x5E02, 0x533A, 0x53BF, 0x5DDE, 0x76DF, 0x65D7: true
    default: false
    }
  }
}
