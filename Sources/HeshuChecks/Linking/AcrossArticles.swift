internal import HeshuClaims
internal import HeshuGrammar
internal import HeshuNumerals

/// What two facts of one group, in different articles, are to each other. Only what their own records say counts.
enum AcrossArticles {
  /// One figure told twice: the same words, the same days.
  case same(isSure: Bool)
  /// The same thing at two times, or told without days.
  case later
  /// A plan and what came of it; the plan is the first.
  case plan(Fact, Fact)
  /// The second is the first with one more qualifier.
  case nested(Fact, Fact)

  /// `plain` are qualifiers that every figure may have or leave out: 职工.
  static func relation(_ a: Fact, _ b: Fact, plain: Set<String>) -> AcrossArticles? {
    guard a.article != b.article, a.isAlike(b), !a.key.head.isEmpty, a.key.head == b.key.head, a.key.per == b.key.per,
      a.change == b.change,
      a.place?.name == b.place?.name, a.partOf == nil, b.partOf == nil, !actorsDiffer(a, b)
    else { return nil }
    let (x, y) = (a.key.qualifiers, b.key.qualifiers)
    let isEqual = x == y || x.symmetricDifference(y).isSubset(of: plain)
    if a.status != b.status {
      let statuses = [a.status, b.status]
      guard isEqual, statuses.contains("planned"), statuses.contains("actual"), daysMeet(a, b) else {
        return isEqual && a.kind == .count ? .later : nil
      }
      return a.status == "planned" ? .plan(a, b) : .plan(b, a)
    }
    guard a.status == "actual" else { return nil }
    if isEqual {
      guard isOneState(a, b) else { return nil }
      let (p, q) = (a.period?.hasDays == true, b.period?.hasDays == true)
      if p, q {
        return a.key.period == b.key.period ? .same(isSure: x == y && a.key.predicate == b.key.predicate) : .later
      }
      return p != q || a.key.state != "flow" ? .same(isSure: false) : nil
    }
    // The same days, one told with more words, and a slip of the pen between: 驿站总数142座 and 户外劳动者驿站152座.
    if isOneState(a, b), a.period?.hasDays == true, a.key.period == b.key.period,
      x.isSubset(of: y) || y.isSubset(of: x), Slip.isDigit(a, b)
    {
      return .same(isSure: true)
    }
    guard isOneState(a, b), a.period?.hasDays != true || b.period?.hasDays != true || a.key.period == b.key.period
    else { return nil }
    if x.isStrictSubset(of: y) { return .nested(a, b) }
    if y.isStrictSubset(of: x) { return .nested(b, a) }
    return nil
  }

  private static func isOneState(_ a: Fact, _ b: Fact) -> Bool {
    isFlow(a) == isFlow(b) || a.key.state == "level" || b.key.state == "level"
  }

  /// 截至2023年底已建成152座 has no beginning: it says how many there are.
  private static func isFlow(_ fact: Fact) -> Bool {
    fact.key.state == "flow" && !(fact.period?.kind == "asOf" && fact.period?.start == nil)
  }

  private static func actorsDiffer(_ a: Fact, _ b: Fact) -> Bool {
    guard let x = a.actor, let y = b.actor, !x.isInferred, !y.isInferred else { return false }
    return x.name != y.name
  }

  private static func daysMeet(_ a: Fact, _ b: Fact) -> Bool {
    guard let x = a.period, let y = b.period, let start = x.start ?? x.end, let end = y.end ?? y.start else {
      return false
    }
    let otherStart = y.start ?? end
    let otherEnd = x.end ?? start
    return start <= end && otherStart <= otherEnd
  }
}
