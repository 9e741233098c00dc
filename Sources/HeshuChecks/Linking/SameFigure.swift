internal import HeshuGrammar
internal import HeshuNumerals

/// Whether two facts speak of one figure, and how sure that is. Equal digits alone never link.
///
/// 全区会员共28.46万人 (headline) and 全区会员已有28.46万人 are one; 640万元 of a workroom and 640多万元 of a worker are two.
struct SameFigure {
  enum Sureness: Int, Comparable {
    /// May be one: enough to confirm each other, too little to contradict.
    case likely
    /// Nothing that identifies the figure differs.
    case sure

    static func < (a: Sureness, b: Sureness) -> Bool { a.rawValue < b.rawValue }
  }

  /// Nil when they are two figures; `pointsBack` when the words of `b` say that it is of the event told above (此次).
  static func sureness(_ a: Fact, _ b: Fact, pointsBack: @autoclosure () -> Bool = false) -> Sureness? {
    guard a.kind == b.kind, !a.key.head.isEmpty, a.key.head == b.key.head, a.key.dimension == b.key.dimension,
      a.key.per == b.key.per, a.change == b.change, agreeOnPlace(a, b)
    else { return nil }
    let equal = a.key.qualifiers == b.key.qualifiers
    let isHeadline = a.isHeadline != b.isHeadline
    guard equal || (isHeadline && narrows(a, b)) else { return isRepeated(a, b) ? .likely : nil }
    if let (x, y) = daysOfBoth(a, b), x != y { return nil }
    if a.status != b.status { return isHeadline ? .likely : nil }
    if actorsDiffer(a, b) { return isHeadline ? .likely : nil }
    let sameVerb = a.predicate?.words == b.predicate?.words && a.predicate != nil
    if isHeadline {
      return equal || (sameClass(a, b) && !a.key.predicate.isEmpty) ? (verbsFit(a, b) ? .sure : .likely) : .likely
    }
    // Two events of one kind in one article are two figures; only the same verb and the same days make them one.
    let sameDays = a.period?.hasDays == true && b.period?.hasDays == true
    let isState = a.key.state == "stock" && b.key.state == "stock"
    if sameVerb || isState, sameDays, a.kind != .percentage, a.quote.span != b.quote.span { return .sure }
    return a.quote.span != b.quote.span && (verbsFit(a, b) || pointsBack()) ? .likely : nil
  }

  /// 剩余2.6万元加班费 and 支付申请人加班费2.6万元: more words, the same number, and one that does not come by chance.
  private static func isRepeated(_ a: Fact, _ b: Fact) -> Bool {
    let (x, y) = (a.key.qualifiers, b.key.qualifiers)
    guard a.quote.span != b.quote.span, a.figure.text == b.figure.text, let value = a.figure.value else { return false }
    return (x.isSubset(of: y) || y.isSubset(of: x)) && value.magnitude.mantissa > 20 && a.partOf == nil
      && b.partOf == nil
  }

  /// The headline's words are among the body's, or the other way round.
  private static func narrows(_ a: Fact, _ b: Fact) -> Bool {
    let (head, body) = a.isHeadline ? (a, b) : (b, a)
    return head.key.qualifiers.isSubset(of: body.key.qualifiers)
  }

  static func agreeOnPlace(_ a: Fact, _ b: Fact) -> Bool {
    guard let x = a.place, let y = b.place else { return true }
    return x.name == y.name || x.isInferred || y.isInferred
  }

  private static func daysOfBoth(_ a: Fact, _ b: Fact) -> (String, String)? {
    guard let x = a.period, let y = b.period, x.hasDays, y.hasDays else { return nil }
    if x.isInferred || y.isInferred { return nil }
    return (a.key.period, b.key.period)
  }

  private static func actorsDiffer(_ a: Fact, _ b: Fact) -> Bool {
    guard let x = a.actor, let y = b.actor, !x.isInferred, !y.isInferred else { return false }
    return x.name != y.name
  }

  /// Classes that say how much there is, not what happened.
  private static let neutral: Set<String> = ["", "reach", "stock", "copula"]

  private static func sameClass(_ a: Fact, _ b: Fact) -> Bool { a.key.predicate == b.key.predicate }

  private static func verbsFit(_ a: Fact, _ b: Fact) -> Bool {
    sameClass(a, b) || neutral.contains(a.key.predicate) || neutral.contains(b.key.predicate)
  }
}
