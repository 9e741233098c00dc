/// What the findings together say: totals that a part in conflict blocks, and the claim whose change clears most.
enum Resolution {
  static func resolve(_ findings: [Finding]) -> [Finding] { named(blocked(findings)) }

  private static let repeats: Set<CheckID> = [.duplicate, .duplicateAcross, .unit]
  private static let totals: Set<CheckID> = [.sum, .part, .percentage]

  /// A total of which one figure contradicts its own repetition cannot be judged: which of the two is the part?
  private static func blocked(_ findings: [Finding]) -> [Finding] {
    var disputed: Set<String> = []
    for finding in findings where finding.verdict == .contradicts && repeats.contains(finding.check) {
      disputed.formUnion(finding.claims)
    }
    return findings.map { finding in
      guard totals.contains(finding.check), finding.verdict == .contradicts,
        finding.claims.contains(where: disputed.contains)
      else {
        return finding
      }
      var finding = finding
      finding.verdict = .blocked
      finding.severity = nil
      finding.weight = nil
      finding.message = Message(
        zh: "有数字与别处不一致，待其改定再核：" + finding.message.chinese,
        en: "blocked by a figure in conflict: " + finding.message.english)
      return finding
    }
  }

  /// Fellegi and Holt (1976): the fewest values to change. Of the claims in two or more failing checks the one in most
  /// of them is named first, then the next among what is left.
  private static func named(_ findings: [Finding]) -> [Finding] {
    var findings = findings
    var open = findings.indices.filter { findings[$0].verdict == .contradicts || findings[$0].verdict == .blocked }
    while true {
      var counts: [String: Int] = [:]
      for index in open { for claim in Set(findings[index].claims) { counts[claim, default: 0] += 1 } }
      guard let most = counts.values.max(), most > 1,
        let culprit = counts.filter({ $0.value == most }).keys.min(by: {
          rank($0, findings, open) < rank($1, findings, open)
        })
      else { return findings }
      for index in open where findings[index].claims.contains(culprit) { findings[index].culprit = culprit }
      open.removeAll { findings[$0].claims.contains(culprit) }
    }
  }

  /// Among equals the first of the text.
  private static func rank(_ claim: String, _ findings: [Finding], _ open: [Int]) -> (Int, String) {
    (open.first { findings[$0].claims.contains(claim) } ?? 0, claim)
  }
}
