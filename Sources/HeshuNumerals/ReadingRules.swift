internal import HeshuGrammar

/// Runs the rules of `readings/` around one numeral: 12月20日 is a date, 第三批 an ordinal, “2468”行动 a name.
final class ReadingRules {
  private let scan: LayerScan
  private let isEmpty: Bool
  private let conditions: [NumeralCondition]
  /// The column of every cell, and of the edge of the text.
  private let table: UnsafeMutablePointer<UInt16>
  private let edge: UInt16
  private let left: UnsafeMutablePointer<UInt16>
  private let right: UnsafeMutablePointer<UInt16>

  /// A rule sees at most this many characters on either side.
  private static let window = 40

  init(_ grammar: Grammar) {
    let layer = grammar.readings
    scan = LayerScan(layer)
    isEmpty = layer.rules.isEmpty
    conditions = layer.rules.map { NumeralCondition($0.when) }
    table = .allocate(capacity: 1 << 16)
    for cell in 0..<(1 << 16) { table[cell] = isEmpty ? 0 : layer.column(grammar.characterSymbols[cell]) }
    edge = isEmpty ? 0 : layer.column(grammar.tokenSymbols["Edge"] ?? 0)
    left = .allocate(capacity: Self.window + 1)
    right = .allocate(capacity: Self.window + 1)
  }

  deinit {
    table.deallocate()
    left.deallocate()
    right.deallocate()
  }

  func find(
    _ cells: UnsafePointer<UInt16>, _ numeral: Numeral, floor: Int, limit: Int
  ) -> (rule: Int, start: Int, end: Int)? {
    guard !isEmpty,
      scan.mayMatch(
        cells, numeral.start, numeral.end, limit: limit, table: table, edge: edge, window: Self.window)
    else { return nil }
    var before = min(numeral.start, Self.window)
    for step in 0..<before { left[step] = table[Int(cells[numeral.start - 1 - step])] }
    if numeral.start <= Self.window {
      left[before] = edge
      before += 1
    }
    var after = min(limit - numeral.end, Self.window)
    for step in 0..<after { right[step] = table[Int(cells[numeral.end + step])] }
    if limit - numeral.end <= Self.window {
      right[after] = edge
      after += 1
    }
    return scan.first(
      left: UnsafeBufferPointer(start: left, count: before), right: UnsafeBufferPointer(start: right, count: after),
      anchor: nil, where: { conditions[$0].holds(for: numeral) }
    ).map { rule, leftLength, rightLength in
      (
        rule, max(floor, numeral.start - min(leftLength, numeral.start)),
        min(limit, numeral.end + rightLength)
      )
    }
  }
}
