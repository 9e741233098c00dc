internal import HeshuGrammar
internal import HeshuNumerals

/// PART and SUM between articles: parts of one sentence against the whole that another article gives.
///
/// 区级15场 and 镇街98场 against 各级技术比武116场 elsewhere: 15 + 98 = 113 is near enough to be the same and is not: a question. A
/// single part below the whole is compatible.
struct PartAcrossCheck: GroupCheck {
  /// How near a sum must come to be of the whole, as a share of it (ours).
  private static let nearness = Exact(5, exponent: -2)

  func findings(in group: [Fact], _ parameters: CheckParameters) -> [Finding] {
    nested(group, parameters.phrases[.plain].set) + sums(group)
  }

  private func nested(_ group: [Fact], _ plain: Set<String>) -> [Finding] {
    Pairs(group).nearest { a, b in
      guard case .nested(let whole, let part)? = AcrossArticles.relation(a, b, plain: plain), WholeLinks.canNest(part),
        WholeLinks.canNest(whole),
        !PartCheck.exceeds(part, whole)
      else { return nil }
      return Finding(
        .part, .compatible, [whole, part],
        message: Message(
          zh: "“\(part.phrase)”不超过另一篇的“\(whole.phrase)”：\(part.withInterval) ≤ \(whole.withInterval)",
          en:
            "“\(part.phrase)” within “\(whole.phrase)” of another article: \(part.withInterval) ≤ \(whole.withInterval)"
        ))
    }
  }

  private func sums(_ group: [Fact]) -> [Finding] {
    let runs = Sentence.all(
      of: group.filter { $0.isSummable && $0.status == "actual" && $0.partOf == nil && !$0.key.head.isEmpty }
    )
    .filter {
      $0.facts.count > 1 && Set($0.facts.map(\.key.head)).count == 1 && Set($0.facts.map(\.article)).count == 1
    }
    return runs.compactMap { run in
      guard let first = run.facts.first, run.facts.allSatisfy({ $0.isAlike(first) }), let sum = run.facts.sum else {
        return nil
      }
      return group.lazy.filter { whole in
        whole.article != first.article && whole.isSummable && whole.status == "actual" && whole.isAlike(first)
          && whole.place?.name == first.place?.name
          && run.facts.allSatisfy { whole.key.qualifiers.isSubset(of: $0.key.qualifiers) }
          && run.facts.contains { whole.key.qualifiers.isStrictSubset(of: $0.key.qualifiers) }
      }.compactMap { self.finding($0, run.facts, sum) }.first
    }
  }

  private func finding(_ whole: Fact, _ parts: [Fact], _ sum: Exact) -> Finding? {
    guard let value = whole.figure.value, let gap = value.subtracting(sum),
      let most = value.multiplied(by: Self.nearness), gap.magnitude <= most
    else {
      return nil
    }
    let isEqual = gap.isZero
    return Finding(
      .sum, isEqual ? .agrees : .contradicts, [whole] + parts, expected: "\(sum)", actual: whole.figure.text,
      severity: isEqual ? nil : .query,
      message: Message(
        zh: "\(isEqual ? "各项之和等于" : "各项之和接近而不等于")另一篇的“\(whole.phrase)”：\(parts.addition) = \(sum)"
          + (isEqual ? "" : "，相差\(gap.magnitude)"),
        en:
          "the parts \(isEqual ? "add up to" : "nearly add up to") “\(whole.phrase)” of another article: \(parts.addition) = \(sum)"
          + (isEqual ? "" : ", off by \(gap.magnitude)")))
  }
}
