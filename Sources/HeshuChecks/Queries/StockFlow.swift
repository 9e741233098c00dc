internal import HeshuGrammar
internal import HeshuNumerals

/// An old stock, what was added and taken away, and the new stock.
struct StockFlow {
  let old: Fact
  let added: [Fact]
  let removed: [Fact]
  let new: Fact

  /// Nil when the sum is further from the new stock than `nearness`, a share of it: then they are not of one row.
  func finding(nearness: Exact) -> Finding? {
    guard let start = old.figure.value, let end = new.figure.value, end > .zero,
      let sum = Self.total(
        [start] + added.compactMap(\.figure.value) + removed.compactMap { $0.figure.value?.negated }),
      let gap = sum.subtracting(end)?.magnitude, let most = end.multiplied(by: nearness), gap <= most
    else { return nil }
    let reached = ([old] + added).interval - removed.interval
    let meets = reached.meets(new.figure.rounded(isCount: new.isCount))
    let isEqual = meets && gap.isZero && ([old, new] + added + removed).allSatisfy(\.figure.isExact)
    let text =
      ([old.withInterval] + added.map { "+ \($0.figure.text)" } + removed.map { "− \($0.figure.text)" }).joined(
        separator: " ") + " = \(reached)"
    let zh = isEqual ? "等于现有" : meets ? "与现有相容" : "与现有不符"
    let en = isEqual ? "make the new stock" : meets ? "fit the new stock" : "do not fit the new stock"
    return Finding(
      .stockFlow, isEqual ? .agrees : meets ? .compatible : .contradicts, [old] + added + removed + [new],
      expected: "\(reached)", actual: new.figure.text,
      severity: meets ? nil : .query,
      message: Message(
        zh: "原有加新增\(removed.isEmpty ? "" : "减减少")\(zh)：\(text)，现有\(new.withInterval)" + (isEqual ? "" : "，相差\(gap)"),
        en: "stock and what was added \(en): \(text), now \(new.withInterval)" + (isEqual ? "" : ", off by \(gap)")))
  }

  private static func total(_ values: [Exact]) -> Exact? {
    values.reduce(Optional(Exact.zero)) { sum, value in sum.flatMap { $0.adding(value) } }
  }
}
