internal import HeshuGrammar
internal import HeshuNumerals

/// Takes a paragraph's cells apart into what times are made of. Numbers count only where the numeral reader saw a date.
struct TimeAtomReader {
  private let tables: TimeTables
  private let words: Trie
  private let numerals: NumeralTables
  private let isDateRule: [Bool]
  private let isDateTerm: [Bool]
  private(set) var atoms: [TimeAtom] = []

  init(_ grammar: Grammar) {
    tables = grammar.times
    words = tables.words
    numerals = grammar.numerals
    isDateRule = grammar.readings.rules.map { $0.sets["reads"] == "date" }
    isDateTerm = grammar.termReads.map { $0 == "date" }
  }

  mutating func read(_ cells: UnsafePointer<UInt16>, _ count: Int, _ spans: [NumeralSpan]) {
    atoms.removeAll(keepingCapacity: true)
    var at = 0
    var next = 0
    // The next span begins here: before it only words of times are looked for.
    var edge = spans.first?.start ?? count
    while at < count {
      if at < edge {
        while at < edge, !words.begins(with: cells[at]) { at &+= 1 }
        if at == edge { continue }
        guard let found = words.longest(cells, at, count) else {
          at += 1
          continue
        }
        let word = cut(cells, at, found.end, count) ?? found
        add(word.value, at, word.end)
        at = word.end
        continue
      }
      while next < spans.count, spans[next].end <= at { next += 1 }
      edge = next < spans.count ? spans[next].start : count
      if edge > at { continue }
      if next < spans.count, spans[next].start <= at {
        switch spans[next].sort {
        case .reading(let rule) where isDateRule[rule]:
          at = date(cells, at, spans[next].end, count)
          continue
        case .quantity where spans[next].start == at:
          length(cells, at, spans[next].end)
          at = spans[next].end
          continue
        default: break
        }
      }
      let found = words.longest(cells, at, count)
      // A name that holds a numeral is passed over whole, unless a longer time begins it.
      if next < spans.count, spans[next].start == at, case .term(let row) = spans[next].sort,
        row < 0 || !isDateTerm[row], (found?.end ?? at) < spans[next].end
      {
        at = spans[next].end
        continue
      }
      guard let found else {
        at += 1
        continue
      }
      // 至今年 is 至 and 今年, not 至今.
      let word = cut(cells, at, found.end, count) ?? found
      add(word.value, at, word.end)
      at = word.end
    }
  }

  /// 至 or 到, where the rest of the word that it begins is the head of a longer one.
  private func cut(_ cells: UnsafePointer<UInt16>, _ at: Int, _ end: Int, _ count: Int) -> (end: Int, value: Int)? {
    guard end > at + 1, let first = words.longest(cells, at, at + 1), tables.rows[first.value].role == .to,
      let rest = words.longest(cells, at + 1, count), rest.end > end
    else { return nil }
    return first
  }

  private mutating func add(_ row: Int, _ start: Int, _ end: Int) {
    let row = tables.rows[row]
    atoms.append(TimeAtom(start: start, end: end, sort: .word(row.role), from: Int(row.from), to: Int(row.to)))
  }

  /// A length counts only by its months: 前5个月.
  private mutating func length(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int) {
    guard let (value, _, stop) = number(cells, start, end), let unit = words.longest(cells, stop, end),
      unit.end == end, tables.rows[unit.value].role == .monthUnit
    else { return }
    atoms.append(TimeAtom(start: start, end: end, sort: .length, from: value, to: 0))
  }

  /// One part of a date: a word of two characters or more, a number, what follows a number.
  private mutating func date(_ cells: UnsafePointer<UInt16>, _ at: Int, _ end: Int, _ count: Int) -> Int {
    let isAfterNumber = atoms.last.map { $0.sort == .number && isSpace(cells, $0.end, at) } ?? false
    let found = words.longest(cells, at, count)
    // 二月 at the head of a region is a number and a unit; 第二季度 is a word.
    if let found, found.end > at + 1, !isAfterNumber {
      add(found.value, at, found.end)
      return found.end
    }
    if let (value, digits, stop) = number(cells, at, end) {
      atoms.append(TimeAtom(start: at, end: stop, sort: .number, from: value, to: digits))
      return stop
    }
    // 年底 after a number is 年 and 底.
    if isAfterNumber, let unit = words.longest(cells, at, at + 1), isUnit(tables.rows[unit.value].role) {
      add(unit.value, at, unit.end)
      return unit.end
    }
    guard let found else { return at + 1 }
    add(found.value, at, found.end)
    return found.end
  }

  private func isUnit(_ role: TimeTables.Role) -> Bool {
    role == .yearUnit || role == .monthUnit || role == .dayUnit
  }

  private func isSpace(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int) -> Bool {
    (start..<end).allSatisfy { cells[$0] <= 0x20 || cells[$0] == 0x3000 }
  }

  /// 12, 二〇二三, 二十三; digits of an Arabic number may not be broken.
  private func number(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int) -> (Int, Int, Int)? {
    var at = start
    var value = 0
    var digits = 0
    var pending = -1
    let arabic = NumeralTables.Form.arabic.rawValue
    if numerals.forms[Int(cells[at])] == arabic {
      while at < end, numerals.forms[Int(cells[at])] == arabic, digits < 8 {
        value = value * 10 + Int(numerals.values[Int(cells[at])])
        digits += 1
        at += 1
      }
      return (value, digits, at)
    }
    while at < end {
      let form = numerals.forms[Int(cells[at])]
      let figure = Int(numerals.values[Int(cells[at])])
      if form == NumeralTables.Form.han.rawValue || form == NumeralTables.Form.zero.rawValue {
        value = pending >= 0 ? value * 10 + pending : value
        pending = figure
        digits += 1
      } else if form == NumeralTables.Form.scale.rawValue, figure == 1 {
        value += max(pending, 1) * 10
        pending = -1
        digits += 1
      } else if form == NumeralTables.Form.tens.rawValue {
        value += figure
        digits += 1
      } else {
        break
      }
      at += 1
      if digits == 8 { break }
    }
    guard digits > 0 else { return nil }
    // 二十三: the tens are in the value; 二〇二三: the digits so far.
    if pending >= 0 { value = hasTens(cells, start, at) ? value + pending : value * 10 + pending }
    return (value, digits, at)
  }

  private func hasTens(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int) -> Bool {
    (start..<end).contains {
      let form = numerals.forms[Int(cells[$0])]
      return form == NumeralTables.Form.scale.rawValue || form == NumeralTables.Form.tens.rawValue
    }
  }
}
