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
    guard let fulfilment = Fulfilment(plan, actual) else { return nil }
    let isOver = plan.period?.end.flatMap { end in actual.period?.end.map { $0 >= end } } ?? false
    return fulfilment.finding(isShort: isOver && fulfilment.isBelow)
  }
}
