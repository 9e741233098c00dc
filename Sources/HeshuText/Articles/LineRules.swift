internal import HeshuGrammar

/// The rules of `lines/`, asked at one place of one line.
///
/// At 首 of `首席记者 蒋超`: a role of four characters. One a thread: it keeps its buffers and automata.
final class LineRules {
  /// What a rule of `lines/` reads; the names are those of its `reads`.
  enum Sort: String, CaseIterable {
    case role, credit, photo, source, mark, surname, compound, date, weekday, issue, page, organizer, staff, channel, name
    case unfinished, caption, item, doubled, origin
  }

  struct Sorts: OptionSet {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(_ sorts: Sort...) {
      rawValue = sorts.reduce(0) { $0 | 1 << UInt32(Sort.allCases.firstIndex(of: $1)!) }
    }
  }

  struct Match {
    let sort: Sort
    /// The cell after the match; for a rule that ends at its place, the first cell of the match.
    let end: Int
    let rule: Rule
  }

  /// A rule sees at most this many characters.
  private static let window = 64

  private let scan: LayerScan?
  private let layer: Layer
  private let symbols: [UInt16]
  private let edge: UInt16
  private let sorts: [Sort?]
  private let masks: [UInt32]
  private var columns: [UInt16] = []
  private var reversed: [UInt16] = []
  private(set) var count = 0

  init(_ grammar: Grammar) {
    let found = grammar.layer("lines")
    layer = found ?? grammar.readings
    scan = found.map { LayerScan($0) }
    symbols = grammar.characterSymbols
    edge = grammar.tokenSymbols["Edge"] ?? 0
    sorts = (found?.rules ?? []).map { $0.sets["reads"].flatMap(Sort.init) }
    masks = sorts.map { $0.map { Sorts($0).rawValue } ?? 0 }
  }

  /// Takes the cells of a line; places are counted in them.
  func load(_ cells: UnsafePointer<UInt16>, count: Int) {
    self.count = count
    columns.removeAll(keepingCapacity: true)
    reversed.removeAll(keepingCapacity: true)
    guard scan != nil else { return }
    symbols.withUnsafeBufferPointer { symbols in
      for index in 0..<count { columns.append(layer.column(symbols[Int(cells[index])])) }
    }
    columns.append(layer.column(edge))
  }

  /// The best rule of these sorts that begins at `place`.
  func match(_ sorts: Sorts, at place: Int) -> Match? {
    guard let scan, place < count else { return nil }
    return columns.withUnsafeBufferPointer { columns in
      let right = UnsafeBufferPointer(rebasing: columns[place..<min(columns.count, place + Self.window)])
      let none = UnsafeBufferPointer(rebasing: columns[0..<0])
      return scan.first(left: none, right: right, anchor: nil, where: { masks[$0] & sorts.rawValue != 0 })
        .flatMap { rule, _, length in
          self.sorts[rule].map { Match(sort: $0, end: min(count, place + length), rule: layer.rules[rule]) }
        }
    }
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
    return columns.withUnsafeBufferPointer { columns in
      reversed.withUnsafeBufferPointer { left in
        let right = UnsafeBufferPointer(rebasing: columns[place..<min(columns.count, place + Self.window)])
        return scan.first(left: left, right: right, anchor: nil, where: { masks[$0] & sorts.rawValue != 0 })
          .flatMap { rule, length, _ in
            self.sorts[rule].map { Match(sort: $0, end: place - length, rule: layer.rules[rule]) }
          }
      }
    }
  }

  /// What the last match, begun at `place`, captured under the name its rule gives to `field`.
  func capture(_ field: String, of match: Match, at place: Int) -> Range<Int>? {
    guard let scan, let name = match.rule.sets[field]?.dropFirst(),
      let index = layer.captureNames.firstIndex(of: String(name)), let found = scan.capture(index), !found.isLeft,
      found.from < found.to
    else { return nil }
    return place + found.from..<place + found.to
  }
}
