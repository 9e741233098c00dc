public import HeshuGrammar

/// Reads all quantities of a text, and every numeral that states none, in one pass over folded cells.
///
/// One reader a thread: it keeps its buffers and automata. The order at a numeral: fixed terms, then the rules of
/// `readings/` (dates, ordinals, codes), then units, approximators, ranges and lists.
public final class QuantityReader {
  let grammar: Grammar
  // What is looked up at every numeral, as constants of this reader: no access check, no reference counting.
  let units: [Unit]
  /// The kind of each unit, for a look without a copy of its texts.
  let kinds: [Kind]
  let unitTrie: Trie
  let wordTrie: Trie
  let termTrie: Trie
  let termReach: [UInt8]
  /// The rows of `terms/` that only make an exception to others.
  let termAllows: [Bool]
  let tables: NumeralTables
  @exclusivity(unchecked) var numerals: NumeralReader
  @exclusivity(unchecked) private var readings: ReadingRules
  @exclusivity(unchecked) var cells: UnsafePointer<UInt16>
  @exclusivity(unchecked) var limit = 0
  /// No quantity may reach back before this cell.
  @exclusivity(unchecked) var floor = 0
  @exclusivity(unchecked) private var addressChecked = 0
  /// The end of a list of bare numbers that turned out to share no unit.
  @exclusivity(unchecked) var failedList = 0
  @exclusivity(unchecked) public internal(set) var quantities: [Quantity] = []
  @exclusivity(unchecked) public internal(set) var spans: [NumeralSpan] = []
  private let empty: UnsafeMutablePointer<UInt16>

  public init(_ grammar: Grammar) {
    self.grammar = grammar
    units = grammar.units
    kinds = units.map(\.kind)
    unitTrie = grammar.unitTrie
    wordTrie = grammar.wordTrie
    termTrie = grammar.termTrie
    termReach = grammar.termReach
    termAllows = grammar.termReads.map { $0 == "allow" }
    tables = grammar.numerals
    empty = .allocate(capacity: 1)
    cells = UnsafePointer(empty)
    numerals = NumeralReader(grammar.numerals, UnsafePointer(empty), 0)
    readings = ReadingRules(grammar)
  }

  deinit { empty.deallocate() }

  /// Reads cells `from..<count`; results stand in `quantities` and `spans`, in order.
  public func read(_ cells: UnsafePointer<UInt16>, from: Int = 0, count: Int) {
    self.cells = cells
    limit = count
    floor = from
    addressChecked = from
    failedList = from
    numerals.cells = cells
    numerals.limit = count
    quantities.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    var at = from
    tables.starts.withUnsafeBufferPointer { starts in
      while at < count {
        if starts[Int(cells[at])] == 0 {
          at += 1
        } else {
          at = readNumeral(at)
          floor = max(floor, spans.last?.end ?? floor)
        }
      }
    }
  }

  /// Handles the numeral character at `at` and returns where to go on.
  private func readNumeral(_ at: Int) -> Int {
    if let end = skipAddress(at) { return end }
    let term = findTerm(at)
    if term == nil, tables.starts[Int(cells[at])] == 2, !canBeginWithSign(at) { return at + 1 }
    if let term, term.start < at { return skip(term) }
    guard let numeral = numerals.read(startOfDigits(at)) else {
      if let term { return skip(term) }
      guard let end = endOfDigitRun(at) else { return at + 1 }
      spans.append(NumeralSpan(start: at, end: end, sort: .unread))
      return end
    }
    // A longer number or measure wins over a word that begins it: 二分之一 over 二分, 一毫升 over 一毫.
    if let term, numeral.end <= term.end,
      findUnit(numeral.end, hasDigits: false).map({
        // 120 is a hotline, 120学时 is not.
        $0.end <= term.end || (units[$0.row].kind == .count && !(numeral.isArabic && term.end == numeral.end))
      }) ?? true
    {
      return skip(term)
    }
    if let (rule, start, end) = readings.find(cells, numeral, floor: floor, limit: limit) {
      spans.append(NumeralSpan(start: start, end: end, sort: .reading(rule)))
      return max(end, numeral.end)
    }
    return readQuantity(numeral, isNegative: startOfDigits(at) > at)
  }

  private func skip(_ term: (start: Int, end: Int, row: Int)) -> Int {
    spans.append(NumeralSpan(start: term.start, end: term.end, sort: .term(term.row)))
    return term.end
  }

  /// A web or mail address is passed over whole. Its run of ASCII is looked at once.
  private func skipAddress(_ at: Int) -> Int? {
    guard at > floor, at >= addressChecked, 0x21...0x7E ~= cells[at - 1], !isNumeral(cells[at - 1]) else { return nil }
    var start = at
    while start > floor, isAddressCell(cells[start - 1]) { start -= 1 }
    var end = at
    while end < limit, isAddressCell(cells[end]) { end += 1 }
    addressChecked = end
    var i = start
    while i + 3 < end {
      let isScheme = (cells[i] == 0x3A || cells[i] == 0xFF1A) && cells[i + 1] == 0x2F && cells[i + 2] == 0x2F
      let isHost = cells[i] == 0x77 && cells[i + 1] == 0x77 && cells[i + 2] == 0x77 && cells[i + 3] == 0x2E
      if isScheme || isHost || (cells[i] == 0x40 && i > start) {
        floor = end
        return end
      }
      i += 1
    }
    return nil
  }

  /// Printable ASCII, with the signs that folding turned into their Chinese form.
  private func isAddressCell(_ cell: UInt16) -> Bool {
    0x21...0x7E ~= cell || cell == 0xFF1A || cell == 0xFF1F || cell == 0xFF08 || cell == 0xFF09
  }

  /// The fixed term that covers `at`, if one does; nil where an `allow` row stands.
  private func findTerm(_ at: Int) -> (start: Int, end: Int, row: Int)? {
    let reach = termReach.withUnsafeBufferPointer { Int($0[Int(cells[at])]) }
    var start = max(floor, at - reach)
    while start <= at {
      if start + 1 < limit, termTrie.mayBegin(cells[start], cells[start + 1]),
        let found = termTrie.longest(cells, start, limit), found.end > at
      {
        return termAllows[found.value] ? nil : (start, found.end, found.value)
      }
      start += 1
    }
    // 一起, 一级: words of the lexicon that begin with a Chinese numeral.
    if form(at) == .han, at + 1 < limit, wordTrie.mayBegin(cells[at], cells[at + 1]),
      let found = wordTrie.longest(cells, at, limit), found.end > at + 1
    {
      return (at, found.end, -1)
    }
    return nil
  }

  func form(_ index: Int) -> NumeralTables.Form {
    guard index >= 0, index < limit else { return .none }
    return tables.forms.withUnsafeBufferPointer {
      NumeralTables.Form(rawValue: $0[Int(cells[index])]).unsafelyUnwrapped
    }
  }

  private func isNumeral(_ cell: UInt16) -> Bool {
    switch NumeralTables.Form(rawValue: tables.forms[Int(cell)])! {
    case .arabic, .han, .formal, .zero, .tens, .scale, .big: true
    default: false
    }
  }

  /// A minus only where nothing precedes it that could make it a hyphen or a range.
  private func canBeginWithSign(_ at: Int) -> Bool {
    switch form(at) {
    case .sign:
      let next = startOfDigits(at)
      guard next < limit, isNumeral(cells[next]) || cells[next] == 0x2E else { return false }
      if cells[at] != 0x2D { return true }
      guard at > 0 else { return true }
      let before = cells[at - 1]
      return
        !(isNumeral(before) || before == 0x2D || 0x41...0x5A ~= before || 0x61...0x7A ~= before
        || before == 0x2014 || (0x4E00...0x9FFF ~= before && !Self.beforeMinus.contains(before)) || before == 0x25
        || before == 0x29)
    case .point: return form(at + 1) == .arabic && cells[at] == 0x2E && form(at - 1) != .arabic
    case .bare: return form(at + 1).isScaleWord
    default: return true
    }
  }

  /// 至, 到, 达, 为, 是, 于, 近, 约: after these a hyphen is a minus (降至-32℃).
  private static let beforeMinus: Set<UInt16> = [0x81F3, 0x5230, 0x8FBE, 0x4E3A, 0x662F, 0x4E8E, 0x8FD1, 0x7EA6]

  func startOfDigits(_ at: Int) -> Int {
    guard form(at) == .sign else { return at }
    var i = at + 1
    while i < limit, i - at < 3, cells[i] == 0x20 { i += 1 }
    return i
  }

  private func endOfDigitRun(_ at: Int) -> Int? {
    guard isNumeral(cells[at]) else { return nil }
    var i = at
    while i < limit, isNumeral(cells[i]) || cells[i] == 0xFF0C { i += 1 }
    return i - at > 30 ? i : nil
  }
}

extension QuantityReader {
  /// The numerals inside a date, an ordinal or a code: 1991, 1 and 16 in 1991年1月16日; an ordinal keeps its 第.
  public func numerals(in span: NumeralSpan) -> [(start: Int, end: Int, value: Exact)] {
    var found: [(start: Int, end: Int, value: Exact)] = []
    var at = span.start
    while at < span.end {
      if tables.starts[Int(cells[at])] == 1, let numeral = numerals.read(at), numeral.ratio == nil {
        let start = at > span.start && cells[at - 1] == 0x7B2C ? at - 1 : at
        found.append((start, numeral.end, numeral.value))
        at = numeral.end
      } else {
        at += 1
      }
    }
    return found
  }
}
