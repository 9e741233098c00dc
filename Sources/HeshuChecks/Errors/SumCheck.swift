internal import HeshuGrammar
internal import HeshuNumerals

/// SUM: parts that are all there are make the total.
///
/// 50家…：25家…、25家… agrees; 慰问48户、资助36户，合计86户 contradicts: 48 + 36 = 84.
struct SumCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    let facts = article.facts
    var found: [Finding] = []
    for (whole, parts) in WholeLinks(article, context).stated {
      if let exact = Self.exact(whole, parts), let sum = exact.sum {
        found.append(finding(.agrees, whole, exact, sum))
      } else if parts.count > 1, let finding = closed(whole, parts, context) {
        found.append(finding)
      }
    }
    for (index, total) in facts.enumerated() where total.isSummable {
      if let finding = before(total, facts[..<index], context) { found.append(finding) }
      if let finding = behind(total, facts[(index + 1)...], context) { found.append(finding) }
      if let finding = remainder(total, facts[..<index], context) { found.append(finding) }
    }
    return found
  }

  /// The parts, or those of the last sentence, when they make the whole.
  private static func exact(_ whole: Fact, _ parts: [Fact]) -> [Fact]? {
    guard let value = whole.figure.value, let last = parts.last else { return nil }
    return [parts, parts.filter { $0.quote.span == last.quote.span }].first { $0.count > 1 && $0.sum == value }
  }

  /// Parts behind 其中 that are all there can be, 男 and 女, or that together are more than there are.
  private func closed(_ whole: Fact, _ parts: [Fact], _ context: CheckContext) -> Finding? {
    guard whole.isSummable, parts[0].isAlike(whole), !parts.contains(where: { PartCheck.exceeds($0, whole) }) else {
      return nil
    }
    let total = whole.figure.rounded(isCount: whole.isCount)
    let phrases = parts.map { name(of: $0, context.text) }
    if let sum = parts.sum, context.parameters.partitions.isComplete(phrases), !parts.interval.meets(total) {
      return finding(.contradicts, whole, parts, sum)
    }
    // What stands in one sentence in the unit of the whole.
    let last = parts.last!
    let listed = parts.filter { $0.quote.span == last.quote.span && $0.figure.unit == whole.figure.unit }
    guard listed.count > 1, listed.last?.id == last.id, listed.allSatisfy({ endsClause($0, context.text) }),
      let sum = listed.sum, !total.meets(listed.interval)
    else { return nil }
    let clauses = listed.map { name(of: $0, context.text) }
    if context.phrases[.rest].begins(clauses.last!) { return finding(.contradicts, whole, listed, sum) }
    if context.parameters.partitions.mayOverlap(clauses) { return nil }
    if total.lies(below: listed.interval) { return finding(.contradicts, whole, listed, sum) }
    // They leave something; one slip of the pen would make them leave nothing. Of levels the lowest may go without
    // saying.
    guard Among.marker(between: whole, and: listed[0], context.text, context.phrases) != nil,
      !context.phrases[.partial].isIn(
        whole.span.upperBound..<max(whole.span.upperBound, listed[0].span.lowerBound), context.text),
      Repairs.balance(whole, listed) != nil, !clauses.contains(where: { $0.contains("级") })
    else { return nil }
    var question = finding(.contradicts, whole, listed, sum)
    question.severity = .query
    question.weight = nil
    return question
  }

  /// A figure that a verb follows says what some of them did: 有12个建起书屋、14个建起驿站 are no parts that add up.
  private func endsClause(_ fact: Fact, _ text: SourceText) -> Bool {
    fact.span.upperBound >= text.count || text[fact.span.upperBound].isBlank
      || "，、；。：）和及与".unicodeScalars.contains(text[fact.span.upperBound])
  }

  /// What stands between a figure and the sign before it, else what it counts.
  private func name(of fact: Fact, _ text: SourceText) -> String {
    var start = fact.span.lowerBound
    while start > fact.quote.span.lowerBound, !"，、；。：".unicodeScalars.contains(text[start - 1]) { start -= 1 }
    let clause = text.words(start..<fact.span.lowerBound)
    return clause.isEmpty ? fact.phrase : clause
  }

  /// 合计84户: the figures right before it in its sentence.
  private func before(_ total: Fact, _ others: ArraySlice<Fact>, _ context: CheckContext) -> Finding? {
    guard let word = context.parameters.totals.word(before: total, context.text) else { return nil }
    // What the claims linked was reported with the parts.
    if others.contains(where: { $0.partOf == total.id }) { return nil }
    // 三项合计: how many there are is no part.
    let counter = others.last {
      $0.span.upperBound == word.range.lowerBound && ($0.figure.value.map { $0 < Exact(20) } ?? false)
    }
    let counted = others.reversed().drop { $0.id == counter?.id }
    let parts = Array(
      counted.prefix { $0.quote.span == total.quote.span && $0.isSummable && $0.isAlike(total) && $0.partOf == nil }
        .reversed())
    guard parts.count > 1, let value = total.figure.value else { return nil }
    // The list may begin behind another figure of the sentence.
    for start in 0..<(parts.count - 1) where Array(parts[start...]).sum == value {
      return finding(.agrees, total, Array(parts[start...]), value)
    }
    let listed = Self.listed(parts, context.text)
    let behind = context.text.words((listed.last?.span.upperBound ?? 0)..<(counter?.span ?? word.range).lowerBound)
    let isList = listed.count > 1 && ["，", ""].contains(behind)
    guard word.isStrict || isList else { return nil }
    let summed = isList ? listed : parts
    guard let sum = summed.sum, Set((summed + [total]).map(\.figure.unit)).count == 1 else { return nil }
    return summed.interval.meets(total.figure.rounded(isCount: total.isCount))
      ? nil : finding(.contradicts, total, summed, sum)
  }

  /// The last of them that 、 or 和 join to one list.
  private static func listed(_ parts: [Fact], _ text: SourceText) -> [Fact] {
    var start = parts.count - 1
    while start > 0 {
      let between = text.words(parts[start - 1].span.upperBound..<parts[start].span.lowerBound)
      guard ["、", "和", "及", "与"].contains(where: between.contains), !between.contains(where: { "，；。：".contains($0) })
      else { break }
      start -= 1
    }
    return Array(parts[start...])
  }

  /// 共50家：联合工会25家、企业工会25家: what stands behind the colon to the end of the sentence.
  private func behind(_ total: Fact, _ others: ArraySlice<Fact>, _ context: CheckContext) -> Finding? {
    let parts = others.prefix { $0.quote.span == total.quote.span }
    guard parts.count > 1, let first = parts.first,
      parts.allSatisfy({ $0.isSummable && $0.isAlike(total) && $0.figure.unit == total.figure.unit && $0.partOf == nil }
      ),
      let sum = parts.sum, let value = total.figure.value, sum != value,
      // 3个片区分别建成12个、15个、23个: how many they are.
      value != Exact(Int128(parts.count))
    else { return nil }
    let between = total.span.upperBound..<first.span.lowerBound
    let rest = first.span.lowerBound..<total.quote.span.upperBound
    let (text, phrases) = (context.text, context.phrases)
    let isComposed = phrases[.composedOf].isIn(between, text) && phrases[.composed].isIn(rest, text)
    let isShared = phrases[.respectively].isIn(between, text) && total.key.head == first.key.head
    guard between.count < 20, isComposed || isShared || text.contains("：", in: between),
      !phrases[.partial].isIn(between, text), !text.contains("等", in: rest), !text.contains("；", in: rest)
    else { return nil }
    return parts.interval.meets(total.figure.rounded(isCount: total.isCount))
      ? nil : finding(.contradicts, total, Array(parts), sum)
  }

  /// 发现隐患21340条，整改20273条；其余1067条: the rest and what was done make what there was.
  private func remainder(_ rest: Fact, _ others: ArraySlice<Fact>, _ context: CheckContext) -> Finding? {
    guard
      let word = context.phrases[.rest].first(
        in: max(0, rest.span.lowerBound - 5)..<rest.span.lowerBound, context.text),
      word.lowerBound >= rest.quote.span.lowerBound,
      rest.partOf == nil || others.first(where: { $0.id == rest.partOf })?.quote.span == rest.quote.span
    else { return nil }
    let own = others.filter {
      $0.quote.span == rest.quote.span && $0.isSummable && $0.figure.unit == rest.figure.unit && $0.isAlike(rest)
    }
    guard own.count == 2, let whole = own.first, let value = whole.figure.value else { return nil }
    let parts = [own[1], rest]
    guard let sum = parts.sum, context.parameters.outcomes.links(whole, own[1], context.text) else { return nil }
    if sum == value { return finding(.agrees, whole, parts, sum) }
    return parts.interval.meets(whole.figure.rounded(isCount: whole.isCount))
      ? nil : finding(.contradicts, whole, parts, sum)
  }

  private func finding(_ verdict: Verdict, _ whole: Fact, _ parts: [Fact], _ sum: Exact) -> Finding {
    let difference = whole.figure.value.flatMap { sum.subtracting($0) } ?? .zero
    let sign = difference.mantissa > 0 ? "多" : "少"
    let zh: String
    let en: String
    if verdict == .agrees {
      zh = "各项之和等于“\(whole.phrase)”：\(parts.addition) = \(sum)"
      en = "the parts add up to “\(whole.phrase)”: \(parts.addition) = \(sum)"
    } else {
      zh = "各项之和不等于“\(whole.phrase)”：\(parts.addition) = \(sum)，\(sign)\(difference.magnitude)"
      en = "the parts do not add up to “\(whole.phrase)”: \(parts.addition) = \(sum), off by \(difference)"
    }
    var finding = Finding(
      .sum, verdict, [whole] + parts, expected: "\(sum)", actual: whole.figure.text, message: Message(zh: zh, en: en))
    if verdict == .contradicts {
      finding.severity = .error
      finding.weight = whole.isHeadline ? .double : .single
      finding.repair = Repairs.balance(whole, parts)
    }
    return finding
  }
}
