internal import HeshuGrammar

/// NAME: one company in two forms, one office with two names, one award under two names, bylines that differ by a
/// character.
///
/// 远山智能装备股份有限公司 and 远山智能装备有限公司; 第六届岗位技术标兵 and 第六届岗位技能标兵. Always a question: names may well differ.
struct NameCheck: Sendable {
  private let companies: CompanyNames
  private let persons: PersonNames

  init(_ parameters: CheckParameters) {
    companies = CompanyNames(parameters.phrases)
    persons = PersonNames(parameters.offices, companies)
  }

  /// Compares the names of all papers given; the order of the papers does not matter.
  func findings(in papers: [Paper]) -> [Finding] {
    let papers = papers.sorted { $0.id < $1.id }
    return companies.findings(in: papers) + bylines(papers) + persons.findings(in: papers) + papers.flatMap(awards)
  }

  static func finding(_ a: Finding.Span, _ b: Finding.Span, zh: String, en: String) -> Finding {
    Finding(
      .name, .contradicts, spans: [a, b], expected: a.text, actual: b.text, severity: .query,
      message: Message(zh: "\(zh)：“\(a.text)”与“\(b.text)”", en: "\(en): “\(a.text)” and “\(b.text)”"))
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
          if let other = seen[stem], other.name != entry.name,
            reported.insert([other.name, entry.name].sorted().joined()).inserted
          {
            found.append(Self.finding(other.span, span, zh: "署名相近，疑为一人", en: "two bylines, perhaps one writer"))
          }
          seen[stem] = seen[stem] ?? (entry.name, span)
        }
      }
    }
    return found
  }

  private func context(_ name: String, _ article: Article, _ paper: Paper) -> Range<Int>? {
    paper.text.first(name, in: article.span.clamped(to: 0..<paper.text.count)).map {
      $0..<($0 + name.unicodeScalars.count)
    }
  }

  // MARK: awards

  /// The same edition of an award under names that differ in one character.
  private func awards(_ paper: Paper) -> [Finding] {
    var seen: [(ordinal: DateScan.Ordinal, span: Finding.Span)] = []
    var found: [Finding] = []
    var reported: Set<Int> = []
    for article in paper.articles {
      let text = JoinedText(paper.text, article)
      for ordinal in DateScan(text).ordinals {
        let span = Finding.Span(document: paper.id, range: text.span(ordinal.range), text: text.string(ordinal.range))
        if let other = seen.first(where: {
          $0.ordinal.number == ordinal.number && Self.differInOne($0.ordinal.name, ordinal.name)
        }),
          Self.quoted(other.ordinal.name) == nil || Self.quoted(other.ordinal.name) != Self.quoted(ordinal.name),
          reported.insert(ordinal.number).inserted
        {
          found.append(Self.finding(other.span, span, zh: "同一届次名称不一", en: "one edition under two names"))
        }
        seen.append((ordinal, span))
      }
    }
    return found
  }

  /// What stands in the first quotation marks: “庐阳大工匠” of “庐阳大工匠”评选启动.
  private static func quoted(_ name: String) -> Substring? {
    guard let open = name.firstIndex(of: "“"), let close = name.firstIndex(of: "”"), open < close else { return nil }
    return name[open...close]
  }

  /// Whether seven characters of one stand in the other but for one of them, which is not the first and not one of the
  /// last two: 评选启动 and 评选活动启动 differ in what is done.
  private static func differInOne(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    let length = 7
    guard x.count >= length, y.count >= length else { return false }
    for i in 0...(x.count - length) {
      for j in 0...(y.count - length) {
        let other = (0..<length).filter { x[i + $0] != y[j + $0] }
        if other.count == 1, other[0] > 0, other[0] < length - 2 { return true }
      }
    }
    return false
  }
}
