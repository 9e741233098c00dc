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

  let tables: OrganizationTables
  let words: WordBreaker
  let lexicon: Trie
  let lastCharacters: UnsafeMutablePointer<Bool>
  let stops: SymbolSet
  let says: SymbolSet
  /// Words that end a name unless it goes on before them with a place: 浙江顺尚物流.
  let softStops: SymbolSet
  let adjectives: SymbolSet
  let verbs: SymbolSet
  /// Verbs that are never part of a name before their object: 新建.
  let verbals: SymbolSet
  let nouns: SymbolSet
  let unknown: SymbolSet
  let closing: SymbolSet
  let opening: SymbolSet
  @exclusivity(unchecked) private(set) var found: [Found] = []
  /// The words of the clause at hand, once they are asked for: most names need none.
  @exclusivity(unchecked) var tokens: [Token] = []
  @exclusivity(unchecked) var clause = 0..<0
  @exclusivity(unchecked) var isCut = false
  @exclusivity(unchecked) var quantities: [Range<Int>] = []
  @exclusivity(unchecked) var heads: [[UInt16]] = []
  @exclusivity(unchecked) var aliases = OrganizationAliases()

  /// What a place is to a name behind it.
  enum PlaceKind { case full, short, area }

  /// Words that a name has before its head at most.
  static let longest = 14

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
  func goesOn(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ count: Int) -> Bool {
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
  func bracketed(_ cells: UnsafePointer<UInt16>, _ name: Found, _ count: Int) -> Found {
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

  func keep(_ name: Found) {
    while let last = found.last, last.start >= name.start { found.removeLast() }
    if let last = found.last, last.end > name.start { return }
    found.append(name)
  }

  /// An ending that tells enough by itself once the article has named its owner: 爱心驿家 after 申通爱心驿家.
  func remember(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ sort: OrganizationTables.Sort) {
    guard sort == .brand || sort == .organ, end - start >= 4, heads.count < 16 else { return }
    let head = Array(UnsafeBufferPointer(start: cells + start, count: end - start))
    if sort == .brand, !heads.contains(head) { heads.append(head) }
  }

  /// A new article.
  func begin() {
    heads.removeAll(keepingCapacity: true)
    aliases.removeAll()
  }
}
