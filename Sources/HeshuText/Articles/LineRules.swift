internal import HeshuGrammar

/// The rules of `lines/`, asked at one place of one line.
///
/// At 首 of `首席记者 雷一山`: a role of four characters. One a thread: it keeps its buffers and automata.
final class LineRules {
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
  @exclusivity(unchecked) private var columns: UnsafeMutablePointer<UInt16>
  @exclusivity(unchecked) private var capacity = 256
  @exclusivity(unchecked) private var reversed: [UInt16] = []
  @exclusivity(unchecked) private(set) var count = 0
  /// For every column whether a cell of it alone is an opening, a closing and so on.
  @exclusivity(unchecked) private var gates: [Gates]
  private let forms: [UInt8]

  private struct Gates: OptionSet {
    let rawValue: UInt8
    static let opening = Gates(rawValue: 1)
    static let closing = Gates(rawValue: 2)
    static let unfinished = Gates(rawValue: 4)
    static let surname = Gates(rawValue: 8)
  }

  init(_ grammar: Grammar) {
    let found = grammar.layer("lines")
    layer = found ?? grammar.readings
    scan = found.map { LayerScan($0) }
    let layer = layer
    table =
      found == nil
      ? Array(repeating: 0, count: 65536) : grammar.characterSymbols.map { layer.column($0) }
    edge = found == nil ? 0 : layer.column(grammar.tokenSymbols["Edge"] ?? 0)
    let names = Dictionary(uniqueKeysWithValues: Sort.allCases.map { ("\($0)", $0) })
    sorts = (found?.rules ?? []).map { $0.sets["reads"].flatMap { names[$0] } }
    masks = sorts.map { $0.map { Sorts($0).rawValue } ?? 0 }
    forms = grammar.numerals.forms
    gates = []
    columns = .allocate(capacity: capacity + 1)
    gates = findGates()
  }

  deinit { columns.deallocate() }

  /// What one cell of every column matches alone; cells of one column do so together.
  private func findGates() -> [Gates] {
    var cells = [UInt16](repeating: 0, count: Int(table.max() ?? 0) + 1)
    for (cell, column) in table.enumerated() { cells[Int(column)] = UInt16(cell) }
    return cells.map { cell in
      var one = cell
      load(&one, count: 1)
      var gates: Gates = []
      if match(.init(.opening), at: 0) != nil { gates.insert(.opening) }
      if match(.init(.closing), at: 0) != nil { gates.insert(.closing) }
      if match(.init(.unfinished), endingAt: 1) != nil { gates.insert(.unfinished) }
      if match(.init(.surname), at: 0) != nil { gates.insert(.surname) }
      return gates
    }
  }

  private func gates(_ cell: UInt16) -> Gates { gates[Int(table[Int(cell)])] }

  /// Whether a byline, a source or a caption may begin with this cell.
  func opens(_ cell: UInt16) -> Bool { gates(cell).contains(.opening) }
  /// Whether what ends a byline may begin with this cell.
  func closes(_ cell: UInt16) -> Bool { gates(cell).contains(.closing) }
  /// Whether no heading ends with this cell.
  func unfinishes(_ cell: UInt16) -> Bool { gates(cell).contains(.unfinished) }
  func isSurname(_ cell: UInt16) -> Bool { gates(cell).contains(.surname) }

  /// Whether a cell is a digit or 十.
  func isNumber(_ cell: UInt16) -> Bool {
    switch NumeralTables.Form(rawValue: forms[Int(cell)]) {
    case .arabic, .han, .scale: true
    default: false
    }
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
