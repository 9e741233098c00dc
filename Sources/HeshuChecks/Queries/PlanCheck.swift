internal import HeshuClaims
internal import HeshuGrammar
internal import HeshuNumerals

/// PLAN: what came of a target. A question when its time is over and less was reached, or ten times as much.
///
/// 今年将举办技术比武超120场 in April, 举办技能竞赛900余场 in December: 7.5 times, compatible.
struct PlanCheck: GroupCheck {
  func findings(in group: [Fact], _ parameters: CheckParameters) -> [Finding] {
    let plain = parameters.phrases[.plain].set
    return Pairs(group).nearest { a, b in
      guard case .plan(let plan, let actual)? = AcrossArticles.relation(a, b, plain: plain) else { return nil }
      return finding(plan, actual)
    }
  }

  private func finding(_ plan: Fact, _ actual: Fact) -> Finding? {
    guard let target = plan.figure.value ?? plan.figure.hard.lower, let reached = actual.figure.value ?? actual.figure.hard.lower,
      target.mantissa > 0, let (ratio, isExact) = reached.quotient(by: target)
    else { return nil }
    let isOver = plan.period?.end.flatMap { end in actual.period?.end.map { $0 >= end } } ?? false
    let isShort = isOver && actual.figure.rounded(isCount: actual.isCount).lies(below: plan.figure.hard)
    let isHuge = ratio > Exact(10)
    let sum = "\(actual.figure.text) ÷ \(plan.figure.text) = \(ratio)\(isExact ? "" : "…")"
    return Finding(
      .plan, isShort || isHuge ? .undetermined : .compatible, [plan, actual], expected: plan.figure.text, actual: actual.figure.text,
      severity: isShort || isHuge ? .query : nil,
      message: Message(
        zh: "计划“\(plan.phrase)”，实际“\(actual.phrase)”：\(sum)\(isShort ? "，期满未达到" : isHuge ? "，超过十倍，口径是否相同" : "")",
        en: "planned “\(plan.phrase)”, done “\(actual.phrase)”: \(sum)\(isShort ? ", not reached in its time" : isHuge ? ", more than tenfold" : "")"))
  }
}
