internal import HeshuGrammar

/// NAME of companies: one stem before two legal forms, or two names that differ in one character.
///
/// 远山智能装备股份有限公司 and 远山智能装备有限公司; 湄江茶业有限责任公司 and 湄江茶叶有限责任公司. Read from the text: a workroom is named with
/// its company, and that name is one mention.
struct CompanyNames {
  /// The Chinese characters up to 公司, what of them is the legal form, and where they stand.
  private struct Mention {
    let scalars: [Unicode.Scalar]
    let backward: [Unicode.Scalar]
    let form: String
    let document: String
    let place: (text: JoinedText, end: Int)

    var stem: ArraySlice<Unicode.Scalar> { scalars.dropLast(form.unicodeScalars.count) }

    /// The last characters of it as a passage.
    func span(_ length: Int) -> Finding.Span {
      let range = (place.end - length)..<place.end
      return Finding.Span(document: document, range: place.text.span(range), text: place.text.string(range))
    }
  }

  /// Legal forms, the longest first.
  private let forms: WordList
  /// Characters that tell bodies of one kind apart, or end the name of a place.
  private let telling: Set<Unicode.Scalar>
  /// What has no other form is called by a short name perhaps.
  private static let short = "公司"
  /// Characters of the stem that must be the same; more where one is without 有限, as short names are.
  private static let length = (form: 6, short: 8)
  private static let longest = 24

  init(_ phrases: Phrases) {
    forms = phrases[.legalForm]
    telling = phrases[.telling].characters
  }

  /// 远山智能装备 of 远山智能装备股份有限公司.
  func withoutForm(_ name: String) -> String {
    forms.ending(name).map { String(name.dropLast($0.count)) } ?? name
  }

  func findings(in papers: [Paper]) -> [Finding] {
    var found: [Finding] = []
    var forms: [String: [Mention]] = [:]
    var names: [String: [Mention]] = [:]
    var tails: [String: Set<[Unicode.Scalar]>] = [:]
    for paper in papers {
      let publication = paper.publication ?? paper.id
      for mention in mentions(paper) {
        found += form(mention, &forms)
        // One paper writes of a company again and again; each spelling is compared once.
        guard tails[publication, default: []].insert(Array(mention.scalars.suffix(14))).inserted else { continue }
        if let (other, length) = (names[publication] ?? []).lazy.compactMap({ other in
          slip(other.backward, mention.backward).map { (other, $0) }
        }).first {
          found.append(
            NameCheck.finding(other.span(length), mention.span(length), zh: "同一单位两种写法", en: "one company in two forms"))
        }
        names[publication, default: []].append(mention)
      }
    }
    return found
  }

  private func mentions(_ paper: Paper) -> [Mention] {
    paper.articles.flatMap { article -> [Mention] in
      let text = JoinedText(paper.text, article)
      return text.scalars.indices.dropLast().filter { text.scalars[$0] == "公" && text.scalars[$0 + 1] == "司" }.map {
        place in
        let end = place + 2
        let run = text.scalars[..<end].suffix(Self.longest).reversed().prefix { $0.isHan }
        let form = forms.word(before: end, text) ?? Self.short
        return Mention(
          scalars: run.reversed(), backward: Array(run), form: form, document: paper.id, place: (text, end))
      }
    }
  }

  /// The finding of a stem that stood before another form; each form is reported once.
  private func form(_ mention: Mention, _ seen: inout [String: [Mention]]) -> [Finding] {
    var found: [Finding] = []
    for (isShort, length) in [(false, Self.length.form), (true, Self.length.short)] where mention.stem.count >= length {
      let key = "\(length)" + String(String.UnicodeScalarView(mention.stem.suffix(length)))
      let others = seen[key] ?? []
      if !others.contains(where: { $0.form == mention.form }) {
        if let other = others.first(where: { ($0.form == Self.short || mention.form == Self.short) == isShort }) {
          found.append(
            NameCheck.finding(
              other.span(length + other.form.count), mention.span(length + mention.form.count), zh: "同一单位两种写法",
              en: "one company in two forms"))
        }
        seen[key] = others + [mention]
      }
    }
    return found
  }

  /// How many characters from the end two names share but for one in the middle; nil when they do not.
  private func slip(_ x: [Unicode.Scalar], _ y: [Unicode.Scalar]) -> Int? {
    let count = min(x.count, y.count)
    guard let other = (0..<count).first(where: { x[$0] != y[$0] }), other >= 4, !telling.contains(x[other]),
      !telling.contains(y[other])
    else { return nil }
    let rest = zip(x[(other + 1)...], y[(other + 1)...]).prefix { $0.0 == $0.1 }.count
    // 杭州恒达 and 杭州宏达 are two: what tells them apart stands right behind the place.
    guard rest >= 3, !telling.contains(x[other + 1]) else { return nil }
    return min(other + 1 + rest, 14)
  }
}
