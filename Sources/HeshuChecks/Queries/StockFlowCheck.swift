internal import HeshuGrammar
internal import HeshuNumerals

/// STOCK-FLOW: what there was, and what was added, against what there is.
///
/// 29.79万人 in one issue, 新增11944人 and 超31万人 in a later one: [297850, 297950] + 11944 is below 310000, a question.
struct StockFlowCheck: GroupCheck {
  /// How near the sum must come to the new stock for the three to be of one row, as a share of it (ours).
  private static let nearness = Exact(2, exponent: -2)

  func findings(in group: [Fact], _ parameters: CheckParameters) -> [Finding] {
    let facts = group.filter { $0.status == "actual" && $0.change == nil && $0.key.per.isEmpty && $0.partOf == nil && !$0.key.head.isEmpty }
    var found: [Finding] = []
    for new in facts where Self.isStock(new) {
      for flow in facts where flow.article == new.article && Self.isAdded(flow) && Self.isSame(flow, new) {
        let old = facts.filter { $0.article != new.article && Self.isStock($0) && Self.isSame($0, new) }
        if let finding = old.reversed().lazy.compactMap({ self.finding($0, flow, new) }).first { found.append(finding) }
      }
    }
    return found
  }

  private static func isStock(_ fact: Fact) -> Bool { fact.key.state == "stock" || fact.key.state == "level" }
  private static func isAdded(_ fact: Fact) -> Bool {
    fact.key.state == "flow" && ["新增", "净增", "新发展", "新建"].contains(fact.predicate?.text.unspaced ?? "")
  }
  private static func isSame(_ a: Fact, _ b: Fact) -> Bool {
    a.isAlike(b) && a.key.head == b.key.head && a.key.qualifiers == b.key.qualifiers && a.place?.name == b.place?.name
  }

  private func finding(_ old: Fact, _ flow: Fact, _ new: Fact) -> Finding? {
    guard let a = old.figure.value, let f = flow.figure.value, let b = new.figure.value, a < b, let sum = a.adding(f),
      let gap = sum.subtracting(b)?.magnitude, let most = b.multiplied(by: Self.nearness), gap <= most
    else { return nil }
    let reached = old.figure.rounded(isCount: old.isCount) + flow.figure.rounded(isCount: flow.isCount)
    let meets = reached.meets(new.figure.rounded(isCount: new.isCount))
    let text = "\(old.withInterval) + \(flow.figure.text) = \(reached)"
    return Finding(
      .stockFlow, meets ? .compatible : .contradicts, [old, flow, new], expected: "\(reached)", actual: new.figure.text,
      severity: meets ? nil : .query,
      message: Message(
        zh: "原有加新增\(meets ? "与现有相容" : "与现有不符")：\(text)，现有\(new.withInterval)，相差\(gap)",
        en: "stock and what was added \(meets ? "fit" : "do not fit") the new stock: \(text), now \(new.withInterval), off by \(gap)"))
  }
}
