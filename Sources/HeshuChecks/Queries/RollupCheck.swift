internal import HeshuGrammar
internal import HeshuNumerals

/// ROLLUP: a pyramid of levels gets wider downward.
///
/// 12项二级指标、48项三级指标 agrees: 12 < 48; 国家级1家、省级10家、市级19家 agrees. The other way round is a question: more 国家级 than 市级.
struct RollupCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    let levels = context.parameters.levels
    return Sentence.all(of: article.facts).flatMap { sentence in
      guard sentence.facts.count > 1,
        sentence.facts[0].quote.text.contains("级") || sentence.facts[0].quote.text.contains("級")
      else { return [Finding]() }
      let around = Surroundings(sentence, context)
      return levels.pyramids.compactMap { pyramid -> Finding? in
        let facts = sentence.facts.indices.filter { sentence.facts[$0].isSummable && sentence.facts[$0].kind == .count }
        let placed = facts.compactMap { index -> (Int, Fact)? in
          let fact = sentence.facts[index]
          return levels.rank(fact, in: pyramid, behind: around.lastPiece(index)).map { ($0, fact) }
        }
        guard placed.count > 1, Set(placed.map { $0.1.key.head.suffix(2) }).count == 1,
          zip(placed, placed.dropFirst()).allSatisfy({ $0.0 < $1.0 })
        else {
          return nil
        }
        return finding(placed.map(\.1))
      }
    }
  }

  private func finding(_ facts: [Fact]) -> Finding {
    let values = facts.compactMap(\.figure.value)
    let widens = zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
    let row = facts.map(\.figure.text).joined(separator: "、")
    return Finding(
      .rollup, widens ? .agrees : .undetermined, facts, severity: widens ? nil : .query,
      message: Message(
        zh: widens ? "各级数量逐级增多：\(row)" : "上级多于下级，是否属实：\(row)",
        en: widens
          ? "each level is as wide as the one above: \(row)" : "a level is narrower than the one above it: \(row)"))
  }
}
