internal import HeshuGrammar

/// Finds names of the gazetteer and of places below the county in folded cells. One a thread.
///
/// 浙江省杭州市萧山区义桥镇 → four names one after another; 区域 and 城镇 hold none.
final class PlaceFinder {
  /// A name as it stands: an entry of the gazetteer, or `town` for one that only its ending tells.
  struct Found {
    var start: Int
    var end: Int
    var entry: Int
    static let town = -1
  }

  private let tables: PlaceTables
  private let words: Trie
  private let verbs: SymbolSet
  /// 市级, 新, 大型: what no name of a town or zone begins with.
  private let openings: SymbolSet
  /// Characters that end no name and begin none: 在, 由, 的, 和.
  private let edges: UnsafeMutablePointer<Bool>
  /// What a character can be to a name.
  private let signs: UnsafeMutablePointer<UInt8>
  private static let beginsName: UInt8 = 1
  private static let endsTown: UInt8 = 2
  /// Characters behind which a name may not end before some others.
  private let unless: UnsafeMutablePointer<Bool>
  @exclusivity(unchecked) private(set) var found: [Found] = []

  init(_ grammar: Grammar) {
    tables = grammar.places
    words = grammar.wordTrie
    verbs = grammar.symbols(of: "Verb")
    openings = grammar.symbols(of: ["Level", "Adjective", "Demonstrative", "Number"])
    edges = .allocate(capacity: 1 << 16)
    signs = .allocate(capacity: 1 << 16)
    unless = .allocate(capacity: 1 << 16)
    unless.initialize(repeating: false, count: 1 << 16)
    for pair in grammar.places.unless { unless[Int(pair >> 16)] = true }
    let classes = ["Preposition", "Conjunction", "Particle", "Copula", "Adverb", "Pronoun", "Deictic", "Per", "Each"]
      .map(grammar.symbols(of:))
    for cell in 0..<(1 << 16) {
      var key = UInt16(cell)
      let symbol = grammar.wordTrie.longest(&key, 0, 1)?.value ?? 0
      edges[cell] =
        !(0x3400...0x9FFF ~= cell) || grammar.numerals.starts[cell] == 1
        || symbol > 0 && classes.contains { $0.contains(UInt16(symbol)) }
      signs[cell] = grammar.places.names.begins(with: key) ? Self.beginsName : 0
    }
    for cell in grammar.places.endings.firstCharacters { signs[Int(cell)] |= Self.endsTown }
  }

  deinit {
    edges.deallocate()
    signs.deallocate()
    unless.deallocate()
  }

  /// Fills `found`, in the order of the text.
  func find(_ cells: UnsafePointer<UInt16>, _ count: Int) {
    found.removeAll(keepingCapacity: true)
    var at = 0
    var floor = 0
    while true {
      while at < count, signs[Int(cells[at])] == 0 { at &+= 1 }
      guard at < count else { break }
      let cell = cells[at]
      if signs[Int(cell)] & Self.beginsName != 0, at + 1 < count, tables.names.mayBegin(cell, cells[at + 1]),
        let (end, entry) = tables.names.longest(cells, at, count), isName(cells, at, end, count, entry)
      {
        found.append(Found(start: at, end: end, entry: entry))
        at = end
        floor = end
        continue
      }
      if signs[Int(cell)] & Self.endsTown != 0, let start = town(cells, at + 1, floor, count) {
        found.append(Found(start: start, end: at + 1, entry: Found.town))
        floor = at + 1
      }
      at += 1
    }
  }

  private func isName(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ count: Int, _ entry: Int) -> Bool {
    guard end < count else { return true }
    if unless[Int(cells[end - 1])], tables.unless.contains(UInt32(cells[end - 1]) << 16 | UInt32(cells[end])) {
      return false
    }
    // A word of the lexicon that goes on behind the name holds other characters: 大同学, not 大同.
    if tables.sorts[entry] != PlaceTables.Sort.full.rawValue, end - start == 2,
      words.mayBegin(cells[end - 1], cells[end]), let (wordEnd, _) = words.longest(cells, end - 1, count),
      wordEnd > end + 1
    {
      return false
    }
    return true
  }

  /// Where the name that ends at `end` begins: at an edge near enough, else two characters before its ending.
  private func town(_ cells: UnsafePointer<UInt16>, _ end: Int, _ floor: Int, _ count: Int) -> Int? {
    guard let (from, ending) = tables.endings.longestBackward(cells, end, floor), from > floor || floor > 0 else {
      return nil
    }
    if end < count, unless[Int(cells[end - 1])],
      tables.unless.contains(UInt32(cells[end - 1]) << 16 | UInt32(cells[end]))
    {
      return nil
    }
    let least = Int(tables.endingLengths[ending * 2])
    let most = Int(tables.endingLengths[ending * 2 + 1])
    var start = from
    while start > floor, from - start < most, !edges[Int(cells[start - 1])] { start -= 1 }
    let isAtEdge = start == floor || edges[Int(cells[start - 1])]
    if !isAtEdge { start = from - least }
    guard from - start >= least else { return nil }
    // 指导镇、村, 工作队帮助村里: what stands before is a verb.
    for first in start..<from where first == start || from - first > 1 {
      if let (end, symbol) = words.longest(cells, first, from), end == from, verbs.contains(UInt16(symbol)) {
        return nil
      }
    }
    if let (wordEnd, symbol) = words.longest(cells, start, from), wordEnd > start + 1,
      openings.contains(UInt16(symbol))
    {
      return nil
    }
    // 古镇, 特色小镇: a common word holds the ending.
    for first in start..<from {
      if let (wordEnd, _) = words.longest(cells, first, end), wordEnd == end { return nil }
    }
    return start
  }
}
