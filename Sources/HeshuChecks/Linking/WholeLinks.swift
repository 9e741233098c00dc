internal import HeshuGrammar
internal import HeshuNumerals

/// Which facts of an article are parts of which.
struct WholeLinks {
  /// The text says so: 其中, 中的, or figures that add up.
  private(set) var stated: [(whole: Fact, parts: [Fact])] = []
  /// The same thing with one more qualifier, or newly added ones and all of them: 高技能人才 of 技能人才.
  private(set) var nested: [(whole: Fact, part: Fact)] = []
  /// Sums of one purse: 专项资金60万元, of which 21.5万元 and 30万元 are spent.
  private(set) var spent: [(whole: Fact, parts: [Fact])] = []
  private let body: [Fact]

  init(_ article: Article, _ context: CheckContext) {
    let (text, phrases) = (context.text, context.phrases)
    body = article.body
    findStated(article.facts, text, phrases)
    findNested(article.facts, text, phrases)
    findSpent(article.facts)
  }

  private mutating func findStated(_ facts: [Fact], _ text: SourceText, _ phrases: Phrases) {
    let byID = Dictionary(facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var order: [String] = []
    var parts: [String: [Fact]] = [:]
    for (index, fact) in facts.enumerated() {
      // A whole that the text names and that is too small is in conflict, whatever larger figure the claim was linked
      // to.
      let textual = Self.textualWhole(facts, index, text, phrases).flatMap {
        fact.partOf == nil || PartCheck.exceeds(fact, $0) ? $0.id : nil
      }
      guard let whole = textual ?? fact.partOf, byID[whole] != nil else { continue }
      if parts[whole] == nil { order.append(whole) }
      parts[whole, default: []].append(fact)
    }
    stated = order.map { (byID[$0]!, parts[$0]!) }
  }

  /// The whole of a figure by the text alone: the nearest of the same sort before 其中 or before 中 in 196个驿站中，由街道自建的87个,
  /// when nothing but its like stands between. Claims link a part only to a whole that can hold it.
  private static func textualWhole(_ facts: [Fact], _ index: Int, _ text: SourceText, _ phrases: Phrases) -> Fact? {
    let fact = facts[index]
    guard fact.change == nil, fact.kind == .count || fact.kind == .amount, fact.key.per.isEmpty else { return nil }
    for whole in facts[..<index].reversed() {
      guard whole.span.upperBound <= fact.span.lowerBound, fact.span.lowerBound - whole.span.upperBound < 120,
        !whole.isHeadline
      else { return nil }
      if whole.change != nil || !whole.key.per.isEmpty || !whole.isAlike(fact)
        || fact.isCount && fact.key.dimension == "个" && whole.figure.unit != fact.figure.unit
      {
        continue
      }
      guard let marker = Among.marker(between: whole, and: fact, text, phrases) else { continue }
      // A list behind the marker: a figure of its sort in another sentence ends it.
      let members = facts[..<index].filter { $0.span.lowerBound >= marker.end && $0.isAlike(fact) }
      let isOneList =
        members.allSatisfy { $0.quote.span == fact.quote.span }
        && (marker.mayGoOn || fact.kind == .amount
          || !text.contains("；", in: (members.last?.span.upperBound ?? marker.end)..<fact.span.lowerBound))
      // Across sentences only the same thing is one.
      let isNear =
        whole.quote.span == fact.quote.span || fact.key.head == whole.key.head && !fact.key.head.isEmpty
        || fact.key.head.isEmpty && fact.kind == .amount
      return isOneList && isNear ? whole : nil
    }
    return nil
  }

  private mutating func findNested(_ facts: [Fact], _ text: SourceText, _ phrases: Phrases) {
    for (index, part) in facts.enumerated() where part.partOf == nil && !part.isHeadline && Self.canNest(part) {
      let wholes = facts.enumerated().filter {
        $0.offset != index && Self.holds($0.element, part, text, phrases[.universe])
      }
      // One that is wider, and one that what is new has been added to.
      for sort in [
        wholes.filter { $0.element.key.qualifiers != part.key.qualifiers },
        wholes.filter { $0.element.key.qualifiers == part.key.qualifiers },
      ] {
        let nearest = sort.min {
          abs($0.element.span.lowerBound - part.span.lowerBound)
            < abs($1.element.span.lowerBound - part.span.lowerBound)
        }
        if let nearest { nested.append((nearest.element, part)) }
      }
    }
    findAccumulated(facts, text, phrases[.soFar])
  }

  /// 40家企业脱颖而出。至此，共有试点企业86家: what was told last is among them.
  private mutating func findAccumulated(_ facts: [Fact], _ text: SourceText, _ soFar: WordList) {
    for (index, whole) in facts.enumerated() where Self.canNest(whole) && whole.partOf == nil && !whole.isHeadline {
      guard soFar.isIn(max(0, whole.span.lowerBound - 20)..<whole.span.lowerBound, text),
        let part = facts[..<index].last(where: { $0.isAlike(whole) && $0.quote.span != whole.quote.span }),
        part.key.head == whole.key.head,
        !part.isHeadline, part.figure.unit == whole.figure.unit,
        !nested.contains(where: { $0.part.id == part.id && $0.whole.id == whole.id }),
        whole.span.lowerBound - part.span.upperBound < 160
      else { continue }
      nested.append((whole, part))
    }
  }

  static func canNest(_ fact: Fact) -> Bool {
    (fact.kind == .count || fact.kind == .amount) && fact.change == nil && fact.key.per.isEmpty
      && fact.status == "actual"
      && !fact.key.head.isEmpty
  }

  /// Whether the keys say that one is inside the other, or words that one is all there are: 全区27个镇街.
  private static func holds(_ whole: Fact, _ part: Fact, _ text: SourceText, _ universe: WordList) -> Bool {
    guard canNest(whole), whole.isAlike(part), whole.figure.hard != part.figure.hard, whole.key.head == part.key.head,
      whole.place?.name == part.place?.name,
      whole.key.qualifiers.isSubset(of: part.key.qualifiers), whole.partOf != part.id
    else { return false }
    let isStock = ["stock", "level"].contains(whole.key.state)
    let isNarrower = whole.key.qualifiers.count < part.key.qualifiers.count
    if universe.ends(before: whole.span.lowerBound, text), !universe.ends(before: part.span.lowerBound, text) {
      return true
    }
    if isNarrower { return isStock || whole.key.state == part.key.state && Self.days(whole, part) }
    return whole.key.state == "stock" && part.key.state == "flow"
  }

  private static func days(_ whole: Fact, _ part: Fact) -> Bool {
    whole.key.period == part.key.period || whole.period?.hasDays != true || part.period?.hasDays != true
  }

  private mutating func findSpent(_ facts: [Fact]) {
    for (index, whole) in facts.enumerated() where whole.kind == .amount && whole.isSummable && !whole.key.head.isEmpty
    {
      guard !whole.isHeadline, whole.partOf == nil else { continue }
      let parts = facts[(index + 1)...].filter {
        $0.isSummable && $0.isAlike(whole) && $0.key.head == whole.key.head && $0.partOf == nil
          && $0.key.qualifiers.isSubset(of: whole.key.qualifiers) && $0.quote.span != whole.quote.span
          && $0.figure.value != whole.figure.value && $0.key.period == whole.key.period
      }
      guard parts.count > 1, let sum = parts.sum, let value = whole.figure.value, sum <= value else { continue }
      spent.append((whole, parts))
    }
  }

  /// Pairs of `checks/stages.tsv` in one sentence.
  func staged(_ stages: Stages) -> [(whole: Fact, part: Fact)] {
    Sentence.all(of: body).flatMap { sentence in
      sentence.facts.enumerated().flatMap { index, wide in
        sentence.facts[(index + 1)...].filter { $0.partOf == nil && stages.has(wide, $0) }.map { (wide, $0) }
      }
    }
  }
}
