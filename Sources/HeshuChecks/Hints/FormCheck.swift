internal import HeshuGrammar
internal import HeshuNumerals

/// FORM: how a number is written, whatever it is; hints, run when asked for.
///
/// 15余万人: 余 belongs behind 万; 最多可多得2元左右: a bound and 左右; 减少两倍; 截止12月20日 for 截至.
struct FormCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    var found: [Finding] = []
    for fact in article.facts {
      found += context.parameters.forms.rows.filter { applies($0, fact, context.text) }.prefix(1).map {
        hint(fact, $0.message, $0.rule)
      }
      if fact.kind == .multiple, fact.change == -1 { found.append(hint(fact, "减少不用倍数", "GB/T 15835-2011；减少只用分数或百分比")) }
      // 300名 of medals counts the people, not the medals.
      if let measure = fact.measure?.text, measure.hasSuffix("章") || measure.hasSuffix("证书"),
        ["名", "位"].contains(fact.figure.unit)
      {
        found.append(hint(fact, "“\(measure.unspaced)”不用量词“\(fact.figure.unit)”", "量词与名词搭配"))
      }
    }
    return found + cutOffs(article, context)
  }

  private func applies(_ row: Forms.Row, _ fact: Fact, _ text: SourceText) -> Bool {
    let numeral = text[fact.span].unspaced
    if !row.inside.isEmpty {
      guard let place = numeral.firstRange(of: row.inside) else { return false }
      // 90余万 is right, 12余万 is not: 余 stands for what is below the last digit.
      if row.inside.hasPrefix("余"), row.inside.count > 1, !Self.isUnit(numeral[..<place.lowerBound].last) {
        return false
      }
    }
    // Words of a bound may stand before the verb: 最多可多得2元左右.
    let reach = row.before.unicodeScalars.count + (row.behind.isEmpty ? 0 : 6)
    if !row.before.isEmpty {
      let before = text[max(0, fact.span.lowerBound - reach - 1)..<fact.span.lowerBound]
      if !before.contains(row.before) || before.contains("，") || before.contains(",") || before.contains("、") {
        return false
      }
      if row.behind.isEmpty, !before.unspaced.hasSuffix(row.before) { return false }
      if row.before == "近", before.contains("将近") || before.contains("最近") || before.contains("近年") { return false }
    }
    if !row.behind.isEmpty,
      !text[fact.span.upperBound..<min(text.count, fact.span.upperBound + 4)].hasPrefix(row.behind)
    {
      return false
    }
    return true
  }

  private static func isUnit(_ digit: Character?) -> Bool { digit.map { "123456789一二三四五六七八九".contains($0) } ?? false }

  /// 截止12月20日: 截至 is up to a day, 截止 is an end.
  private func cutOffs(_ article: Article, _ context: CheckContext) -> [Finding] {
    let text = JoinedText(context.text, article)
    return DateScan(text).mentions.compactMap { mention in
      guard text.has("截止", before: mention.range.lowerBound) else { return nil }
      let range = (mention.range.lowerBound - 2)..<mention.range.upperBound
      let span = Finding.Span(document: article.document, range: text.span(range), text: text.string(range))
      var finding = Finding(
        .form, .contradicts, spans: [span], severity: .hint, weight: .form,
        message: Message(zh: "“截止”后有日期，应为“截至”（现代汉语词典：截至，到某时为止）", en: "截止 before a date: 截至 is meant"))
      finding.repair = Finding.Repair(span: span, text: span.text.replacing("截止", with: "截至"))
      return finding
    }
  }

  private func hint(_ fact: Fact, _ message: String, _ rule: String) -> Finding {
    Finding(
      .form, .contradicts, [fact], severity: .hint, weight: .form,
      message: Message(
        zh: "“\(fact.figure.text)”：\(message)（\(rule)）", en: "“\(fact.figure.text)”: \(message) (\(rule))"))
  }
}
