internal import CICU
public import HeshuGrammar

/// Words: the lexicon's leftmost-longest matches, and ICU's dictionary on the stretches between them.
///
/// 新就业形态劳动者 is one word, which ICU alone cuts in four; ICU is asked only about what the lexicon does not know.
public final class WordBreaker {
  private let trie: Trie
  private let iterator: OpaquePointer
  @exclusivity(unchecked) private var cuts: [Int32] = Array(repeating: 0, count: 1024)
  private let unknown: UInt16
  private let latin: UInt16
  private let space: UInt16
  private let nouns: SymbolSet
  private let memory = CutMemory()

  public init(_ grammar: Grammar) {
    trie = grammar.wordTrie
    var error: cicu_err = 0
    guard let opened = cicu_brk_open(Int32(CICU_WORD), "zh", &error), error <= 0 else {
      preconditionFailure("ICU cannot open its word rules for zh (error \(error)); install libicu72")
    }
    iterator = opened
    unknown = grammar.tokenSymbols["Unknown"] ?? 0
    latin = grammar.tokenSymbols["Latin"] ?? 0
    space = grammar.tokenSymbols["Space"] ?? 0
    nouns = grammar.symbols(of: "Noun")
  }

  deinit { cicu_brk_close(iterator) }

  /// Appends the words of cells `start..<end`.
  public func words(
    _ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, into tokens: inout [Token]
  ) {
    var at = start
    var open = start
    while at < end {
      let cell = cells[at]
      if cell == 0x20 {
        stretch(cells, open, at, &tokens)
        var next = at + 1
        while next < end, cells[next] == 0x20 { next += 1 }
        tokens.append(Token(start: at, end: next, symbol: space))
        at = next
        open = at
      } else if cell < 0x80 {
        stretch(cells, open, at, &tokens)
        at = ascii(cells, at, end, &tokens)
        open = at
      } else if !(0x3400...0x9FFF ~= cell) || (at + 1 < end && trie.mayBegin(cell, cells[at + 1])),
        let (wordEnd, symbol) = trie.longest(cells, at, end), wordEnd > at + 1 || !(0x3400...0x9FFF ~= cell)
      {
        stretch(cells, open, at, &tokens)
        tokens.append(Token(start: at, end: wordEnd, symbol: UInt16(symbol)))
        at = wordEnd
        open = at
      } else if !(0x3400...0x9FFF ~= cell) {
        stretch(cells, open, at, &tokens)
        tokens.append(Token(start: at, end: at + 1, symbol: 0))
        at += 1
        open = at
      } else {
        at += 1
      }
    }
    stretch(cells, open, end, &tokens)
  }

  private func ascii(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ tokens: inout [Token]) -> Int {
    var at = start
    while at < end, isAlphanumeric(cells[at]) { at += 1 }
    if at > start {
      tokens.append(Token(start: start, end: at, symbol: latin))
      return at
    }
    let symbol = trie.longest(cells, start, start + 1)?.value ?? 0
    tokens.append(Token(start: start, end: start + 1, symbol: UInt16(symbol)))
    return start + 1
  }

  private func isAlphanumeric(_ cell: UInt16) -> Bool {
    0x30...0x39 ~= cell || 0x41...0x5A ~= cell || 0x61...0x7A ~= cell
  }

  /// A stretch of Han characters between two words of the lexicon: ICU cuts it, the lexicon names what it knows.
  private func stretch(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ tokens: inout [Token]) {
    guard end > start else { return }
    if end == start + 1 {
      tokens.append(Token(start: start, end: end, symbol: symbol(cells, start, end)))
      return
    }
    let count = cut(cells + start, end - start)
    var from = start
    for index in 0..<count {
      let to = start + Int(cuts[index])
      if to - from == 2, isFunction(cells, from), isFunction(cells, from + 1),
        trie.longest(cells, from, to)?.end != to
      {
        // ICU's dictionary joins 中的, 则为, 做了: two words to us.
        tokens.append(Token(start: from, end: from + 1, symbol: symbol(cells, from, from + 1)))
        from += 1
      }
      tokens.append(Token(start: from, end: to, symbol: symbol(cells, from, to)))
      from = to
    }
  }

  /// Fills `cuts` with the ends of the words in a stretch and returns how many there are. A short one is looked up among
  /// those cut before: the same characters are always cut the same.
  private func cut(_ cells: UnsafePointer<UInt16>, _ length: Int) -> Int {
    if let known = memory.ends(cells, length) {
      var count = 0
      for place in 1...length where known >> UInt16(place) & 1 == 1 {
        cuts[count] = Int32(place)
        count += 1
      }
      return count
    }
    var error: cicu_err = 0
    if cuts.count < length { cuts = Array(repeating: 0, count: length * 2) }
    cicu_brk_set(iterator, cells, Int32(length), &error)
    let count = Int(cuts.withUnsafeMutableBufferPointer { cicu_brk_all(iterator, $0.baseAddress!, Int32($0.count)) })
    memory.keep(cells, length, cuts[..<count])
    return count
  }

  /// A single character that the lexicon knows as no noun: 的, 为, 中, 了.
  private func isFunction(_ cells: UnsafePointer<UInt16>, _ at: Int) -> Bool {
    guard let (_, symbol) = trie.longest(cells, at, at + 1) else { return false }
    return !nouns.contains(UInt16(symbol))
  }

  private func symbol(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int) -> UInt16 {
    if let (found, symbol) = trie.longest(cells, start, end), found == end { return UInt16(symbol) }
    return unknown
  }
}
