internal import HeshuGrammar

/// Finds persons in running text: a name of two or three characters behind or before a title, or before 说.
///
/// `区总工会党组书记、常务副主席顾云杰主持会议` → 顾云杰, title 党组书记、常务副主席. One a thread.
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
  private let people: SymbolSet
  private let saying: SymbolSet
  private let verbs: SymbolSet
  private let function: [SymbolSet]
  private let isSurname: UnsafeMutablePointer<Bool>
  @exclusivity(unchecked) private(set) var found: [Found] = []
  /// Names of three characters and more that the article has introduced; the first 64.
  @exclusivity(unchecked) private var known: [[UInt16]] = []

  init(_ grammar: Grammar) {
    surnames = grammar.organizations.surnames
    words = grammar.wordTrie
    titles = grammar.symbols(of: "Title")
    people = grammar.symbols(of: "PeopleNoun")
    saying = grammar.symbols(of: "Say")
    verbs = grammar.symbols(of: "Verb")
    function = ["Preposition", "Particle", "Conjunction", "Adverb", "Copula", "Punctuation", "Modal"].map(
      grammar.symbols(of:))
    isSurname = .allocate(capacity: 1 << 16)
    isSurname.initialize(repeating: false, count: 1 << 16)
    for cell in surnames.firstCharacters { isSurname[Int(cell)] = true }
  }

  deinit { isSurname.deallocate() }

  /// A new article: names of the one before are no longer known.
  func begin() { known.removeAll(keepingCapacity: true) }

  /// Fills `found`: names beside a title or before 说, and wherever the article names the same person again.
  func find(_ cells: UnsafePointer<UInt16>, _ count: Int) {
    found.removeAll(keepingCapacity: true)
    var at = 0
    while at < count {
      guard isSurname[Int(cells[at])], let (surnameEnd, _) = surnames.longest(cells, at, count), surnameEnd < count,
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

  /// The end of a name that the article has introduced: 顾云杰 without his title.
  private func again(_ cells: UnsafePointer<UInt16>, _ start: Int, _ count: Int) -> Int? {
    for name in known where start + name.count <= count {
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
    if isFunction(cells, surnameEnd, count), second < count, !isHan(cells[second]) { return nil }
    guard second < count, isHan(cells[second]), !isFunction(cells, second, count) else { return second }
    // A word begins with the third character: 王伟介绍.
    if second + 1 < count, words.mayBegin(cells[second], cells[second + 1]),
      let (wordEnd, symbol) = words.longest(cells, second, count), wordEnd > second + 1,
      verbs.contains(UInt16(symbol)) || titles.contains(UInt16(symbol)) || people.contains(UInt16(symbol))
        || function.contains(where: { $0.contains(UInt16(symbol)) })
    {
      return second
    }
    if let (_, symbol) = words.longest(cells, second, second + 1), saying.contains(UInt16(symbol)) { return second }
    return second + 1
  }

  private func isHan(_ cell: UInt16) -> Bool { 0x3400...0x9FFF ~= cell || cell == 0xFFFF }

  private func isFunction(_ cells: UnsafePointer<UInt16>, _ at: Int, _ count: Int) -> Bool {
    guard let (_, symbol) = words.longest(cells, at, at + 1) else { return false }
    return function.contains { $0.contains(UInt16(symbol)) }
  }

  private func isEdge(_ cells: UnsafePointer<UInt16>, _ at: Int) -> Bool {
    at == 0 || !isHan(cells[at - 1]) || isFunction(cells, at - 1, at)
  }

  /// A title or 说 follows the name.
  private func isFollowed(_ cells: UnsafePointer<UInt16>, _ end: Int, _ count: Int) -> Bool {
    guard end < count, let (_, symbol) = words.longest(cells, end, count) else { return false }
    return saying.contains(UInt16(symbol)) || titles.contains(UInt16(symbol))
  }

  /// The title of a masthead before names: 执行主编：洪科 郎茂锋.
  private func listed(_ at: Int, _ cells: UnsafePointer<UInt16>) -> Range<Int>? {
    var edge = at
    while edge > 0, cells[edge - 1] == 0x20 || cells[edge - 1] == 0x3000 || cells[edge - 1] == 0x3001 { edge -= 1 }
    if edge < at, let last = found.last, last.end == edge { return last.role }
    guard edge > 0, cells[edge - 1] == 0xFF1A || cells[edge - 1] == 0x3A else { return nil }
    edge -= 1
    while edge > 0, cells[edge - 1] == 0x20 { edge -= 1 }
    return word(endingAt: edge, cells, titles).map { $0..<edge }
  }

  /// The title right before a place, with those it goes on from: 党组书记、常务副主席.
  private func title(
    endingAt end: Int, _ cells: UnsafePointer<UInt16>, _ surnameEnd: Int, _ nameEnd: Int
  ) -> Range<Int>? {
    // 职工方信息: only a title is sure before what may be a common word.
    if let (wordEnd, _) = words.longest(cells, surnameEnd, nameEnd), wordEnd == nameEnd, nameEnd - surnameEnd > 1,
      word(endingAt: end, cells, titles) == nil
    {
      return nil
    }
    var start: Int?
    var edge = end
    for _ in 0..<4 {
      guard let begin = word(endingAt: edge, cells, titles) ?? word(endingAt: edge, cells, people) else { break }
      start = begin
      edge = begin
      if edge > 0, cells[edge - 1] == 0x3001 { edge -= 1 } else { break }
    }
    return start.map { $0..<end }
  }

  /// The longest title that ends at a place.
  private func word(endingAt end: Int, _ cells: UnsafePointer<UInt16>, _ classes: SymbolSet) -> Int? {
    var best: Int?
    for length in 2...8 where end - length >= 0 {
      if words.mayBegin(cells[end - length], cells[end - length + 1]),
        let (wordEnd, symbol) = words.longest(cells, end - length, end), wordEnd == end,
        classes.contains(UInt16(symbol))
      {
        best = end - length
      }
    }
    return best
  }

  private func title(beginningAt start: Int, _ cells: UnsafePointer<UInt16>, _ count: Int) -> Range<Int>? {
    guard start < count, let (end, symbol) = words.longest(cells, start, count), titles.contains(UInt16(symbol)) else {
      return nil
    }
    return start..<end
  }
}
