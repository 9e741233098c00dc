/// Scores the articles and the entities of one document, where the gold lists any.
struct ContextScoring {
  private(set) var score = Score()
  private(set) var mistakes: [Mistake] = []
  private let document: String
  private let surroundings: Surroundings

  init(document: String, gold: [Record], records: [Record], surroundings: Surroundings) {
    self.document = document
    self.surroundings = surroundings
    let articles = gold.filter { $0.type == "article" }
    if !articles.isEmpty { score(articles: articles, records.filter { $0.type == "article" }) }
    let entities = gold.filter { $0.type == "entity" }
    if let first = entities.map(\.start).min() {
      // Gold that lists nothing of the masthead says nothing about it.
      let text = (gold + records).filter { $0.type == "article" }.map(\.start).min() ?? 0
      score(entities: entities, records.filter { $0.type == "entity" && ($0.start >= text || first < text) })
    }
  }

  /// An article is found when its title is the same without white space, # and *, and starts within 40 code points.
  private mutating func score(articles: [Record], _ records: [Record]) {
    var rest = records
    var excused = 0
    for wanted in articles {
      if !wanted.isOptional { score.articles.wanted += 1 }
      let titles = wanted.title.values.map(Self.bare)
      let found = rest.firstIndex {
        titles.contains(Self.bare($0.title.only)) && abs($0.start - wanted.start) <= 40
      }
      guard let found else {
        if !wanted.isOptional { note("article", wanted, wanted.title.only ?? "", "missed") }
        continue
      }
      let article = rest.remove(at: found)
      if wanted.isOptional {
        excused += 1
        continue
      }
      score.articles.right += 1
      let want = Set(wanted.byline.compactMap(squeezed))
      let got = Set(article.byline.compactMap(squeezed))
      if want == got {
        score.bylines += 1
      } else {
        let write = { (names: Set<String>) in
          names.isEmpty ? "none" : names.sorted().joined(separator: "、")
        }
        note("byline", wanted, wanted.title.only ?? "", "want \(write(want)), got \(write(got))")
      }
    }
    score.articles.given = records.count - excused
    for article in rest { note("article", article, article.title.only ?? "", "spurious") }
  }

  /// An entity is found when kind, start and end are the same.
  private mutating func score(entities: [Record], _ records: [Record]) {
    struct Place: Hashable {
      var kind: String?
      var start: Int
      var end: Int
    }
    func place(_ record: Record) -> Place {
      Place(kind: record.kind.only, start: record.start, end: record.end)
    }
    func first(_ records: [Record]) -> [Record] {
      var seen: Set<Place> = []
      return records.filter { seen.insert(place($0)).inserted }
    }
    let given = first(records)
    let places = Set(given.map(place))
    let optional = Set(entities.filter(\.isOptional).map(place))
    let wanted = first(entities.filter { !$0.isOptional })
    for kind in ["organization", "person", "place"] { score.entities[kind] = Score.Found() }
    for entity in wanted {
      let isFound = places.contains(place(entity))
      score.entities[entity.kind.only ?? "", default: Score.Found()] += Score.Found(
        right: isFound ? 1 : 0, wanted: 1)
      if !isFound { note("entity", entity, entity.text ?? "", "\(entity.kind.only ?? "") missed") }
    }
    let right = Set(wanted.map(place))
    for entity in given where !optional.contains(place(entity)) {
      score.entities[entity.kind.only ?? "", default: Score.Found()].given += 1
      if !right.contains(place(entity)) {
        note("entity", entity, entity.text ?? "", "\(entity.kind.only ?? "") spurious")
      }
    }
  }

  private static func bare(_ title: String?) -> String {
    (squeezed(title) ?? "").filter { $0 != "#" && $0 != "*" }
  }

  private mutating func note(_ field: String, _ record: Record, _ text: String, _ message: String) {
    let context = field == "entity" ? surroundings.around(record.start, record.end) : nil
    mistakes.append(
      Mistake(
        field: field, document: document, start: record.start, end: record.end, text: text,
        message: message,
        context: context))
  }
}
