internal import HeshuGrammar
internal import HeshuNumerals

/// ROLLUP: a pyramid of levels gets wider downward.
///
/// 14项二级指标、52项三级指标 agrees: 14 < 52; 国家级1家、省级10家、市级19家 agrees. The other way round is a question: more 国家级 than 市级.
struct RollupCheck: ArticleCheck {
  /// Levels from the top down.
  private static let pyramids: [[String]] = [
    ["一级", "二级", "三级", "四级"],
    ["国家级", "省级", "市级", "县级", "区级", "镇级"],
  ]

  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    Sentence.all(of: article.facts).flatMap { sentence in
      Self.pyramids.compactMap { levels in
        let placed = sentence.facts.compactMap { fact in level(fact, levels, context).map { ($0, fact) } }
        guard placed.count > 1, Set(placed.map { $0.1.key.head.suffix(2) }).count == 1, zip(placed, placed.dropFirst()).allSatisfy({ $0.0 < $1.0 }) else {
          return nil
        }
        return finding(placed.map(\.1))
      }
    }
  }

  private func level(_ fact: Fact, _ levels: [String], _ context: CheckContext) -> Int? {
    guard fact.isSummable, fact.kind == .count else { return nil }
    return levels.firstIndex { level in
      fact.key.qualifiers.contains(level) || fact.measure?.text.unspaced.hasPrefix(level) == true || fact.key.head.hasPrefix(level)
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
        en: widens ? "each level is as wide as the one above: \(row)" : "a level is narrower than the one above it: \(row)"))
  }
}
