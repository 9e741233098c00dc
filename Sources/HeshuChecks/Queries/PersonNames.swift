internal import HeshuClaims
internal import HeshuGrammar

/// NAME of persons: one office with two holders, and one person in two spellings.
///
/// 区总工会主席甲 and 区总工会主席乙 in one paper; 炼钢厂工会主席韩志勇 and, in the next issue, 炼钢厂工会主席韩志永.
struct PersonNames {
  private let offices: Offices
  private let companies: CompanyNames

  init(_ offices: Offices, _ companies: CompanyNames) {
    self.offices = offices
    self.companies = companies
  }

  /// A person named with body and office.
  private struct Holder {
    let name: String
    let body: String
    let office: String
    let paper: String
    let article: String
    let span: Finding.Span
  }

  /// The order of the papers does not matter.
  func findings(in papers: [Paper]) -> [Finding] {
    var found: [Finding] = []
    var seen: [String: [Holder]] = [:]
    var reported: Set<String> = []
    for paper in papers {
      let publication = paper.publication ?? paper.id
      for holder in paper.articles.flatMap({ holders($0, paper) }) {
        let key = "\(publication)\t\(companies.withoutForm(holder.body))\t\(holder.office)"
        let others = (seen[key] ?? []).filter { $0.name != holder.name }
        let slip = others.first { Self.differInOne($0.name, holder.name) }
        let single =
          offices.contains(holder.office)
          ? others.first { $0.paper == holder.paper && !Self.isShort($0.name, holder.name) } : nil
        if let other = slip ?? single,
          reported.insert([publication, other.name, holder.name].sorted().joined(separator: "\t")).inserted
        {
          let zh = slip == nil ? "同一职务两个姓名" : "同一职务姓名相近，疑为一人"
          let en = slip == nil ? "one office, two names" : "one office, two like names, perhaps one person"
          found.append(
            NameCheck.finding(
              other.span, holder.span, zh: "\(zh)（\(holder.body)\(holder.office)）",
              en: "\(en) (\(holder.body)\(holder.office))"))
        }
        if !(seen[key] ?? []).contains(where: { $0.name == holder.name && $0.paper == holder.paper }) {
          seen[key, default: []].append(holder)
        }
      }
      for persons in paper.articles.map({ persons($0, paper) }) + [titled(paper)] {
        for (a, b) in alike(persons, paper)
        where reported.insert([publication, a.text, b.text].sorted().joined(separator: "\t")).inserted {
          found.append(NameCheck.finding(a, b, zh: "姓名相近，疑为一人", en: "two like names, perhaps one person"))
        }
      }
    }
    return found
  }

  private func holders(_ article: Article, _ paper: Paper) -> [Holder] {
    article.names.enumerated().flatMap { index, person -> [Holder] in
      guard person.kind == "person", let body = article.names[..<index].last(where: { $0.kind == "organization" }),
        let role = gap(body.span.upperBound, person.span.lowerBound, paper)
      else { return [] }
      let span = Finding.Span(document: paper.id, range: person.span, text: person.text.unspaced)
      return role.split(separator: "、").map { office in
        Holder(
          name: span.text, body: body.name, office: String(office), paper: paper.id, article: article.id, span: span)
      }
    }
  }

  /// What stands between a body and a person, at most 14 characters without a sign other than 、.
  private func gap(_ start: Int, _ end: Int, _ paper: Paper) -> String? {
    guard end > start, end - start <= 14 else { return nil }
    let words = paper.text[start..<end].unspaced
    return words.unicodeScalars.allSatisfy { $0.isHan || $0 == "、" } ? words : nil
  }

  /// The persons of one article; not those of a list, where brothers and namesakes stand, nor its writers.
  private func persons(_ article: Article, _ paper: Paper) -> [Name] {
    article.names.filter { name in
      name.kind == "person" && !isListed(name, paper.text) && !article.byline.contains { $0.name == name.text.unspaced }
    }
  }

  /// The persons of a paper that are named with what they are.
  private func titled(_ paper: Paper) -> [Name] {
    paper.articles.flatMap { persons($0, paper) }.filter { $0.role != nil }
  }

  /// Persons with names of three characters or more that differ in one; with what they are only if it is the same.
  private func alike(_ persons: [Name], _ paper: Paper) -> [(Finding.Span, Finding.Span)] {
    var found: [(Finding.Span, Finding.Span)] = []
    for (index, b) in persons.enumerated() {
      let other = persons[..<index].first { a in
        (a.role == b.role || a.role == nil || b.role == nil) && Self.differInOne(a.text.unspaced, b.text.unspaced)
      }
      if let other { found.append((span(other, paper), span(b, paper))) }
    }
    return found
  }

  private func span(_ name: Name, _ paper: Paper) -> Finding.Span {
    Finding.Span(document: paper.id, range: name.span, text: name.text.unspaced)
  }

  private func isListed(_ name: Name, _ text: SourceText) -> Bool {
    let signs = Set("、和与及".unicodeScalars)
    let (before, after) = (name.span.lowerBound - 1, name.span.upperBound)
    let hasBefore = before < 0 || text[before].isBlank
    let hasAfter = after >= text.count || text[after].isBlank
    return hasBefore && hasAfter || before >= 0 && signs.contains(text[before])
      || after < text.count && signs.contains(text[after])
  }

  /// 欧阳建 of 欧阳建国.
  private static func isShort(_ a: String, _ b: String) -> Bool { a.hasPrefix(b) || b.hasPrefix(a) }

  /// Names of one length, three characters at least, of which one is another.
  private static func differInOne(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    return x.count == y.count && x.count > 2 && zip(x, y).filter { $0 != $1 }.count == 1
  }
}
