internal import HeshuGrammar
internal import HeshuNumerals

/// A target and what came of it: 计划新建驿站100座 and 实际建成78座.
struct Fulfilment {
  let plan: Fact
  let actual: Fact
  /// What was reached as a share of the target, cut off behind some places: 0.78.
  let ratio: Exact
  private let isExact: Bool

  /// Nil when one of the two has no number or the target is none.
  init?(_ plan: Fact, _ actual: Fact, places: Int = 2) {
    guard let target = plan.figure.value ?? plan.figure.hard.lower,
      let reached = actual.figure.value ?? actual.figure.hard.lower, target > .zero,
      let (ratio, isExact) = reached.quotient(by: target, places: places)
    else { return nil }
    self.plan = plan
    self.actual = actual
    self.ratio = ratio
    self.isExact = isExact
  }

  /// Whether less was reached than the words of the target allow.
  var isBelow: Bool { actual.figure.rounded(isCount: actual.isCount).lies(below: plan.figure.hard) }

  /// Whether it is so much that the two are hardly counted the same way.
  var isHuge: Bool { ratio > Exact(10) }

  /// `isShort`: the time of the plan is over, and it fell short.
  func finding(isShort: Bool) -> Finding {
    let sum = "\(actual.figure.text) ÷ \(plan.figure.text) = \(ratio)\(isExact ? "" : "…")"
    let zh = isShort ? "，期满未达到" : isHuge ? "，超过十倍，口径是否相同" : ""
    let en = isShort ? ", not reached in its time" : isHuge ? ", more than tenfold" : ""
    return Finding(
      .plan, isShort || isHuge ? .undetermined : .compatible, [plan, actual], expected: plan.figure.text,
      actual: actual.figure.text,
      severity: isShort || isHuge ? .query : nil,
      message: Message(
        zh: "计划“\(plan.phrase)”，实际“\(actual.phrase)”：\(sum)\(zh)",
        en: "planned “\(plan.phrase)”, done “\(actual.phrase)”: \(sum)\(en)"))
  }
}
