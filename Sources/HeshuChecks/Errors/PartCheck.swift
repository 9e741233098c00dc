internal import HeshuGrammar
internal import HeshuNumerals

/// PART: no part is more than its whole; what the parts leave of it is shown.
///
/// 工作室76家，其中国家级1家、省级10家、市级19家 is compatible: 76 − (1 + 10 + 19) = 46; 9项流程中的12项 contradicts.
struct PartCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    var found: [Finding] = []
    let links = WholeLinks(article, context)
    for (whole, parts) in links.stated { found += stated(whole, parts) }
    for (whole, part) in links.nested where !Self.exceeds(part, whole) { found.append(holds(whole, [part])) }
    for (whole, part) in links.staged(context.parameters.stages) {
      found.append(Self.exceeds(part, whole) ? exceeds(whole, part, severity: .query) : holds(whole, [part]))
    }
    for (whole, part) in zip(article.facts, article.facts.dropFirst())
    where context.parameters.outcomes.links(whole, part, context.text) {
      if Self.exceeds(part, whole) {
        found.append(exceeds(whole, part, severity: .error))
      } else if part.partOf != whole.id {
        found.append(holds(whole, [part]))
      }
    }
    for (whole, parts) in links.spent { found.append(holds(whole, parts)) }
    return found
  }

  static func exceeds(_ part: Fact, _ whole: Fact) -> Bool {
    whole.figure.rounded(isCount: whole.isCount).lies(below: part.figure.rounded(isCount: part.isCount))
  }

  /// Parts that the text calls so; those that add up to the whole are SUM's.
  private func stated(_ whole: Fact, _ parts: [Fact]) -> [Finding] {
    if parts.count > 1, let sum = parts.sum, let value = whole.figure.value, sum == value { return [] }
    let over = parts.filter { Self.exceeds($0, whole) }
    if !over.isEmpty { return over.map { exceeds(whole, $0, severity: .error) } }
    return [holds(whole, parts)]
  }

  private func holds(_ whole: Fact, _ parts: [Fact]) -> Finding {
    let addition = parts.map(\.figure.text).joined(separator: " + ")
    var residual = ""
    if let value = whole.figure.value, whole.figure.isExact, whole.isAlike(parts[0]), let sum = parts.sum,
      let rest = value.subtracting(sum), rest >= .zero
    {
      residual =
        parts.count == 1
        ? "，\(whole.figure.text) − \(addition) = \(rest)" : "，\(whole.figure.text) −（\(addition)）= \(rest)"
    }
    let texts = parts.map { "“\($0.phrase)”" }.joined(separator: "、")
    return Finding(
      .part, .compatible, [whole] + parts,
      message: Message(
        zh: "\(texts)不超过“\(whole.phrase)”：\(parts[0].withInterval) ≤ \(whole.withInterval)\(residual)",
        en: "\(texts) within “\(whole.phrase)”: \(parts[0].withInterval) ≤ \(whole.withInterval)\(residual)"))
  }

  private func exceeds(_ whole: Fact, _ part: Fact, severity: Severity) -> Finding {
    Finding(
      .part, .contradicts, [whole, part], expected: "≤ \(whole.figure.text)", actual: part.figure.text,
      severity: severity,
      weight: severity == .error ? .single : nil,
      message: Message(
        zh: "部分大于整体：“\(part.phrase)”在“\(whole.phrase)”之内，但 \(part.withInterval) > \(whole.withInterval)",
        en:
          "a part exceeds its whole: “\(part.phrase)” is among “\(whole.phrase)”, but \(part.withInterval) > \(whole.withInterval)"
      ))
  }
}
