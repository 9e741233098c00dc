internal import HeshuGrammar
internal import HeshuNumerals

/// XDUP: the same figure in two articles or issues.
///
/// 组织职工岗位练兵15万人 and, three articles on, 吸引职工参与15余万人 are compatible. Two counts of one year that differ contradict;
/// where the place, the days or the actor were taken over from elsewhere it is only a question.
struct DuplicateAcrossCheck: GroupCheck {
  func findings(in group: [Fact], _ parameters: CheckParameters) -> [Finding] {
    let plain = parameters.phrases[.plain].set
    return Pairs(group).best { a, b in
      guard case .same(let isSure)? = AcrossArticles.relation(a, b, plain: plain) else { return nil }
      switch parameters.intervals.compare(a, b) {
      case .same: return (0, finding(.agrees, a, b, "="))
      case .compatible: return (1, finding(.compatible, a, b, "∩"))
      case .strained: return isSure ? (4, finding(.compatible, a, b, "∩", .warning)) : nil
      case .disjoint:
        // Other digits altogether are one figure only if the same verb governs both.
        guard
          isSure && a.predicate?.words == b.predicate?.words || Slip.isDigit(a, b)
            || Slip.isScale(a, b) && Slip.significant(a) > 2
        else { return nil }
        if Slip.isScale(a, b) { return (2, scale(a, b)) }
        return (Slip.isDigit(a, b) ? 3 : 5, finding(.contradicts, a, b, "≠", severity(a, b)))
      case .incomparable: return nil
      }
    }
  }

  /// The same digits: 1840万元 and 1.84亿元.
  private func scale(_ a: Fact, _ b: Fact) -> Finding {
    let (small, large) = (a.figure.value ?? .zero) < (b.figure.value ?? .zero) ? (a, b) : (b, a)
    let factor =
      large.figure.value.flatMap { large in small.figure.value.flatMap { large.quotient(by: $0)?.value } }?.description
      ?? "?"
    var found = finding(.contradicts, a, b, "≠", severity(a, b))
    found.check = .unit
    found.message = Message(
      zh: "两篇文章数字相同而差\(factor)倍：“\(small.phrase)”× \(factor) = “\(large.phrase)”，疑单位有误",
      en:
        "two articles, the same digits off by a factor of \(factor): “\(small.phrase)” × \(factor) = “\(large.phrase)”")
    return found
  }

  private func severity(_ a: Fact, _ b: Fact) -> Severity {
    let isInferred = [a, b].contains { $0.period?.isInferred == true || $0.actor?.isInferred == true }
    // A county that two mastheads give is one; what is in the same province, if nothing nearer is said, may be two
    // things.
    let isBroad =
      a.document != b.document
      && [a, b].contains { $0.place?.isInferred == true && $0.place?.code?.hasSuffix("0000") != false }
    let hasPlace = a.place != nil && !isBroad
    return isInferred || !hasPlace ? .query : .error
  }

  private func finding(_ verdict: Verdict, _ a: Fact, _ b: Fact, _ sign: String, _ severity: Severity? = nil) -> Finding
  {
    let zhWord = verdict == .agrees ? "一致" : verdict == .compatible ? "相容" : "不一致"
    let enWord = verdict == .agrees ? "agree" : verdict == .compatible ? "are compatible" : "disagree"
    var finding = Finding(
      .duplicateAcross, verdict, [a, b], expected: a.figure.text, actual: b.figure.text, severity: severity,
      weight: severity == .error ? .single : nil,
      message: Message(
        zh: "两篇文章“\(a.phrase)”与“\(b.phrase)”\(zhWord)：\(a.withInterval) \(sign) \(b.withInterval)",
        en: "two articles, “\(a.phrase)” and “\(b.phrase)”, \(enWord): \(a.withInterval) \(sign) \(b.withInterval)"))
    if verdict == .contradicts { finding.repair = Repairs.copy(b, from: a) }
    return finding
  }
}

/// The pairs of a group that stand in different articles.
struct Pairs {
  let facts: [Fact]

  init(_ facts: [Fact]) { self.facts = facts }

  /// For each fact the finding of the lowest rank with one before it, the nearest of them first.
  func best(_ make: (Fact, Fact) -> (rank: Int, finding: Finding)?) -> [Finding] {
    facts.indices.compactMap { index in
      var best: (rank: Int, finding: Finding)?
      for other in facts[..<index].reversed() {
        if let found = make(other, facts[index]), found.rank < best?.rank ?? .max { best = found }
        if best?.rank == 0 { break }
      }
      return best?.finding
    }
  }

  /// For each fact the finding with the nearest one before it that gives one.
  func nearest(_ make: (Fact, Fact) -> Finding?) -> [Finding] {
    var found: [Finding] = []
    for index in facts.indices {
      for other in facts[..<index].reversed() {
        guard let finding = make(other, facts[index]) else { continue }
        found.append(finding)
        break
      }
    }
    return found
  }
}
