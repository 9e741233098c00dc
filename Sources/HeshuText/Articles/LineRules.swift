internal import HeshuGrammar

/// The rules of `lines/`, asked at one place of one line.
///
/// At 首 of `首席记者 蒋超`: a role of four characters. One a thread: it keeps its buffers and automata.
final class LineRules {
  /// What a rule of `lines/` reads; the names are those of its `reads`.
  enum Sort: UInt32, CaseIterable {
    case role, credit, photo, source, mark, surname, compound, date, weekday, issue, page,
      organizer, staff, channel, name
    case unfinished, caption, item, doubled, origin, opening, closing
  }

  struct Sorts: OptionSet {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(_ sort: Sort) { rawValue = 1 << sort.rawValue }

    static let byline: Sorts = [Sorts(.role), Sorts(.source), Sorts(.mark)]
    static let credit: Sorts = [Sorts(.credit), Sorts(.photo)]
    static let nameEnd: Sorts = [Sorts(.role), Sorts(.credit), Sorts(.photo)]
    static let masthead: Sorts = [
      Sorts(.date), Sorts(.weekday), Sorts(.issue), Sorts(.page), Sorts(.organizer), Sorts(.staff),
      Sorts(.origin),
    ]
  }

  struct Match {
    let sort: Sort
    /// The cell after the match; for a rule that ends at its place, the first cell of the match.
    let end: Int
    let rule: Int
  }

  /// A rule sees at most this many characters; those of a masthead see more.
  static let window = 28
  private static let wideWindow = 72

  private let scan: LayerScan?
  private let layer: Layer
  /// The column of every cell.
  private let table: [UInt16]
  private let edge: UInt16
  private let sorts: [Sort?]
  private let masks: [UInt32]
  private var columns: UnsafeMutablePointer<UInt16>
  private var capacity = 256
  private var reversed: [UInt16] = []
  private(set) var count = 0
  /// Whether a cell alone matches: the characters of `opening`, `closing`, `unfinished` and
  /// `surname`.
  private(set) var opens: [Bool] = []
  private(set) var closes: [Bool] = []
  private(set) var unfinishes: [Bool] = []
  private(set) var isSurname: [Bool] = []
  /// Whether a cell is a digit or 十.
  let isNumber: [Bool]

  init(_ grammar: Grammar) {
    let found = grammar.layer("lines")
    layer = found ?? grammar.readings
    scan = found.map { LayerScan($0) }
    let layer = layer
    table = found == nil ? [] : grammar.characterSymbols.map { layer.column($0) }
    edge = found == nil ? 0 : layer.column(grammar.tokenSymbols["Edge"] ?? 0)
    let names = Dictionary(uniqueKeysWithValues: Sort.allCases.map { ("\($0)", $0) })
    sorts = (found?.rules ?? []).map { $0.sets["reads"].flatMap { names[$0] } }
    masks = sorts.map { $0.map { Sorts($0).rawValue } ?? 0 }
    isNumber = grammar.numerals.forms.map {
      switch NumeralTables.Form(rawValue: $0) {
      case .arabic, .han, .scale: true
      default: false
      }
    }
    columns = .allocate(capacity: capacity + 1)
    opens = singles(Sorts(.opening), isEnding: false)
    closes = singles(Sorts(.closing), isEnding: false)
    unfinishes = singles(Sorts(.unfinished), isEnding: true)
    isSurname = singles(Sorts(.surname), isEnding: false)
  }

  deinit { columns.deallocate() }

  /// Which cells alone match; cells of one column do so together.
  private func singles(_ sorts: Sorts, isEnding: Bool) -> [Bool] {
    var known = [Bool?](repeating: nil, count: Int(table.max() ?? 0) + 1)
    var result = [Bool](repeating: false, count: 65536)
    for (cell, column) in table.enumerated() {
      if known[Int(column)] == nil {
        var one = UInt16(cell)
        load(&one, count: 1)
        known[Int(column)] = (isEnding ? match(sorts, endingAt: 1) : match(sorts, at: 0)) != nil
      }
      result[cell] = known[Int(column)]!
    }
    return result
  }

  /// Takes the cells of a line; places are counted in them.
  func load(_ cells: UnsafePointer<UInt16>, count: Int) {
    self.count = count
    guard scan != nil else { return }
    if count > capacity {
      columns.deallocate()
      capacity = count * 2
      columns = .allocate(capacity: capacity + 1)
    }
    let columns = columns
    table.withUnsafeBufferPointer { table in
      for index in 0..<count { columns[index] = table[Int(cells[index])] }
    }
    columns[count] = edge
  }

  /// The best rule of these sorts that begins at `place`.
  func match(_ sorts: Sorts, at place: Int) -> Match? {
    guard let scan, place < count else { return nil }
    let window = sorts.isDisjoint(with: .masthead) ? Self.window : Self.wideWindow
    let right = UnsafeBufferPointer(start: columns + place, count: min(count + 1 - place, window))
    let masks = masks
    guard
      let (rule, _, length) = scan.first(
        left: UnsafeBufferPointer(start: columns, count: 0), right: right, anchor: nil,
        where: { masks[$0] & sorts.rawValue != 0 }), let sort = self.sorts[rule]
    else { return nil }
    return Match(sort: sort, end: min(count, place + length), rule: rule)
  }

  /// The best rule of these sorts that ends at `place`, or has it inside, as `人 {n} 人`.
  func match(_ sorts: Sorts, endingAt place: Int) -> Match? {
    guard let scan, place <= count else { return nil }
    reversed.removeAll(keepingCapacity: true)
    var at = place
    while at > 0, reversed.count < Self.window {
      at -= 1
      reversed.append(columns[at])
    }
    let right = UnsafeBufferPointer(
      start: columns + place, count: min(count + 1 - place, Self.window))
    let masks = masks
    return reversed.withUnsafeBufferPointer { left in
      guard
        let (rule, length, _) = scan.first(
          left: left, right: right, anchor: nil, where: { masks[$0] & sorts.rawValue != 0 }),
        let sort = self.sorts[rule]
      else { return nil }
      return Match(sort: sort, end: place - length, rule: rule)
    }
  }

  /// Whether the rule sets this: `calendar`, `republic`.
  func sets(_ field: String, _ value: String, in match: Match) -> Bool {
    layer.rules[match.rule].sets[field] == value
  }

  /// What the last match, begun at `place`, captured under the name its rule gives to `field`.
  func capture(_ field: String, of match: Match, at place: Int) -> Range<Int>? {
    guard let scan, let name = layer.rules[match.rule].sets[field]?.dropFirst(),
      let index = layer.captureNames.firstIndex(of: String(name)), let found = scan.capture(index),
      !found.isLeft,
      found.from < found.to
    else { return nil }
    return place + found.from..<place + found.to
  }
}
