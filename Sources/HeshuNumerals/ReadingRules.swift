internal import HeshuGrammar

/// Runs the rules of `readings/` around one numeral: 12月20日 is a date, 第三批 an ordinal, “2468”行动 a name.
final class ReadingRules {
  private let layer: Layer
  private let symbols: [UInt16]
  private let edge: UInt16
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
          left: left, right: right, anchor: nil, where: { meets(layer.rules[$0].when, numeral) }
        ).map { rule, leftLength, rightLength in
          (
            rule, max(floor, numeral.start - min(leftLength, numeral.start)),
            min(limit, numeral.end + rightLength)
          )
        }
      }
    }
  }

  /// The conditions a rule puts on the number itself.
  private func meets(_ when: [String: String], _ numeral: Numeral) -> Bool {
    for (name, wanted) in when {
      switch name {
      case "digits":
        let allowed = wanted.split(separator: "-").compactMap { Int($0) }
        guard let low = allowed.first, let high = allowed.last, numeral.digits >= low, numeral.digits <= high,
          numeral.isArabic || numeral.isDigitString
        else { return false }
      case "from": if Int(wanted).map({ numeral.value < Exact(Int128($0)) }) ?? true { return false }
      case "to": if Int(wanted).map({ Exact(Int128($0)) < numeral.value }) ?? true { return false }
      case "form":
        switch wanted {
        case "arabic": if !numeral.isArabic || numeral.hasPoint { return false }
        case "digits": if !(numeral.isArabic || numeral.isDigitString) || numeral.hasPoint { return false }
        case "decimal": if !numeral.isArabic || !numeral.hasPoint { return false }
        case "han": if numeral.isArabic { return false }
        case "whole": if numeral.hasPoint || numeral.ratio != nil || numeral.modifier != .exact { return false }
        case "fraction": if numeral.ratio == nil { return false }
        default: return false
        }
      default: return false
      }
    }
    return true
  }
}
