internal import HeshuClaims
internal import HeshuGrammar
internal import HeshuNumerals

/// STOCK-FLOW: what there was, and what was added, against what there is, in two articles or issues.
///
/// 28.46万人 in one issue, 新增12320人 and 超31万人 in a later one: [284550, 284650] + 11944 is below 310000, a question.
struct StockFlowCheck: GroupCheck {
  /// How near the sum must come to the new stock for the three to be of one row, as a share of it (ours): little when
  /// only the words agree, more when the days of the three follow each other.
  private static let nearness = (words: Exact(2, exponent: -2), days: Exact(1, exponent: -1))

  func findings(in group: [Fact], _ parameters: CheckParameters) -> [Finding] {
    let facts = group.filter {
      $0.status == "actual" && $0.change == nil && $0.key.per.isEmpty && $0.partOf == nil && !$0.key.head.isEmpty
    }
    var found: [Finding] = []
    for new in facts where Self.isStock(new) {
      for flow in facts where Self.isAdded(flow, parameters.stocks) && Self.isSame(flow, new) {
        // What was added is told beside the new stock, or its days say that it led there.
        let old = facts.filter {
          $0.id != new.id && ($0.article != new.article || flow.article != new.article) && Self.isStock($0)
            && Self.isSame($0, new)
        }
        if let finding = old.reversed().lazy.filter({ flow.article == new.article || Self.follow($0, flow, new) })
          .compactMap({ self.finding($0, flow, new) }).first
        {
          found.append(finding)
        }
      }
    }
    return found
  }

  private static func isStock(_ fact: Fact) -> Bool { fact.key.state == "stock" || fact.key.state == "level" }
  private static func isAdded(_ fact: Fact, _ words: RoleWords) -> Bool {
    fact.key.state == "flow" && words.gives(fact.predicate?.text.unspaced ?? "", "added")
  }
  private static func isSame(_ a: Fact, _ b: Fact) -> Bool {
    a.isAlike(b) && a.key.head == b.key.head && a.key.qualifiers == b.key.qualifiers && a.place?.name == b.place?.name
  }

  private func finding(_ old: Fact, _ flow: Fact, _ new: Fact) -> Finding? {
    let follow = Self.follow(old, flow, new)
    guard let a = old.figure.value, let b = new.figure.value, follow || a < b else { return nil }
    return StockFlow(old: old, added: [flow], removed: [], new: new).finding(
      nearness: follow ? Self.nearness.days : Self.nearness.words)
  }

  /// 截至6月30日, 7月1日至20日, 截至7月20日: what was added fills the time between the two stocks.
  private static func follow(_ old: Fact, _ flow: Fact, _ new: Fact) -> Bool {
    guard let before = old.period?.end, let start = flow.period?.start, let end = flow.period?.end,
      let now = new.period?.end
    else { return false }
    return end == now && before < end && (before == start || next(before) == start)
  }

  private static func next(_ day: Day) -> Day? {
    Day(year: day.year, month: day.month, day: day.day + 1) ?? Day(year: day.year, month: day.month + 1, day: 1)
      ?? Day(year: day.year + 1, month: 1, day: 1)
  }
}
