internal import HeshuGrammar
internal import HeshuNumerals

/// XDUP: the same figure in two articles or issues.
///
/// 带动职工岗位练兵12万人 and, three articles on, 带动岗位练兵12余万人 are compatible. Two counts of one year that differ contradict; where the
/// place, the days or the actor were taken over from elsewhere it is only a question.
struct DuplicateAcrossCheck: GroupCheck {
  func findings(in group: [Fact], _ parameters: CheckParameters) -> [Finding] {
    Pairs(group).nearest { a, b in
      guard case .same(let isSure)? = AcrossArticles.relation(a, b) else { return nil }
      switch parameters.intervals.compare(a, b) {
      case .same: return finding(.agrees, a, b, "=")
      case .compatible: return finding(.compatible, a, b, "∩")
      case .strained: return isSure ? finding(.compatible, a, b, "∩", .warning) : nil
      case .disjoint: return isSure ? finding(.contradicts, a, b, "≠", severity(a, b)) : nil
      case .incomparable: return nil
      }
    }
  }

  private func severity(_ a: Fact, _ b: Fact) -> Severity {
    // A place that a masthead gives is the same for both papers; days and actors may differ.
    let isInferred = [a, b].contains { $0.period?.isInferred == true || $0.actor?.isInferred == true }
    let hasPlace = a.place != nil && !(a.document != b.document && (a.place!.isInferred || b.place!.isInferred))
    return isInferred || !hasPlace ? .query : .error
  }

  private func finding(_ verdict: Verdict, _ a: Fact, _ b: Fact, _ sign: String, _ severity: Severity? = nil) -> Finding {
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
