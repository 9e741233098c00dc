internal import HeshuGrammar
internal import HeshuNumerals

/// LIST: a declared number against numbered sections or clauses behind it.
///
/// 突出抓好六项重点工作 above 一、…二、…三、…四、…五、 contradicts; 四点建议：一、…；二、…；三、…；四、… agrees.
struct SectionsCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    let text = JoinedText(context.text, article)
    let runs = NumberedRun.all(in: text)
    return runs.compactMap { run in
      guard run.isWhole, run.count > 1, let declared = declared(run, runs, text, context) else { return nil }
      return finding(run, declared, text, article)
    }
  }

  /// A number that announces sections, and where it stands with its noun.
  private struct Declared {
    let value: Int
    let range: Range<Int>
  }

  /// How far before the first section its announcement may stand.
  private static let reach = 80

  /// The nearest announcement before the run; the headline's where the article has no other run.
  private func declared(_ run: NumberedRun, _ runs: [NumberedRun], _ text: JoinedText, _ context: CheckContext)
    -> Declared?
  {
    let near = max(0, run.start - Self.reach)..<run.start
    if let found = announcements(near, text, context).last {
      // Another run between both is what it announces.
      return runs.contains { $0.start < run.start && $0.start >= found.range.upperBound } ? nil : found
    }
    guard runs.count == 1, let end = text.scalars.firstIndex(of: "\n") else { return nil }
    let headline = announcements(0..<min(end, near.lowerBound), text, context)
    return headline.count == 1 ? headline[0] : nil
  }

  private func announcements(_ range: Range<Int>, _ text: JoinedText, _ context: CheckContext) -> [Declared] {
    range.compactMap { place in
      guard let number = SmallNumber(text.scalars, at: place),
        let (sort, end) = context.parameters.lists.match(text.scalars, at: number.range.upperBound), sort == .closed,
        end <= range.upperBound + 1,
        2...12 ~= number.value, context.phrases[.title].end(at: place, text) == nil,
        context.phrases[.ofParty].word(before: place, text) == nil
      else { return nil }
      return Declared(value: number.value, range: place..<end)
    }
  }

  private func finding(_ run: NumberedRun, _ declared: Declared, _ text: JoinedText, _ article: Article) -> Finding {
    func span(_ range: Range<Int>) -> Finding.Span {
      Finding.Span(document: article.document, range: text.span(range), text: text.string(range))
    }
    let isRight = run.count == declared.value
    let words = text.string(declared.range)
    return Finding(
      .list, isRight ? .agrees : .contradicts, spans: [span(declared.range)] + run.heads.map(span),
      expected: "\(run.count)", actual: "\(declared.value)",
      severity: isRight ? nil : .error, weight: isRight ? nil : declared.range.upperBound < 30 ? .double : .single,
      message: Message(
        zh: isRight
          ? "“\(words)”与所列一致：列出\(run.count)项" : "“\(words)”与所列不符：以下列出\(run.count)项，\(run.count) ≠ \(declared.value)",
        en: isRight
          ? "“\(words)” fits the list: \(run.count) items"
          : "“\(words)” does not fit what follows: \(run.count) items, \(run.count) ≠ \(declared.value)"))
  }
}

/// 一、…二、…三、…, 一是…二是… or （一）…（二）… in the order of the text.
struct NumberedRun {
  /// Number and words of each head, to its first sign.
  let heads: [Range<Int>]
  /// Whether no later number of the same form stands behind it, which would mean that one was lost.
  let isWhole: Bool
  var count: Int { heads.count }
  var start: Int { heads[0].lowerBound }

  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
  private static let forms: [(before: String, after: String)] = [("", "、"), ("", "是"), ("（", "）")]

  static func all(in text: JoinedText) -> [NumberedRun] {
    var runs: [NumberedRun] = []
    for form in forms {
      var open: [Range<Int>] = []
      var lost = false
      func close() {
        if open.count > 1 { runs.append(NumberedRun(heads: open, isWhole: !lost)) }
        open = []
        lost = false
      }
      for (number, place, end) in marks(form, text) {
        if number == 1 { close() }
        if number == open.count + 1 {
          open.append(place..<headEnd(end, text))
        } else if !open.isEmpty {
          lost = true
        }
      }
      close()
    }
    return runs.sorted { $0.start < $1.start }
  }

  private static func marks(_ form: (before: String, after: String), _ text: JoinedText) -> [(
    number: Int, place: Int, end: Int
  )] {
    text.scalars.indices.compactMap { place in
      guard
        place == 0 || text.beginsLine(place) || ListReading.stops.contains(text.scalars[place - 1])
          || form.after == "是" && text.scalars[place - 1] == "，"
      else { return nil }
      // The longest numeral first: 十一 is not 十.
      for index in numerals.indices.reversed() {
        let words = form.before + numerals[index] + form.after
        if text.has(words, at: place) { return (index + 1, place, place + words.unicodeScalars.count) }
      }
      return nil
    }
  }

  private static func headEnd(_ start: Int, _ text: JoinedText) -> Int {
    text.scalars[start...].firstIndex { ListReading.stops.contains($0) || $0 == "，" } ?? text.scalars.count
  }
}
