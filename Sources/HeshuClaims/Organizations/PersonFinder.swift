internal import HeshuGrammar

/// Finds persons in running text: a name of two or three characters behind or before a title, or before 说.
///
/// `区总工会党组书记、常务副主席岳明川主持会议` → 岳明川, title 党组书记、常务副主席. One a thread.
final class PersonFinder {
  struct Found {
    var start: Int
    var end: Int
    /// The title, in cells.
    var role: Range<Int>?
  }

  private let surnames: Trie
  private let words: Trie
  private let titles: SymbolSet
  /// What no name goes on before: verbs, titles, 职工, function words.
  private let follows: SymbolSet
  /// Titles and words for people, read backwards.
  private let titlesBack: Trie
  private let peopleBack: Trie
  /// Titles and 说.
  private let signs: SymbolSet
  /// What a single character can be.
  private let traits: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private(set) var found: [Found] = []
  /// Names of three characters and more that the article has introduced; the first 64.
  @exclusivity(unchecked) private var known: [[UInt16]] = []

  private static let isSurname: UInt8 = 1
  private static let isFunction: UInt8 = 2
  private static let isSaying: UInt8 = 4
  private static let isHan: UInt8 = 8

  init(_ grammar: Grammar) {
    surnames = grammar.organizations.surnames
    words = grammar.wordTrie
    let titles = grammar.symbols(of: "Title")
    let saying = grammar.symbols(of: "Say")
    let function = ["Preposition", "Particle", "Conjunction", "Adverb", "Copula", "Punctuation", "Modal"]
    let functionWords = grammar.symbols(of: function)
    self.titles = titles
    follows = grammar.symbols(of: ["Verb", "Title", "PeopleNoun"] + function)
    signs = grammar.symbols(of: ["Say", "Title"])
    titlesBack = grammar.organizations.titles
    peopleBack = grammar.organizations.people
    traits = .allocate(capacity: 1 << 16)
    for cell in 0..<(1 << 16) {
      var key = UInt16(cell)
      var trait: UInt8 = 0x3400...0x9FFF ~= key || key == 0xFFFF ? Self.isHan : 0
      if let (_, symbol) = words.longest(&key, 0, 1) {
        if functionWords.contains(UInt16(symbol)) { trait |= Self.isFunction }
        if saying.contains(UInt16(symbol)) { trait |= Self.isSaying }
      }
      traits[cell] = trait
    }
    for cell in surnames.firstCharacters { traits[Int(cell)] |= Self.isSurname }
  }

  deinit { traits.deallocate() }

  /// A new article: names of the one before are no longer known.
  func begin() { known.removeAll(keepingCapacity: true) }

  /// Fills `found`: names beside a title or before 说, and wherever the article names the same person again.
  func find(_ cells: UnsafePointer<UInt16>, _ count: Int) {
    found.removeAll(keepingCapacity: true)
    var at = 0
    while true {
      while at < count, traits[Int(cells[at])] & Self.isSurname == 0 { at &+= 1 }
      guard at < count else { break }
      guard let (surnameEnd, _) = surnames.longest(cells, at, count),
        surnameEnd < count,
        let end = nameEnd(cells, at, surnameEnd, count)
      else {
        at += 1
        continue
      }
      let role = title(endingAt: at, cells, surnameEnd, end) ?? listed(at, cells)
      if role != nil || isFollowed(cells, end, count) && isEdge(cells, at) {
        found.append(Found(start: at, end: end, role: role ?? title(beginningAt: end, cells, count)))
        remember(cells, at, end)
        at = end
      } else if let end = again(cells, at, count) {
        found.append(Found(start: at, end: end, role: nil))
        at = end
      } else {
        at += 1
      }
    }
  }

  private func remember(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int) {
    guard end - start > 2, known.count < 64, again(cells, start, end) == nil else { return }
    known.append(Array(UnsafeBufferPointer(start: cells + start, count: end - start)))
  }

  /// The end of a name that the article has introduced: 岳明川 without his title.
  private func again(_ cells: UnsafePointer<UInt16>, _ start: Int, _ count: Int) -> Int? {
    for name in known where name[0] == cells[start] && start + name.count <= count {
      if UnsafeBufferPointer(start: cells + start, count: name.count).elementsEqual(name) { return start + name.count }
    }
    return nil
  }

  /// Where the name that begins with this family name ends; nil where a common word stands instead.
  private func nameEnd(_ cells: UnsafePointer<UInt16>, _ start: Int, _ surnameEnd: Int, _ count: Int) -> Int? {
    guard isHan(cells[surnameEnd]) else { return nil }
    if words.mayBegin(cells[start], cells[start + 1]), let (wordEnd, _) = words.longest(cells, start, count),
      wordEnd > surnameEnd
    {
      return nil
    }
    let second = surnameEnd + 1
    if isFunction(cells[surnameEnd]), second < count, !isHan(cells[second]) { return nil }
    guard second < count, isHan(cells[second]), !isFunction(cells[second]) else { return second }
    // A word begins with the third character: 王伟介绍.
    if second + 1 < count, words.mayBegin(cells[second], cells[second + 1]),
      let (wordEnd, symbol) = words.longest(cells, second, count), wordEnd > second + 1,
      follows.contains(UInt16(symbol))
    {
      return second
    }
    return traits[Int(cells[second])] & Self.isSaying != 0 ? second : second + 1
  }

  private func isHan(_ cell: UInt16) -> Bool { traits[Int(cell)] & Self.isHan != 0 }

  private func isFunction(_ cell: UInt16) -> Bool { traits[Int(cell)] & Self.isFunction != 0 }

  private func isEdge(_ cells: UnsafePointer<UInt16>, _ at: Int) -> Bool {
    at == 0 || !isHan(cells[at - 1]) || isFunction(cells[at - 1])
  }

  /// A title or 说 follows the name.
  private func isFollowed(_ cells: UnsafePointer<UInt16>, _ end: Int, _ count: Int) -> Bool {
    guard end < count, let (_, symbol) = words.longest(cells, end, count) else { return false }
    return signs.contains(UInt16(symbol))
  }

  /// The title of a masthead before names: 执行主编：洪科 郎茂锋.
  private func listed(_ at: Int, _ cells: UnsafePointer<UInt16>) -> Range<Int>? {
    var edge = at
    while edge > 0, cells[edge - 1] == 0x20 || cells[edge - 1] == 0x3000 || cells[edge - 1] == 0x3001 { edge -= 1 }
    if edge < at, let last = found.last, last.end == edge { return last.role }
    guard edge > 0, cells[edge - 1] == 0xFF1A || cells[edge - 1] == 0x3A else { return nil }
    edge -= 1
    while edge > 0, cells[edge - 1] == 0x20 { edge -= 1 }
    return word(endingAt: edge, cells, titlesBack).map { $0..<edge }
  }

  /// The title right before a place, with those it goes on from: 党组书记、常务副主席.
  private func title(
    endingAt end: Int, _ cells: UnsafePointer<UInt16>, _ surnameEnd: Int, _ nameEnd: Int
  ) -> Range<Int>? {
    let last = word(endingAt: end, cells, titlesBack)
    guard var start = last ?? word(endingAt: end, cells, peopleBack) else { return nil }
    // 职工方信息: only a title is sure before what may be a common word.
    if last == nil, nameEnd - surnameEnd > 1, let (wordEnd, _) = words.longest(cells, surnameEnd, nameEnd),
      wordEnd == nameEnd
    {
      return nil
    }
    for _ in 0..<3 {
      guard start > 0, cells[start - 1] == 0x3001,
        let begin = word(endingAt: start - 1, cells, titlesBack) ?? word(endingAt: start - 1, cells, peopleBack)
      else { break }
      start = begin
    }
    return start..<end
  }

  /// The longest title, or word for people, that ends at a place.
  private func word(endingAt end: Int, _ cells: UnsafePointer<UInt16>, _ words: Trie) -> Int? {
    words.longestBackward(cells, end, max(0, end - OrganizationTables.titleLengths.upperBound))?.start
  }

  private func title(beginningAt start: Int, _ cells: UnsafePointer<UInt16>, _ count: Int) -> Range<Int>? {
    guard start < count, let (end, symbol) = words.longest(cells, start, count), titles.contains(UInt16(symbol)) else {
      return nil
    }
    return start..<end
  }
}
