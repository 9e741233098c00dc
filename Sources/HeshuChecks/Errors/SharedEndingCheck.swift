internal import HeshuGrammar
internal import HeshuNumerals

/// LIST: a number and a character that stand for names with that character at their end.
///
/// 五型班组 and 节约型、安全型、学习型、互助型、效益型 agree. Only what agrees is told: a code may well leave out what everyone knows.
struct SharedEndingCheck: ArticleCheck {
  func findings(in article: Article, _ context: CheckContext) -> [Finding] {
    let text = JoinedText(context.text, article)
    let endings = context.phrases[.ending].characters
    let lists = Self.lists(text, endings)
    guard !lists.isEmpty else { return [] }
    var seen: Set<String> = []
    return text.scalars.indices.compactMap { place in
      guard let number = SmallNumber(text.scalars, at: place), number.value > 2,
        number.range.upperBound < text.scalars.count,
        endings.contains(text.scalars[number.range.upperBound])
      else { return nil }
      let code = place..<(number.range.upperBound + 1)
      guard
        let list = lists.first(where: { $0.ending == text.scalars[number.range.upperBound] && $0.count == number.value }
        ),
        seen.insert(text.string(code)).inserted
      else { return nil }
      func span(_ range: Range<Int>) -> Finding.Span {
        Finding.Span(document: article.document, range: text.span(range), text: text.string(range))
      }
      return Finding(
        .list, .agrees, spans: [span(list.range), span(code)], expected: "\(list.count)", actual: "\(number.value)",
        message: Message(
          zh: "“\(text.string(code))”与所列一致：列出\(list.count)项",
          en: "“\(text.string(code))” fits the list: \(list.count) items"))
    }
  }

  /// Lists of three or more with the same last character: 节约型、安全型、学习型.
  private static func lists(_ text: JoinedText, _ endings: Set<Unicode.Scalar>) -> [(
    ending: Unicode.Scalar, count: Int, range: Range<Int>
  )] {
    var found: [(ending: Unicode.Scalar, count: Int, range: Range<Int>)] = []
    var at = 0
    while at < text.scalars.count {
      guard text.scalars[at] == "、", at > 0, endings.contains(text.scalars[at - 1]) else {
        at += 1
        continue
      }
      let ending = text.scalars[at - 1]
      var count = 1
      var end = at
      // Each further item: one to five characters that end so.
      while end < text.scalars.count, text.scalars[end] == "、",
        let next = (end + 2...end + 6).first(where: {
          $0 < text.scalars.count && text.scalars[$0 - 1].isHan && text.scalars[$0] == ending
        })
      {
        count += 1
        end = next + 1
      }
      if count > 2 { found.append((ending, count, max(0, at - 3)..<end)) }
      at = max(end, at + 1)
    }
    return found
  }
}
