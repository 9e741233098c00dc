internal import HeshuGrammar
internal import HeshuSegments

/// Finds organisations by what their names end in, and the left edge of each by the words before it.
///
/// `由浙江远山物流有限公司工会委员会` → 浙江远山物流有限公司工会委员会: 由 ends the way back from 公司, the place 浙江 is its edge; the
/// second head stands right behind the first name and goes on with it. One a thread; linear, as the way back is bounded.
final class OrganizationFinder {
  struct Found {
    var start: Int
    var end: Int
    /// 区 of 区总工会 by its end, when the name begins with a level.
    var levelEnd: Int?
    var level: PlaceTables.Level?

    init(start: Int, end: Int, levelEnd: Int? = nil, level: PlaceTables.Level? = nil) {
      self.start = start
      self.end = end
      self.levelEnd = levelEnd
      self.level = level
    }
  }

  private let tables: OrganizationTables
  private let words: WordBreaker
  private let lexicon: Trie
  private let lastCharacters: UnsafeMutablePointer<Bool>
  private let stops: SymbolSet
  private let says: SymbolSet
  /// Words that end a name unless it goes on before them with a place: 浙江顺尚物流.
  private let softStops: SymbolSet
  private let adjectives: SymbolSet
  private let verbs: SymbolSet
  /// Verbs that are never part of a name before their object: 新建.
  private let verbals: SymbolSet
  private let nouns: SymbolSet
  private let unknown: SymbolSet
  private let closing: SymbolSet
  private let opening: SymbolSet
  @exclusivity(unchecked) private(set) var found: [Found] = []
  /// The words of the clause at hand, once they are asked for: most names need none.
  @exclusivity(unchecked) private var tokens: [Token] = []
  @exclusivity(unchecked) private var clause = 0..<0
  @exclusivity(unchecked) private var isCut = false
  @exclusivity(unchecked) private var quantities: [Range<Int>] = []
  @exclusivity(unchecked) private var heads: [[UInt16]] = []
  @exclusivity(unchecked) private var aliases = OrganizationAliases()

  /// What a place is to a name behind it.
  enum PlaceKind { case full, short, area }

  /// Words that a name has before its head at most.
  private static let longest = 14

  init(_ grammar: Grammar, _ words: WordBreaker) {
    tables = grammar.organizations
    self.words = words
    lexicon = grammar.wordTrie
    lastCharacters = .allocate(capacity: 1 << 16)
    lastCharacters.initialize(repeating: false, count: 1 << 16)
    for cell in grammar.organizations.heads.firstCharacters { lastCharacters[Int(cell)] = true }
    stops = grammar.symbols(of: [
      "Preposition", "Particle", "Conjunction", "Pronoun", "Copula", "Per", "Punctuation", "Space", "Deictic", "Each",
      "Respectively", "Title",
    ])
    says = grammar.symbols(of: "Say")
    softStops = grammar.symbols(of: ["Adverb", "TimeWord", "Demonstrative", "Modal", "Negation", "Ordinal"])
    adjectives = grammar.symbols(of: "Adjective")
    verbs = grammar.symbols(of: "Verb")
    verbals = grammar.symbols(of: "Verbal")
    nouns = grammar.symbols(of: "Noun")
    unknown = grammar.symbols(of: "Unknown")
    closing = grammar.symbols(of: "CloseQuote")
    opening = grammar.symbols(of: "OpenQuote")
  }

  deinit { lastCharacters.deallocate() }

  /// Fills `found`; `places` are those of the paragraph in the order of the text, `isArea` tells those such as 全区.
  /// `isStop` tells the cells of quantities, `kind` whether a place is one such as 全区, or a short name.
  func find(
    _ cells: UnsafePointer<UInt16>, _ count: Int, _ places: [MentionSpan], _ stops: [Range<Int>],
    kind: (MentionSpan) -> PlaceKind
  ) {
    quantities = stops
    found.removeAll(keepingCapacity: true)
    var at = 0
    clause = 0..<0
    while true {
      if aliases.isEmpty { while at < count, !lastCharacters[Int(cells[at])] { at &+= 1 } }
      guard at < count else { break }
      if !aliases.isEmpty, let end = aliases.end(cells, at, count) { keep(Found(start: at, end: end)) }
      guard lastCharacters[Int(cells[at])],
        let (headStart, sort) = tables.heads.longestBackward(cells, at + 1, max(0, at - 24)),
        let sort = OrganizationTables.Sort(rawValue: UInt8(sort)), !goesOn(cells, headStart, at + 1, count)
      else {
        at += 1
        continue
      }
      if at >= clause.upperBound {
        clause = Self.clauseStart(cells, headStart)..<Self.clauseEnd(cells, at, count)
        isCut = false
      }
      if let name = name(cells, headStart, at + 1, sort, places, kind) {
        let name = bracketed(cells, name, count)
        keep(name)
        aliases.learn(cells, name.start..<name.end, count)
      } else if heads.contains(where: {
        $0.elementsEqual(UnsafeBufferPointer(start: cells + headStart, count: at + 1 - headStart))
      }) {
        keep(Found(start: headStart, end: at + 1))
      }
      at += 1
    }
  }

  /// Whether a longer head of the same name ends a little later: 公司 in 公司工会 is asked for there.
  private func goesOn(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ count: Int) -> Bool {
    // 组织 is no 组.
    if let (wordEnd, _) = lexicon.longest(cells, end - 1, count), wordEnd > end {
      // 工会计划: 会计 is cut by a word that reaches further.
      guard let (next, _) = lexicon.longest(cells, end, count), next > wordEnd else { return true }
    }
    for next in end..<min(end + 6, count) where lastCharacters[Int(cells[next])] {
      if let (longer, _) = tables.heads.longestBackward(cells, next + 1, start), longer <= start { return true }
    }
    return false
  }

  /// 城东区民政局（慈善工作局）: a second name of the same kind in brackets belongs to it.
  private func bracketed(_ cells: UnsafePointer<UInt16>, _ name: Found, _ count: Int) -> Found {
    guard name.end < count, cells[name.end] == 0xFF08 || cells[name.end] == 0x28 else { return name }
    // 葵青貨運業司機總會（司機總會）: a short form is a mention of its own.
    if OrganizationAliases.isShortForm(cells, of: name.start..<name.end, from: name.end + 1, count) { return name }
    for at in (name.end + 1)..<min(name.end + 16, count) where cells[at] == 0xFF09 || cells[at] == 0x29 {
      guard cells[at - 1] == cells[name.end - 1], tables.heads.longestBackward(cells, at, name.end + 1) != nil else {
        break
      }
      var name = name
      name.end = at + 1
      return name
    }
    return name
  }

  private func keep(_ name: Found) {
    while let last = found.last, last.start >= name.start { found.removeLast() }
    if let last = found.last, last.end > name.start { return }
    found.append(name)
  }

  // MARK: the left edge

  private func name(
    _ cells: UnsafePointer<UInt16>, _ headStart: Int, _ end: Int, _ sort: OrganizationTables.Sort,
    _ places: [MentionSpan], _ kind: (MentionSpan) -> PlaceKind
  ) -> Found? {
    // Another name ends where the head begins, or a few words before.
    var start = headStart
    var isNamed = sort == .alone
    var level: (end: Int, level: PlaceTables.Level)?
    var properStart: Int?
    var token: Int?
    var steps = 0
    // Before the first verb on the way back; behind it only a place or another organisation makes a name.
    var beforeVerb: (start: Int, proper: Int?, isNamed: Bool)?
    if sort == .alone { return Found(start: headStart, end: end, levelEnd: nil, level: nil) }
    way: while steps < Self.longest {
      steps += 1
      if let last = found.last, last.end == start {
        // 市总工会还联合保险公司: two names with a verb between them.
        if beforeVerb != nil { break }
        start = last.start
        remember(cells, headStart, end, sort)
        return Found(start: start, end: end, levelEnd: last.levelEnd, level: last.level)
      }
      if quantities.contains(where: { $0.lowerBound < start && $0.upperBound >= start }) { break }
      if let place = places.last(where: { $0.end == start }) {
        let kind = kind(place)
        // 远山装备股份有限公司南昌设备部
        if let last = found.last, last.end == place.start {
          return Found(start: last.start, end: end, levelEnd: last.levelEnd, level: last.level)
        }
        if kind == .area || sort == .union && (kind != .short || start < headStart) || sort == .unit { break }
        beforeVerb = nil
        if sort == .brand {
          if properStart != nil {
            start = place.start
            properStart = start
          }
          break
        }
        start = place.start
        isNamed = true
        properStart = start
        // 中国农业银行杭州分行: the name goes on before the place only behind another head.
        if let last = found.last, last.end == start {
          return Found(start: last.start, end: end, levelEnd: last.levelEnd, level: last.level)
        }
        break
      }
      if sort != .proper, sort != .brand, sort != .union,
        let (from, raw) = tables.levels.longestBackward(cells, start, max(0, start - 3)),
        let found = PlaceTables.Level(rawValue: UInt8(raw)), isLevel(cells, from, start, places)
      {
        level = (start, found)
        start = from
        isNamed = true
        properStart = start
        if sort == .levels { continue }
        if let place = places.last(where: { $0.end == from }), kind(place) != .area {
          start = place.start
          level = nil
        }
        break
      }
      guard sort != .union, sort != .levels else { break }
      let place = token ?? self.token(before: headStart, cells)
      token = place
      guard place >= 0, place < tokens.count else { break }
      let word = tokens[place]
      if Int(word.end) > headStart, Int(word.start) >= headStart { break }
      if closing.contains(word.symbol) {
        guard let open = (max(0, place - 12)..<place).last(where: { opening.contains(tokens[$0].symbol) }) else {
          break
        }
        start = Int(tokens[open].start)
        properStart = start
        isNamed = true
        token = open - 1
        continue
      }
      if stops.contains(word.symbol) { break }
      // 职工盟批评政府: who says something to a bare head is another.
      if says.contains(word.symbol), Int(word.end) == headStart, found.last?.end == Int(word.start) { break }
      if verbals.contains(word.symbol) || !nouns.contains(word.symbol),
        verbs.contains(word.symbol) || softStops.contains(word.symbol)
      {
        if sort != .proper || steps == 1 { break }
        if beforeVerb == nil { beforeVerb = (start, properStart, isNamed) }
      }
      // A place inside the word, or at its end, is asked for first.
      if let place = places.last(where: { $0.end <= start && $0.end > Int(word.start) }), place.end < start {
        if sort == .unit { break way }
        if kind(place) == .area {
          start = place.end
        } else {
          start = place.start
          isNamed = true
          properStart = start
          beforeVerb = nil
        }
        break way
      }
      start = min(start, Int(word.start))
      if unknown.contains(word.symbol), Int(word.end) <= headStart {
        properStart = start
        if Int(word.end - word.start) >= 2 || sort == .proper || sort == .brand { isNamed = true }
      } else if adjectives.contains(word.symbol), properStart == Int(word.end) {
        properStart = start
      }
      token = place - 1
    }
    if let beforeVerb { (start, properStart, isNamed) = beforeVerb }
    guard isNamed, start < headStart, sort != .unit, sort != .brand || properStart != nil else { return nil }
    if sort == .proper || sort == .brand, let properStart { start = properStart }
    remember(cells, headStart, end, sort)
    return Found(start: start, end: end, levelEnd: level?.end, level: level?.level)
  }

  /// Cuts the clause at hand into words.
  private func cut(_ cells: UnsafePointer<UInt16>) {
    if isCut { return }
    isCut = true
    tokens.removeAll(keepingCapacity: true)
    words.words(cells, clause.lowerBound, clause.upperBound, into: &tokens)
  }

  /// The last word that begins before a head and reaches it, -1 for none.
  private func token(before head: Int, _ cells: UnsafePointer<UInt16>) -> Int {
    cut(cells)
    return tokens.lastIndex { Int($0.end) >= head && Int($0.start) < head } ?? -1
  }

  /// 区 of 市区 or 园区 is no level: what stands before it is no part of a word with it.
  private func isLevel(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ places: [MentionSpan]) -> Bool {
    if places.contains(where: { $0.end == start || $0.end == end }) { return true }
    cut(cells)
    guard let word = tokens.first(where: { Int($0.start) <= start && start < Int($0.end) }) else { return true }
    return Int(word.start) == start
  }

  /// An ending that tells enough by itself once the article has named its owner: 爱心驿家 after 申通爱心驿家.
  private func remember(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ sort: OrganizationTables.Sort) {
    guard sort == .brand || sort == .organ, end - start >= 4, heads.count < 16 else { return }
    let head = Array(UnsafeBufferPointer(start: cells + start, count: end - start))
    if sort == .brand, !heads.contains(head) { heads.append(head) }
  }

  /// A new article.
  func begin() {
    heads.removeAll(keepingCapacity: true)
    aliases.removeAll()
  }

  // MARK: clauses

  private static func isEnd(_ cell: UInt16) -> Bool {
    switch cell {
    case 0x3002, 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0xFF01, 0x21, 0xFF1F, 0x3F, 0xFF1A, 0x3A, 0x0A, 0x0D, 0x3001: true
    default: false
    }
  }

  private static func clauseStart(_ cells: UnsafePointer<UInt16>, _ at: Int) -> Int {
    var start = at
    while start > 0, at - start < 60, !isEnd(cells[start - 1]) { start -= 1 }
    return start
  }

  private static func clauseEnd(_ cells: UnsafePointer<UInt16>, _ at: Int, _ count: Int) -> Int {
    var end = at + 1
    while end < count, end - at < 60, !isEnd(cells[end]) { end += 1 }
    return end
  }
}
