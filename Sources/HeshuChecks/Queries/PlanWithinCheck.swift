internal import HeshuClaims
internal import HeshuGrammar
internal import HeshuNumerals

/// PLAN in one article: 年初计划新建驿站100座，全年实际建成78座 is 78 %, a question.
///
/// The words around the figures say which is which (`checks/plans.tsv`); where the text itself owns that the target was
/// missed, or gives the share, nothing is asked.
struct PlanWithinCheck: ArticleCheck {
  /// A shortfall below this is not asked after (ours).
  private static let enough = Exact(95, exponent: -2)

  private static let roles: Set<String> = ["target", "done", "over", "open", "till"]

  private static let times: Set<String> = ["over", "open", "till"]

  private struct Placed {
    let fact: Fact
    let said: [String]
    let isTarget: Bool
    /// 三年内培训3000人: one year's result is a part of it.
    let isLong: Bool

    var isDone: Bool {
      !isTarget
        && (said.first { !PlanWithinCheck.times.contains($0) } == "done"
          || fact.status == "actual" && said.contains("over"))
    }
  }

  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    let words = context.parameters.plans
    let sentences = Sentence.all(of: article.body)
    let placed = sentences.map { place($0, context) }
    return zip(sentences.indices, Sentence.previous(sentences, 1)).flatMap { index, previous -> [Finding] in
      let (own, before) = (placed[index], placed[previous].flatMap { $0 })
      guard own.contains(where: \.isTarget) || before.contains(where: \.isTarget) else { return [] }
      let start = sentences[previous.first ?? index].span.lowerBound
      let isOwned = !words.roles(
        in: context.text.words(start..<max(start, sentences[index].span.upperBound)), among: ["owned"]
      ).isEmpty
      let inOne = own.enumerated().compactMap { index, target in
        finding(target, Array(own[(index + 1)...]), own, isOwned, words, context.paper.date)
      }
      return inOne.isEmpty
        ? before.compactMap { finding($0, own, before + own, isOwned, words, context.paper.date) } : inOne
    }
  }

  private func place(_ sentence: Sentence, _ context: CheckContext) -> [Placed] {
    let around = Surroundings(sentence, context)
    let words = context.parameters.plans
    return sentence.facts.enumerated().map { index, fact in
      let said = words.roles(in: around.ownLead(index), among: Self.roles)
      let first = said.first { !Self.times.contains($0) }
      let isGoal = first != "done" && !words.roles(in: String(around.tails[index].prefix(8)), among: ["goal"]).isEmpty
      let years = sentence.facts.filter {
        $0.kind == .duration && $0.figure.unit.contains("年") && 0...16 ~= fact.span.lowerBound - $0.span.upperBound
      }
      let isLong =
        !words.roles(in: around.leads[index], among: ["long"]).isEmpty || years.contains { $0.figure.value != Exact(1) }
      return Placed(
        fact: fact, said: said, isTarget: first == "target" || isGoal || fact.status == "planned" && first != "done",
        isLong: isLong)
    }
  }

  private func finding(
    _ target: Placed, _ rest: [Placed], _ all: [Placed], _ isOwned: Bool, _ words: RoleWords, _ date: Day?
  ) -> Finding? {
    guard target.isTarget, !target.isLong, Self.canCompare(target.fact) else { return nil }
    let results = rest.filter {
      $0.isDone && $0.fact.isAlike(target.fact) && Self.canCompare($0.fact) && isSame(target.fact, $0.fact, words)
    }
    let alike = results.filter { $0.fact.predicate?.text == target.fact.predicate?.text }
    let targets = all.filter { $0.isTarget && $0.fact.isAlike(target.fact) }
    guard let result = alike.count == 1 ? alike.first : targets.count == 1 ? results.first : nil else { return nil }
    let shares = all.compactMap { $0.fact.kind == .percentage ? $0.fact.figure.value : nil }
    return finding(target.fact, result, isOwned, shares, date)
  }

  private static func canCompare(_ fact: Fact) -> Bool {
    (fact.kind == .count || fact.kind == .amount) && fact.change == nil && fact.key.per.isEmpty && fact.partOf == nil
  }

  /// The same thing, or what was reached without a name of its own; 目标 is no name.
  private func isSame(_ plan: Fact, _ actual: Fact, _ words: RoleWords) -> Bool {
    let verb = actual.predicate?.text.unspaced ?? ""
    let sameWords =
      plan.measure.map { plan in actual.measure?.text.unspaced.hasSuffix(plan.text.unspaced) ?? false } ?? false
    let samePlace = plan.place == nil || actual.place == nil || plan.place?.name == actual.place?.name
    let isNamed = !actual.key.head.isEmpty && !verb.contains(actual.key.head)
    let hasGoal = plan.key.head.isEmpty || words.gives(plan.key.head, "name")
    return samePlace
      && (!isNamed || hasGoal || sameWords
        || plan.key.head == actual.key.head && plan.key.qualifiers == actual.key.qualifiers)
  }

  private func finding(_ plan: Fact, _ result: Placed, _ isOwned: Bool, _ shares: [Exact], _ date: Day?) -> Finding? {
    let actual = result.fact
    guard let fulfilment = Fulfilment(plan, actual, places: 4) else { return nil }
    let ratio = fulfilment.ratio
    let endsYear = Self.endsYear(actual, date)
    let isEarly = result.said.contains("open") || result.said.contains("till") && actual.period?.end?.month != 12
    let isOver = (result.said.contains("over") || endsYear) && !isEarly && !Self.runs(plan, date)
    let isStated =
      isOwned
      || shares.contains { share in ratio.scaled(2).subtracting(share).map { $0.magnitude < Exact(1) } ?? false }
    // 计划投入300万元 and 固定资产投资2.3亿元: so far apart they are of two things, unless one word names both.
    if fulfilment.isHuge, plan.key.head.isEmpty || plan.key.head != actual.key.head { return nil }
    return fulfilment.finding(isShort: isOver && !isStated && ratio < Self.enough && fulfilment.isBelow)
  }

  /// Whether it was counted at the end of a year that was over by the day of the issue.
  private static func endsYear(_ fact: Fact, _ date: Day?) -> Bool {
    guard let end = fact.period?.end, let date, fact.period?.isInferred == false else { return false }
    return end.month == 12 && end <= date
  }

  /// Whether the time of the plan goes on for more than a month after the day of the issue.
  private static func runs(_ plan: Fact, _ date: Day?) -> Bool {
    guard let end = plan.period?.end, let date, date < end else { return false }
    return end.year != date.year || end.month != date.month
  }
}
