internal import HeshuGrammar
internal import HeshuNumerals
public import HeshuText

/// Finds the places a paragraph names, resolves them, and gives claims their place. One a thread.
///
/// A claim's place, in this order: the words that the rules of `places/` point at (全区, 在义桥镇, 义乌); the area of its
/// actor (永康市总工会 → 永康市), none where that is a company; the area of the article; that of the masthead. The last two
/// are inferred.
final class PlaceReader {
  private let tables: PlaceTables
  private let tree: DivisionTree
  private let names: DivisionNames
  private let folding: Folding
  private let finder: PlaceFinder
  private let institutions: Trie
  private let placeSymbol: UInt16
  private let areaSymbol: UInt16
  private let country: Int?

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

  @exclusivity(unchecked) private var day: Int32 = 0
  /// The area of the paper, and of the article; indices into the gazetteer.
  @exclusivity(unchecked) private var masthead: Int?
  @exclusivity(unchecked) private var article: Int?
  /// 南昌 of 新华社南昌3月8日电: where the reporter sits, the area of the article only if it names no other.
  @exclusivity(unchecked) private var dateline: Int?
  /// The last place of each level that the article named: 该县.
  @exclusivity(unchecked) private var recent = PlaceReader.noPlaces
  private static let noPlaces = Array(repeating: -1, count: PlaceTables.Level.allCases.count)
  @exclusivity(unchecked) private var paragraphs = 0
  /// Whether the last claim was of a company or a person, and the cell up to which the paragraph's claims are settled.
  @exclusivity(unchecked) private var isPrivate = false
  @exclusivity(unchecked) private var settledUntil = 0
  /// The area that a word such as 全国 gave the paragraph's last claim, where the article has none of its own.
  @exclusivity(unchecked) private var pointed: Int?
  /// The town or village that the paragraph's last claim was of.
  @exclusivity(unchecked) private var town: ClaimPlace?
  @exclusivity(unchecked) private var isResolved = false
  /// Whether the article's area is no more than a short name inside a headline: 暖牧野.
  @exclusivity(unchecked) private var isTentative = false

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

  /// Takes the area for the article's own, unless the paper's own is nearer to it: an article on 杭州市 in a paper of 萧山区
  /// is read from 萧山区.
  private func adopt(_ area: Int) {
    isResolved = true
    if isTentative { article = nil }
    isTentative = false
    if let masthead, tree.lies(masthead, in: area) { return }
    article = area
  }

  /// Whether that is a short name behind other words.
  @exclusivity(unchecked) private var isAside = false

  /// The smallest division that a text names in its first chain.
  private func area(of text: String) -> Int? {
    let cells = folding.fold(text)
    var result: Int?
    isAside = false
    cells.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      finder.find(base, buffer.count)
      var last = -1
      for found in finder.found where found.entry >= 0 {
        if result != nil, found.start > last { break }
        if tables.sorts[found.entry] == PlaceTables.Sort.deictic.rawValue {
          // 数说全国工会: a fixed area and its institution.
          guard let fixed = tables.candidates(found.entry).first,
            institutions.longest(base, found.end, buffer.count) != nil
          else { continue }
          result = Int(fixed)
        } else if let division = resolve(found.entry, within: result) {
          // 劳模赴张家界疗休养 in a paper of 桃江县: a place elsewhere that the headline does not begin with is where they go.
          if found.start > 0, result == nil, let masthead, !isNear(division, masthead) { continue }
          if result == nil {
            isAside =
              masthead != nil && found.start > 0 && tables.sorts[found.entry] == PlaceTables.Sort.short.rawValue
              && institutions.longest(base, found.end, buffer.count) == nil
          }
          result = division
        }
        last = found.end
      }
    }
    return result
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

  private func isInside(_ found: PlaceFinder.Found, _ spans: [NumeralSpan]) -> Bool {
    for span in spans where span.start < found.end && found.start < span.end {
      if case .quantity = span.sort { return true }
    }
    return false
  }

  /// Whether the article's area is still looked for: in its headings, then in its first paragraphs.
  var wantsArea: Bool { !isResolved && paragraphs < (masthead == nil ? 4 : 2) }

  /// Whether the document says where it is from.
  var hasMasthead: Bool { masthead != nil }

  /// Looks for the article's area in one of its first paragraphs before any claim of its headings is read.
  func look(_ text: ReadingText) {
    finder.find(text.cells, text.count)
    findArea(text)
  }

  /// The article's area from its first paragraphs: the first place whose institution is named (永康市总工会), else the first
  /// that a sentence begins with.
  private func findArea(_ text: ReadingText) {
    paragraphs += 1
    var end = -1
    var chain: Int?
    var full: Int?
    for (index, found) in finder.found.enumerated() where found.entry >= 0 {
      let sort = tables.sorts[found.entry]
      if sort == PlaceTables.Sort.weak.rawValue { continue }
      if sort == PlaceTables.Sort.deictic.rawValue {
        guard let fixed = tables.candidates(found.entry).first else { continue }
        // 本港 needs no more; 全国 is said of anything.
        if Int(fixed) != country { return adopt(Int(fixed)) }
        chain = Int(fixed)
      } else {
        guard let division = resolve(found.entry, within: end == found.start ? chain : nil) else { continue }
        chain = division
      }
      end = found.end
      // 绍兴市柯桥区: the chain goes on.
      if index + 1 < finder.found.count, finder.found[index + 1].start == end, finder.found[index + 1].entry >= 0 {
        continue
      }
      if sort == PlaceTables.Sort.full.rawValue, full == nil { full = chain }
      if let chain, institutions.longest(text.cells, end, text.count) != nil { return adopt(chain) }
    }
    guard masthead == nil else { return }
    if let area = organArea(UnsafeBufferPointer(start: text.cells, count: text.count)) { return adopt(area) }
    article = dateline ?? article ?? full
  }

  /// The area of the first organ of the text that needs no place in its name: 全总, 国务院 → 中国; 劳工处 → 香港.
  private func organArea(_ cells: some RandomAccessCollection<UInt16>) -> Int? {
    cells.withContiguousStorageIfAvailable { cells in
      for at in cells.indices {
        guard let (_, value) = tables.levelWords.longest(cells.baseAddress!, at, cells.count) else { continue }
        if value >= PlaceTables.fixed { return value - PlaceTables.fixed }
        if value == Int(PlaceTables.Level.country.rawValue) { return country }
      }
      return nil
    } ?? nil
  }

  // MARK: resolving

  /// The division that an entry means: valid on the day, in the chain before it, else near the article or the paper; nil
  /// when several are left.
  private func resolve(_ entry: Int, within outer: Int?) -> Int? {
    let candidates = tables.candidates(entry)
    var best: Int?
    var bestScore = -1
    var isTie = false
    for candidate in candidates.lazy.map(Int.init) {
      var score = tables.isValid(candidate, on: day) ? 8 : 0
      if let outer, tree.lies(candidate, in: outer) { score += 16 }
      for place in 0..<2 {
        guard let near = place == 0 ? article : masthead else { continue }
        if tree.lies(near, in: candidate) || tree.lies(candidate, in: near) { score += 4 }
        if let province = tree.ancestor(of: near, level: .province),
          tree.lies(candidate, in: province)
        {
          score += 2
        }
      }
      // Of a county and its city of one short form the city; of two rows of one code the later.
      if tables.divisionLevels[candidate] < PlaceTables.Level.county.rawValue { score += 1 }
      if score > bestScore {
        best = candidate
        bestScore = score
        isTie = false
      } else if score == bestScore, let known = best {
        if tables.codes[known] == tables.codes[candidate]
          || tables.from[candidate] > tables.from[known] && !tables.isValid(known, on: day)
        {
          best = candidate
        } else {
          isTie = true
        }
      }
    }
    return isTie ? nil : best
  }

  private func isNear(_ division: Int) -> Bool {
    guard division >= 0 else { return false }
    return (article.map { isNear(division, $0) } ?? false) || (masthead.map { isNear(division, $0) } ?? false)
  }

  private func isNear(_ division: Int, _ other: Int) -> Bool {
    tree.lies(other, in: division) || tree.lies(division, in: other)
  }

  /// What 全区 or 全省 means here.
  private func deictic(_ level: PlaceTables.Level, _ entry: Int) -> Int? {
    if let fixed = tables.candidates(entry).first { return Int(fixed) }
    if let found = (article ?? masthead).flatMap({ deictic(level, at: $0) }) { return found }
    let named = recent[Int((level == .city ? .prefecture : level).rawValue)]
    return named < 0 ? nil : named
  }

  private func deictic(_ level: PlaceTables.Level, at area: Int) -> Int? {
    switch level {
    case .province: return tree.ancestor(of: area, level: .province)
    case .prefecture: return tree.ancestor(of: area, level: .prefecture)
    case .county:
      if let county = tree.ancestor(of: area, level: .county) { return county }
      // 全区 of an autonomous region.
      return tables.divisionLevels[area] == PlaceTables.Level.province.rawValue && tables.name(of: area).count > 9
        ? area : nil
    case .city:
      // The city that the area is or lies in; a municipality is one.
      var at: Int? = area
      while let here = at {
        if tables.name(of: here).suffix(3).elementsEqual("市".utf8) { return here }
        at = tree.parent(of: here)
      }
      return tree.ancestor(of: area, level: .prefecture)
    default: return nil
    }
  }

  /// Name and code of the place mention with this index; for its entity record.
  func resolved(_ index: Int) -> (name: [UInt8], code: [UInt8]) {
    let meaning = meanings[index]
    guard meaning.division >= 0, meaning.own == nil else { return ([], []) }
    return (name(of: meaning.division), names.code(of: tables.named(meaning.division, on: day)))
  }

  /// Whether the mention is a word such as 全区, whose meaning the paper gives.
  func isDeictic(_ index: Int) -> Bool { meanings[index].isDeictic }

  /// Whether the mention is a short name: 萧山.
  func isShort(_ index: Int) -> Bool { meanings[index].isShort }

  /// The area of the article, else of the paper, as index into the gazetteer.
  var area: Int? { article ?? masthead }

  /// What a level word means here: 区 of 区总工会. UTF-8, empty when nothing tells.
  func name(atLevel level: PlaceTables.Level) -> [UInt8] {
    guard let area = article ?? masthead else { return [] }
    let found: Int? =
      switch level {
      case .country: area
      default: deictic(level, at: area)
      }
    return found.map { name(of: $0) } ?? []
  }

  private func name(of division: Int) -> [UInt8] { names.name(of: division) }

  // MARK: claims

  /// Gives the claim its place.
  func settle(
    _ claim: inout Claim, _ clue: ContextClues.Clue, _ mentions: [MentionSpan], _ text: ReadingText,
    _ source: UnsafeBufferPointer<UInt8>
  ) {
    defer { settledUntil = claim.quantity.end }
    switch clue {
    case .none, .words:
      isPrivate = true
      pointed = nil
      return
    case .mention(let number):
      let mention = mentions[number]
      isPrivate = false
      pointed = nil
      town = nil
      if mention.kind == .organization {
        switch area(of: mention, text) {
        case .known(let division):
          let span = text.span(mention.start, mention.end, in: source)
          claim.place = place(division, span)
          return
        case .private:
          isPrivate = true
          return
        case .unknown: break
        }
      }
      guard mention.kind == .place else { break }
      let meaning = meanings[mention.index]
      let span = text.span(mention.start, mention.end, in: source)
      if let own = meaning.own {
        claim.place = ClaimPlace(
          span: span, name: Array(source[text.span(own.lowerBound, own.upperBound, in: source).bytes]))
        town = claim.place
        return
      }
      if meaning.division >= 0 {
        claim.place = place(meaning.division, span)
        if meaning.isDeictic { pointed = meaning.division }
        return
      }
      if !meaning.isDeictic {
        claim.place = ClaimPlace(span: span, name: Array(source[span.bytes]))
        return
      }
    case .inherit:
      // The article's area, whoever was named before: 某某公司等70家企业上榜.
      isPrivate = false
    case .silent:
      isPrivate = staysPrivate(before: claim.quantity.start, mentions, text)
      if isPrivate { return }
      if let town,
        !mentions.contains(where: { $0.kind != .time && $0.start >= settledUntil && $0.end <= claim.quantity.start })
      {
        claim.place = ClaimPlace(span: nil, name: town.name)
        claim.place?.isInferred = true
        return
      }
      town = nil
    }
    if let area = article ?? masthead ?? pointed {
      claim.place = place(area, nil)
      claim.place?.isInferred = true
    }
  }

  /// Whether the article has come to speak of a company or a person, whose figures are about no area: a rule said so of a
  /// claim before, and no public body has been named since.
  private func staysPrivate(before end: Int, _ mentions: [MentionSpan], _ text: ReadingText) -> Bool {
    for mention in mentions.reversed() where mention.end <= end && mention.start >= settledUntil {
      switch mention.kind {
      case .organization where isBeside(mention, text): break
      case .organization:
        if case .private = area(of: mention, text) { return true }
        return false
      case .place, .time, .person: break
      }
    }
    return isPrivate
  }

  /// Whether the organisation is one acted with or upon: 与建设银行合作, 向企业发放.
  private func isBeside(_ mention: MentionSpan, _ text: ReadingText) -> Bool {
    mention.start > 0 && Self.beside.contains(text.cells[mention.start - 1])
  }
  private static let beside = Set("与和同向为给对到".utf16)

  private enum OrganizationArea {
    case known(Int)
    case unknown
    /// A company's or a workroom's own figure has no place.
    case `private`
  }

  /// Where an organisation is at home: 永康市总工会 by the place it begins with, 区总工会 by its level.
  private func area(of mention: MentionSpan, _ text: ReadingText) -> OrganizationArea {
    if tables.privateEndings.longestBackward(text.cells, mention.end, mention.start) != nil { return .private }
    var chain: (end: Int, division: Int)?
    for found in finder.found where found.start >= mention.start && found.end <= mention.end && found.entry >= 0 {
      guard found.start == chain?.end ?? mention.start, let division = resolve(found.entry, within: chain?.division)
      else {
        break
      }
      chain = (found.end, division)
    }
    if let chain { return .known(chain.division) }
    if let (_, level) = tables.levelWords.longest(text.cells, mention.start, mention.end) {
      if level >= PlaceTables.fixed { return .known(level - PlaceTables.fixed) }
      guard let level = PlaceTables.Level(rawValue: UInt8(level)), let area = article ?? masthead else {
        return .unknown
      }
      if level == .country { return country.map { .known($0) } ?? .unknown }
      return deictic(level, at: area).map { .known($0) } ?? .unknown
    }
    return .unknown
  }

  private func place(_ division: Int, _ span: SourceSpan?) -> ClaimPlace {
    let division = tables.named(division, on: day)
    return ClaimPlace(span: span, name: name(of: division), code: names.code(of: division))
  }

  /// The paragraph is done: keeps what later ones may inherit.
  func end(_ mentions: [MentionSpan], _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {}
}
