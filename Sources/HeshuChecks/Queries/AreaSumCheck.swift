internal import HeshuClaims
internal import HeshuGrammar
internal import HeshuNumerals

/// ROLLUP: what the districts have makes what the city has.
///
/// 会员达12.4万人 in one article, 会员在全区6个街道的分布为：城阳街道2.8万人、流亭街道2.1万人… in another: 11.4, a question. Sums inside one
/// sentence are SUM's.
struct AreaSumCheck: PaperCheck {
  /// How near the sum must come where the text does not say that these are all areas, as a share of the whole (ours).
  private static let nearness = Exact(1, exponent: -1)
  private static let fewest = 3

  private struct Row {
    let facts: [Fact]
    let sum: Exact
    /// What stands before the first area: 会员在全区6个街道的分布为.
    let head: String
    let isComplete: Bool
  }

  func findings(in paper: Paper, _ context: CheckContext) -> [Finding] {
    let rows = paper.articles.flatMap { article in
      Sentence.all(of: article.body).compactMap { row($0, article.names, context) }
    }
    return rows.compactMap { row in
      let wholes = paper.articles.flatMap(\.facts).compactMap { fact in fits(fact, row).map { (fact, $0) } }
      // What agrees settles it; else the whole whose words say most, the first of the paper among equals.
      if let hit = wholes.first(where: { row.facts.interval.meets(rounded($0.0)) }) { return finding(hit.0, row) }
      guard let longest = wholes.map(\.1).max(), let whole = wholes.first(where: { $0.1 == longest })?.0 else {
        return nil
      }
      let isCounted = context.text.words(whole.quote.span).contains("\(row.facts.count)个")
      return isNear(whole, row, isCounted) ? finding(whole, row) : nil
    }
  }

  private func row(_ sentence: Sentence, _ names: [Name], _ context: CheckContext) -> Row? {
    let known = names.filter {
      $0.kind == "place" && $0.span.lowerBound >= sentence.span.lowerBound
        && $0.span.upperBound <= sentence.span.upperBound
    }
    if sentence.facts.count < Self.fewest { return nil }
    let around = Surroundings(sentence, context)
    let facts = sentence.facts
    func area(_ index: Int) -> String? {
      let words = around.lastPiece(index)
      return context.parameters.levels.area(atStart: words)
        ?? known.lazy.map { context.text.words($0.span) }.first { !$0.hasPrefix("全") && words.hasPrefix($0) }
    }
    let areas = facts.indices.map(area)
    guard
      let first = facts.indices.dropLast().first(where: {
        facts[$0].isSummable && areas[$0] != nil && areas[$0 + 1] != nil
      }), let name = areas[first]
    else {
      return nil
    }
    let places = facts.indices[first...].prefix {
      areas[$0] != nil && facts[$0].isSummable && facts[$0].isAlike(facts[first])
    }
    let (parts, names) = (places.map { facts[$0] }, places.compactMap { areas[$0] })
    let words = context.text.words(sentence.span.lowerBound..<max(sentence.span.lowerBound, sentence.span.upperBound))
    guard parts.count >= Self.fewest, Set(names).count == parts.count, let sum = parts.sum,
      !context.phrases[.openAreas].isIn(words)
    else { return nil }
    let head = words.components(before: name)
    // A whole in the sentence itself is SUM's.
    let isOwn = facts[..<first].contains {
      $0.isAlike(parts[0]) && $0.isSummable && $0.key.dimension != "个" || $0.figure.value == sum
    }
    if isOwn || parts.contains(where: { $0.partOf != nil }) { return nil }
    let isCounted = facts[..<first].contains {
      $0.kind == .count && $0.key.dimension == "个" && $0.figure.value == Exact(Int128(parts.count))
    }
    return Row(facts: parts, sum: sum, head: head, isComplete: isCounted || context.phrases[.allAreas].isIn(head))
  }

  /// How many characters of what the whole counts the row speaks of; nil when it does not, or when the days or the
  /// places differ.
  private func fits(_ whole: Fact, _ row: Row) -> Int? {
    guard let first = row.facts.first, whole.isSummable, whole.isAlike(first), whole.status == "actual",
      whole.partOf == nil,
      let measure = whole.measure?.words, measure.count > 1, !row.facts.contains(where: { $0.id == whole.id }),
      whole.quote.span != first.quote.span,
      row.facts.allSatisfy({ part in part.figure.value.flatMap { part in whole.figure.value.map { part < $0 } } ?? false
      })
    else { return nil }
    if let a = whole.period?.end, let b = first.period?.end, a != b { return nil }
    let isNamed =
      row.head.contains(measure)
      || row.facts.allSatisfy { part in
        let sameHead =
          !part.key.head.isEmpty && part.key.head == whole.key.head
          && whole.key.qualifiers.isSubset(of: part.key.qualifiers)
        return sameHead || part.measure?.words.hasSuffix(measure) ?? false
      }
    let isPart = row.facts.contains {
      $0.place != nil && $0.place?.name == whole.place?.name && $0.place?.name != first.place?.name
    }
    // 全市入会24.8万人。灵秀镇5.6万人，宝盖镇4.2万人: nothing else is told of in the sentence before.
    let isBefore = 0...3 ~= first.quote.span.lowerBound - whole.quote.span.upperBound && row.facts.allSatisfy(\.isBare)
    return (isNamed || isBefore) && !isPart ? measure.count : nil
  }

  private func rounded(_ fact: Fact) -> Interval { fact.figure.rounded(isCount: fact.isCount) }

  private func isNear(_ whole: Fact, _ row: Row, _ isCounted: Bool) -> Bool {
    guard let value = whole.figure.value, let gap = value.subtracting(row.sum)?.magnitude else { return false }
    let most = value.multiplied(by: row.isComplete || isCounted ? Exact.half : Self.nearness)
    return most.map { gap <= $0 } ?? false
  }

  private func finding(_ whole: Fact, _ row: Row) -> Finding {
    let meets = row.facts.interval.meets(rounded(whole))
    let isEqual = whole.figure.value == row.sum
    let gap = whole.figure.value?.subtracting(row.sum)?.magnitude.description ?? "?"
    let sum = "\(row.facts.addition) = \(row.sum)"
    return Finding(
      .rollup, isEqual ? .agrees : meets ? .compatible : .contradicts, [whole] + row.facts, expected: "\(row.sum)",
      actual: whole.figure.text,
      severity: meets ? nil : .query,
      message: Message(
        zh: "各地之和\(isEqual ? "等于" : meets ? "与总数相容" : "与总数不符")：\(sum)，“\(whole.phrase)”\(meets ? "" : "相差\(gap)")",
        en:
          "the areas \(isEqual ? "make" : meets ? "fit" : "do not make") the whole: \(sum), “\(whole.phrase)”\(meets ? "" : ", off by \(gap)")"
      ))
  }
}

extension Fact {
  /// Whether it counts nothing that has a name but an area's: 灵秀镇5.6万人.
  fileprivate var isBare: Bool {
    let words = measure?.text.unspaced ?? ""
    return predicate?.text.unspaced.count ?? 0 < 2
      && (words.isEmpty || words.count < 9 && quote.text.unspaced.contains(words + figure.text))
  }
}

extension String {
  /// What stands before the first place of the words.
  fileprivate func components(before words: String) -> String {
    let (all, part) = (Array(unicodeScalars), Array(words.unicodeScalars))
    let place = all.indices.first { all[$0...].starts(with: part) } ?? 0
    return String(String.UnicodeScalarView(all[..<place]))
  }
}
