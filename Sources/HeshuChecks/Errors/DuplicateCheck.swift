internal import HeshuGrammar

/// DUP: the same figure twice in an article, headline against body above all.
///
/// 全区会员共28.46万人 above 全区会员已有28.46万人 agrees; 试点企业已达96家 above 共有试点企业86家 contradicts, weight 2.
struct DuplicateCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    var found: [Finding] = []
    for (index, fact) in article.facts.enumerated() where fact.isHeadline {
      if let finding = headline(fact, article.facts[(index + 1)...].filter { !$0.isHeadline }, context) {
        found.append(finding)
      }
    }
    let body = article.body
    for (index, fact) in body.enumerated() {
      // The nearest one before is enough: what agrees with it was compared there.
      guard
        let (other, sureness) = body[..<index].reversed().lazy.compactMap({ other in
          SameFigure.sureness(other, fact, pointsBack: Self.pointsBack(fact, context)).map { (other, $0) }
        }).first
      else { continue }
      if let finding = repeated(other, fact, sureness, context) { found.append(finding) }
    }
    return found
  }

  /// A headline is held against the body figure that fits it best; it contradicts only if none fits.
  private func headline(_ fact: Fact, _ body: [Fact], _ context: CheckContext) -> Finding? {
    let candidates = body.compactMap { other in
      SameFigure.sureness(fact, other).map {
        (fact: other, sureness: $0, comparison: context.intervals.compare(fact, other))
      }
    }
    if let same = candidates.first(where: { $0.comparison == .same }) { return finding(.agrees, fact, same.fact) }
    if let near = candidates.first(where: { $0.comparison == .compatible }) {
      return finding(.compatible, fact, near.fact)
    }
    // 13年 in the headline, 13年 in the body; three digits are the same figure whatever noun stands by them.
    if Slip.significant(fact) > (fact.key.head.isEmpty ? 1 : 2) {
      let alike = body.filter {
        $0.isAlike(fact) && $0.key.per == fact.key.per && $0.change == fact.change && $0.figure.unit == fact.figure.unit
      }
      if let same = alike.first(where: {
        $0.figure.hard == fact.figure.hard && $0.figure.modifier == fact.figure.modifier
      }) {
        return finding(.agrees, fact, same)
      }
    }
    let sure = candidates.filter { $0.sureness == .sure && $0.fact.partOf == nil }
    let isOne = sure.allSatisfy { context.intervals.compare($0.fact, sure[0].fact) == .same }
    guard let first = sure.first, isOne || Self.isLead(first.fact, body) else {
      guard let link = HeadlineLink(fact, body, context) else { return nil }
      return UnitCheck.differByScale(fact, link.fact)
        ? nil : contradiction(fact, link.fact, weight: .double, severity: link.severity)
    }
    switch first.comparison {
    case .strained: return strained(fact, first.fact)
    // Ten thousand times too much or too little is for UNIT to say.
    case .disjoint where UnitCheck.differByScale(fact, first.fact): return nil
    case .disjoint: return contradiction(fact, first.fact, weight: .double, severity: .error)
    default: return nil
    }
  }

  /// Whether it is the first of its sort in the body: what a headline speaks of.
  private static func isLead(_ fact: Fact, _ body: [Fact]) -> Bool {
    body.first { $0.isAlike(fact) && $0.change == nil && $0.key.per.isEmpty }?.id == fact.id
  }

  private func repeated(_ a: Fact, _ b: Fact, _ sureness: SameFigure.Sureness, _ context: CheckContext) -> Finding? {
    switch context.intervals.compare(a, b) {
    case .same: return finding(.agrees, a, b)
    case .compatible: return sureness == .sure ? finding(.compatible, a, b) : nil
    case .strained: return sureness == .sure ? strained(a, b) : nil
    case .disjoint:
      guard a.partOf == nil, b.partOf == nil, !UnitCheck.differByScale(a, b) else { return nil }
      // Days taken over from another sentence are too little to say that two events are one; a slip of the pen or 此次 is
      // enough.
      let haveDays = sureness == .sure && a.period?.isInferred == false && b.period?.isInferred == false
      guard
        haveDays
          || a.key.qualifiers == b.key.qualifiers && !Self.daysDiffer(a, b)
            && (Slip.isDigit(a, b) || Self.pointsBack(b, context))
      else { return nil }
      return contradiction(a, b, weight: .single, severity: .error)
    case .incomparable: return nil
    }
  }

  private static func daysDiffer(_ a: Fact, _ b: Fact) -> Bool {
    a.period?.hasDays == true && b.period?.hasDays == true && a.key.period != b.key.period
  }

  /// 此次参加疗休养的劳模共36名: the event told above.
  private static func pointsBack(_ fact: Fact, _ context: CheckContext) -> Bool {
    let before = context.text.words(fact.quote.span.lowerBound..<fact.span.lowerBound)
    guard let clause = before.split(whereSeparator: { "，；".contains($0) }).last else { return false }
    return context.phrases[.back].isIn(clause)
  }

  private func finding(_ verdict: Verdict, _ a: Fact, _ b: Fact) -> Finding {
    let sign = verdict == .agrees ? "=" : "∩"
    return Finding(
      .duplicate, verdict, [a, b],
      message: Message(
        zh:
          "\(a.place(in: .zh))“\(a.phrase)”与“\(b.phrase)”\(verdict == .agrees ? "一致" : "相容")：\(a.withInterval) \(sign) \(b.withInterval)",
        en:
          "“\(a.phrase)” and “\(b.phrase)” \(verdict == .agrees ? "agree" : "are compatible"): \(a.withInterval) \(sign) \(b.withInterval)"
      ))
  }

  private func strained(_ a: Fact, _ b: Fact) -> Finding {
    Finding(
      .duplicate, .compatible, [a, b], expected: a.figure.text, actual: b.figure.text, severity: .warning,
      message: Message(
        zh: "\(a.place(in: .zh))“\(a.phrase)”与“\(b.phrase)”说法勉强相容，读者会理解为不同的数：\(a.withInterval)，\(b.withInterval)",
        en: "“\(a.phrase)” and “\(b.phrase)” are only just compatible: \(a.withInterval), \(b.withInterval)"))
  }

  private func contradiction(_ a: Fact, _ b: Fact, weight: Weight, severity: Severity) -> Finding {
    var finding = Finding(
      .duplicate, .contradicts, [a, b], expected: b.figure.text, actual: a.figure.text, severity: severity,
      weight: weight,
      message: Message(
        zh: "\(a.place(in: .zh))“\(a.phrase)”与正文“\(b.phrase)”不一致：\(a.withInterval) ≠ \(b.withInterval)",
        en: "“\(a.phrase)” and “\(b.phrase)” disagree: \(a.withInterval) ≠ \(b.withInterval)"))
    finding.repair = Repairs.copy(a, from: b)
    return finding
  }
}

extension Fact {
  /// `标题` or `前文`, to begin a message.
  fileprivate func place(in language: Message.Language) -> String { isHeadline ? "标题" : "前文" }
}
