internal import HeshuGrammar

/// NAME: one company in two forms, one office with two names, one award under two names, bylines that differ by a character.
///
/// 先临三维科技股份有限公司 and 先临三维科技有限公司; 第九届职业技能带头人 and 第九届职业技术带头人. Always a question: names may well differ.
struct NameCheck: Sendable {
  /// Compares the names of all papers given; the order of the papers does not matter.
  func findings(in papers: [Paper]) -> [Finding] {
    let papers = papers.sorted { $0.id < $1.id }
    return companies(papers) + bylines(papers) + offices(papers) + papers.flatMap(awards)
  }

  private func finding(_ a: Finding.Span, _ b: Finding.Span, zh: String, en: String) -> Finding {
    Finding(
      .name, .contradicts, spans: [a, b], expected: a.text, actual: b.text, severity: .query,
      message: Message(zh: "\(zh)：“\(a.text)”与“\(b.text)”", en: "\(en): “\(a.text)” and “\(b.text)”"))
  }

  // MARK: companies

  private static let form = "有限公司"
  /// Characters of the name before 有限公司 that must be the same.
  private static let length = 6

  /// Names that are one but for 股份. Read from the text: a workroom is named with its company, and that name is one mention.
  private func companies(_ papers: [Paper]) -> [Finding] {
    var seen: [String: [(isStock: Bool, span: Finding.Span)]] = [:]
    var found: [Finding] = []
    for paper in papers {
      for article in paper.articles {
        let text = JoinedText(paper.text, article.span)
        for place in text.scalars.indices where text.has(Self.form, at: place) {
          let isStock = text.has("股份", before: place)
          let end = isStock ? place - 2 : place
          let start = end - Self.length
          guard start >= 0, text.scalars[start..<end].allSatisfy(\.isHan) else { continue }
          let range = start..<(place + 4)
          let span = Finding.Span(document: paper.id, range: text.span(range), text: text.string(range))
          let others = seen[text.string(start..<end)] ?? []
          if let other = others.first(where: { $0.isStock != isStock }), !others.contains(where: { $0.isStock == isStock }) {
            found.append(finding(other.span, span, zh: "同一单位两种写法", en: "one company in two forms"))
          }
          seen[text.string(start..<end), default: []].append((isStock, span))
        }
      }
    }
    return found
  }

  // MARK: bylines

  /// Writers of one paper whose names of three characters differ in the last: 于辰倩 and 于辰俏.
  private func bylines(_ papers: [Paper]) -> [Finding] {
    var seen: [String: (name: String, span: Finding.Span)] = [:]
    var found: [Finding] = []
    var reported: Set<String> = []
    for paper in papers {
      for article in paper.articles {
        for entry in article.byline {
          let scalars = Array(entry.name.unicodeScalars)
          guard scalars.count == 3, let place = context(entry.name, article, paper) else { continue }
          let stem = (paper.publication ?? paper.id) + entry.name.prefix(2)
          let span = Finding.Span(document: paper.id, range: place, text: entry.name)
          if let other = seen[stem], other.name != entry.name, reported.insert([other.name, entry.name].sorted().joined()).inserted {
            found.append(finding(other.span, span, zh: "署名相近，疑为一人", en: "two bylines, perhaps one writer"))
          }
          seen[stem] = seen[stem] ?? (entry.name, span)
        }
      }
    }
    return found
  }

  private func context(_ name: String, _ article: Article, _ paper: Paper) -> Range<Int>? {
    paper.text.first(name, in: article.span.clamped(to: 0..<paper.text.count)).map { $0..<($0 + name.unicodeScalars.count) }
  }

  // MARK: offices

  /// Heads of which a body has one at a time.
  private static let single: Set<String> = ["主席", "党组书记", "党委书记", "常务副主席", "局长", "区长", "市长", "县长", "董事长", "总经理", "书记", "校长", "院长"]

  /// 区总工会主席甲 and 区总工会主席乙 in one paper.
  private func offices(_ papers: [Paper]) -> [Finding] {
    papers.flatMap { paper -> [Finding] in
      var seen: [String: (name: String, span: Finding.Span)] = [:]
      var found: [Finding] = []
      for article in paper.articles {
        for (index, person) in article.names.enumerated() where person.kind == "person" {
          guard let body = article.names[..<index].last(where: { $0.kind == "organization" }),
            let role = gap(body.span.upperBound, person.span.lowerBound, paper)
          else { continue }
          for office in role.split(separator: "、").map(String.init) where Self.single.contains(office) {
            let key = body.name + office
            let span = Finding.Span(document: paper.id, range: person.span, text: person.text.unspaced)
            if let other = seen[key], other.name != span.text {
              found.append(finding(other.span, span, zh: "同一职务两个姓名（\(key)）", en: "one office, two names (\(key))"))
            }
            seen[key] = seen[key] ?? (span.text, span)
          }
        }
      }
      return found
    }
  }

  /// What stands between a body and a person, at most 20 characters.
  private func gap(_ start: Int, _ end: Int, _ paper: Paper) -> String? {
    end > start && end - start <= 14 ? paper.text[start..<end].unspaced : nil
  }

  // MARK: awards

  /// The same edition of an award under names that differ in one character.
  private func awards(_ paper: Paper) -> [Finding] {
    var seen: [(ordinal: DateScan.Ordinal, span: Finding.Span)] = []
    var found: [Finding] = []
    var reported: Set<Int> = []
    for article in paper.articles {
      let text = JoinedText(paper.text, article.span)
      for ordinal in DateScan(text).ordinals {
        let span = Finding.Span(document: paper.id, range: text.span(ordinal.range), text: text.string(ordinal.range))
        if let other = seen.first(where: { $0.ordinal.number == ordinal.number && Self.differInOne($0.ordinal.name, ordinal.name) }),
          reported.insert(ordinal.number).inserted
        {
          found.append(finding(other.span, span, zh: "同一届次名称不一", en: "one edition under two names"))
        }
        seen.append((ordinal, span))
      }
    }
    return found
  }

  /// Whether seven characters of one stand in the other but for one of them, which is not the first or last.
  private static func differInOne(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    let length = 7
    guard x.count >= length, y.count >= length else { return false }
    for i in 0...(x.count - length) {
      for j in 0...(y.count - length) {
        let other = (0..<length).filter { x[i + $0] != y[j + $0] }
        if other.count == 1, other[0] > 0, other[0] < length - 1 { return true }
      }
    }
    return false
  }
}
