internal import HeshuGrammar

/// Runs the rules of `readings/` around one numeral: 12月20日 is a date, 第三批 an ordinal, “2468”行动 a name.
final class ReadingRules {
  private let layer: Layer
  private let symbols: [UInt16]
  private let edge: UInt16
  private let conditions: [NumeralCondition]
  private let scan: LayerScan
  private var left: [UInt16] = []
  private var right: [UInt16] = []

  /// A rule sees at most this many characters on either side.
  private static let window = 40

  init(_ grammar: Grammar) {
    layer = grammar.readings
    symbols = grammar.characterSymbols
    edge = grammar.tokenSymbols["Edge"] ?? 0
    scan = LayerScan(layer)
    conditions = layer.rules.map { NumeralCondition($0.when) }
  }

  func find(
    _ cells: UnsafePointer<UInt16>, _ numeral: Numeral, floor: Int, limit: Int
  ) -> (rule: Int, start: Int, end: Int)? {
    guard !layer.rules.isEmpty else { return nil }
    left.removeAll(keepingCapacity: true)
    right.removeAll(keepingCapacity: true)
    var at = numeral.start - 1
    while at >= 0, left.count < Self.window {
      left.append(layer.column(symbols[Int(cells[at])]))
      at -= 1
    }
    if at < 0 { left.append(layer.column(edge)) }
    at = numeral.end
    while at < limit, right.count < Self.window {
      right.append(layer.column(symbols[Int(cells[at])]))
      at += 1
    }
    if at >= limit { right.append(layer.column(edge)) }
    return left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        scan.first(
          left: left, right: right, anchor: nil, where: { conditions[$0].holds(for: numeral) }
        ).map { rule, leftLength, rightLength in
          (
            rule, max(floor, numeral.start - min(leftLength, numeral.start)),
            min(limit, numeral.end + rightLength)
          )
        }
      }
    }
  }
}
