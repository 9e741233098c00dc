internal import HeshuGrammar
internal import HeshuNumerals

/// LIST: a figure against the names that follow it.
///
/// 城阳工匠10名，分别是：甲、乙、丙… with nine names contradicts. 等 behind the names leaves the list open.
struct NamedItemsCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    let text = JoinedText(context.text, article)
    let (named, are) = (context.phrases[.named], context.phrases[.are])
    /// Words that say that all are named, and where they end; 是 says so before names of persons only.
    func opener(_ place: Int) -> (start: Int, end: Int, onlyNames: Bool)? {
      named.end(at: place, text).map { (place, $0, false) } ?? are.end(at: place, text).map { (place, $0, true) }
    }
    return article.facts.compactMap { fact in
      guard fact.isCount, fact.isSummable, let value = fact.figure.value?.integer, value > 1 else { return nil }
      let behind = text.index(of: fact.span.upperBound)
      let reach = behind..<min(text.scalars.count, behind + 10)
      guard let words = reach.lazy.compactMap(opener).first,
        !text.scalars[behind..<words.start].contains(where: { ListReading.stops.contains($0) })
      else { return nil }
      let start = text.has("：", at: words.end) ? words.end + 1 : words.end
      guard let list = Self.items(from: start, text, onlyNames: words.onlyNames) else { return nil }
      return finding(fact, value, list, text, article)
    }
  }

  /// Items between 、 to the end of the sentence, none of which holds a figure or a comma; nil for anything else.
  static func items(from start: Int, _ text: JoinedText, onlyNames: Bool = false, until close: Unicode.Scalar? = nil)
    -> (count: ClosedRange<Int>, range: Range<Int>)?
  {
    guard start < text.scalars.count,
      let end = text.scalars[start...].firstIndex(where: { $0 == close || "。；！\n".unicodeScalars.contains($0) }),
      close == nil || text.scalars[end] == close
    else { return nil }
    let words = text.scalars[start..<end]
    guard words.last != "等", !words.contains(where: { $0 == "，" || $0 == "：" || ("0"..."9").contains($0) }) else {
      return nil
    }
    if onlyNames, !words.split(separator: "、").allSatisfy({ 2...4 ~= $0.count && $0.allSatisfy(\.isHan) }) {
      return nil
    }
    var depth = 0
    var signs = 0
    var joints = 0
    for scalar in words {
      switch scalar {
      case "（", "“", "《", "‘": depth += 1
      case "）", "”", "》", "’": depth -= 1
      case "、" where depth == 0: signs += 1
      case "和" where depth == 0, "与" where depth == 0, "及" where depth == 0: joints += 1
      default: break
      }
    }
    return signs > 1 ? (signs + 1...signs + 1 + joints, start..<end) : nil
  }

  private func finding(
    _ fact: Fact, _ value: Int, _ list: (count: ClosedRange<Int>, range: Range<Int>), _ text: JoinedText,
    _ article: Article
  ) -> Finding {
    let isRight = list.count.contains(value)
    let count = isRight ? value : value < list.count.lowerBound ? list.count.lowerBound : list.count.upperBound
    let words = text.string(list.range)
    return Finding(
      .list, isRight ? .agrees : .contradicts,
      spans: [fact.findingSpan, Finding.Span(document: article.document, range: text.span(list.range), text: words)],
      claims: [fact.id], key: fact.keyText,
      expected: "\(count)", actual: fact.figure.text, severity: isRight ? nil : .error,
      weight: isRight ? nil : fact.isHeadline ? .double : .single,
      message: Message(
        zh: "“\(fact.phrase)”与所列\(isRight ? "一致" : "不符")：列出\(count)项" + (isRight ? "" : "，\(count) ≠ \(value)"),
        en: "“\(fact.phrase)” \(isRight ? "fits" : "does not fit") the names that follow: \(count)"
          + (isRight ? "" : " ≠ \(value)")))
  }
}
