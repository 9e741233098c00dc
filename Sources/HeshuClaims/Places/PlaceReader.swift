internal import HeshuGrammar
internal import HeshuNumerals
public import HeshuText

/// Finds the places a paragraph names, resolves them, and gives claims their place. One a thread.
///
/// A claim's place, in this order: the words that the rules of `places/` point at (全区, 在义桥镇, 义乌); the area of its
/// actor (永康市总工会 → 永康市), none where that is a company; the area of the article; that of the masthead. The last two
/// are inferred.
final class PlaceReader {
  let tables: PlaceTables
  let tree: DivisionTree
  let names: DivisionNames
  let folding: Folding
  let finder: PlaceFinder
  let institutions: Trie
  let placeSymbol: UInt16
  let areaSymbol: UInt16
  let country: Int?

  /// What a mention of this paragraph means.
  struct Meaning {
    /// Index into the gazetteer, -1 where the name alone is known.
    var division: Int
    var isDeictic: Bool
    /// 萧山 for 萧山区.
    var isShort = false
    /// A name below the county, in cells.
    var own: Range<Int>?
  }
  @exclusivity(unchecked) private(set) var meanings: [Meaning] = []

  @exclusivity(unchecked) var day: Int32 = 0
  /// The area of the paper, and of the article; indices into the gazetteer.
  @exclusivity(unchecked) var masthead: Int?
  @exclusivity(unchecked) var article: Int?
  /// 南昌 of 新华社南昌3月8日电: where the reporter sits, the area of the article only if it names no other.
  @exclusivity(unchecked) var dateline: Int?
  /// The last place of each level that the article named: 该县.
  @exclusivity(unchecked) var recent = PlaceReader.noPlaces
  static let noPlaces = Array(repeating: -1, count: PlaceTables.Level.allCases.count)
  @exclusivity(unchecked) var paragraphs = 0
  /// Whether the last claim was of a company or a person, and the cell up to which the paragraph's claims are settled.
  @exclusivity(unchecked) var isPrivate = false
  @exclusivity(unchecked) var settledUntil = 0
  /// The area that a word such as 全国 gave the paragraph's last claim, where the article has none of its own.
  @exclusivity(unchecked) var pointed: Int?
  /// The town or village that the paragraph's last claim was of.
  @exclusivity(unchecked) var town: ClaimPlace?
  @exclusivity(unchecked) var isResolved = false
  /// Whether the article's area is no more than a short name inside a headline: 暖牧野.
  @exclusivity(unchecked) var isTentative = false
  /// Whether that is a short name behind other words.
  @exclusivity(unchecked) var isAside = false

  init(_ grammar: Grammar) {
    tables = grammar.places
    tree = DivisionTree(tables)
    names = DivisionNames(tables)
    folding = grammar.folding
    finder = PlaceFinder(grammar)
    institutions = grammar.places.institutions
    placeSymbol = grammar.tokenSymbols["Place"] ?? 0
    areaSymbol = grammar.tokenSymbols["Area"] ?? 0
    country = grammar.places.codes.firstIndex(of: 0)
  }

  /// A new document: its area is that of the masthead, of its JSON line or of `--place`.
  func begin(_ document: DecodedDocument?, _ newsletterHead: Masthead) {
    let date = newsletterHead.date?.value ?? document?.date
    day = date.flatMap { Int32($0.filter(\.isNumber)) } ?? 0
    tree.begin(day)
    masthead = nil
    article = nil
    for text in [
      document?.place, newsletterHead.organizer?.value, newsletterHead.publication?.value, document?.publication,
    ] {
      if let text, let area = area(of: text) {
        masthead = area
        break
      }
    }
  }

  /// A new article: its headings may name another area than the paper's.
  func begin(_ article: Article) {
    self.article = nil
    paragraphs = 0
    isPrivate = false
    isResolved = false
    isTentative = false
    for heading in [article.kicker, article.title, article.subtitle] where !isResolved {
      guard let heading else { continue }
      if let area = area(of: heading) {
        adopt(area)
        if isAside { (isResolved, isTentative) = (false, true) }
      } else if let area = organArea(folding.fold(heading)) {
        adopt(area)
      }
    }
    recent = Self.noPlaces
    dateline = article.place.flatMap { place in
      tables.datelines[place.value].map { $0 < 0 ? nil : Int($0) } ?? area(of: place.value)
    }
  }

  /// Adds the places of the reading text to `mentions`.
  func read(_ text: ReadingText, _ kind: Block.Kind, _ spans: [NumeralSpan], into mentions: inout [MentionSpan]) {
    meanings.removeAll(keepingCapacity: true)
    settledUntil = 0
    isPrivate = false
    pointed = nil
    town = nil
    finder.find(text.cells, text.count)
    if kind == .paragraph, wantsArea || !isResolved && masthead == nil { findArea(text) }
    var chain: (end: Int, division: Int?)?
    for found in finder.found {
      guard !isInside(found, spans) else { continue }
      let isTown = found.entry < 0
      let sort = isTown ? nil : PlaceTables.Sort(rawValue: tables.sorts[found.entry])
      let isDeictic = sort == .deictic
      let before = !isDeictic && chain?.end == found.start ? chain : nil
      var meaning = Meaning(division: -1, isDeictic: isDeictic)
      if isTown {
        meaning.own = found.start..<found.end
      } else if isDeictic {
        guard let level = PlaceTables.Level(rawValue: tables.levels[found.entry]), level != .relative else { continue }
        meaning.division = deictic(level, found.entry) ?? -1
      } else {
        meaning.division = resolve(found.entry, within: before?.division ?? nil) ?? -1
        if meaning.division >= 0, let level = PlaceTables.Level(rawValue: tables.divisionLevels[meaning.division]) {
          recent[Int(level.rawValue)] = meaning.division
        }
        if sort == .weak, before == nil, !isNear(meaning.division) { continue }
      }
      let start = before == nil ? found.start : mentions.last!.start
      if before != nil {
        mentions.removeLast()
        meanings.removeLast()
      }
      mentions.append(
        MentionSpan(
          kind: .place, start: start, end: found.end, index: meanings.count,
          symbol: isDeictic ? areaSymbol : placeSymbol))
      meanings.append(meaning)
      if sort == .short { meanings[meanings.count - 1].isShort = true }
      chain = isDeictic ? nil : (found.end, meaning.division >= 0 ? meaning.division : before?.division ?? nil)
    }
  }

  func isInside(_ found: PlaceFinder.Found, _ spans: [NumeralSpan]) -> Bool {
    for span in spans where span.start < found.end && found.start < span.end {
      if case .quantity = span.sort { return true }
    }
    return false
  }
}
