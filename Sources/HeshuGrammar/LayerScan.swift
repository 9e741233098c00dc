extension Layer {
  /// The column of a symbol in this layer.
  @inline(__always)
  public func column(_ symbol: UInt16) -> UInt16 {
    columns.withUnsafeBufferPointer { $0[Int(symbol)] }
  }
}

/// Finds the rules of a layer that match around one anchor: both automata once, then captures for those left over.
///
/// One a thread.
public final class LayerScan {
  public let layer: Layer
  private let leftAutomaton: RuleAutomaton
  private let rightAutomaton: RuleAutomaton
  private var leftAccepted: [UInt64]
  private var rightAccepted: [UInt64]
  private var leftMatcher = Matcher()
  private var rightMatcher = Matcher()

  public init(_ layer: Layer) {
    self.layer = layer
    leftAutomaton = RuleAutomaton(layer, left: true)
    rightAutomaton = RuleAutomaton(layer, left: false)
    let rows = (layer.entries.count + 63) / 64
    leftAccepted = Array(repeating: 0, count: rows)
    rightAccepted = leftAccepted
  }

  /// The first rule by priority that matches: its index, and how many tokens it takes on each side. Captures stay readable
  /// until the next call. `left` is read away from the anchor.
  public func first(
    left: UnsafeBufferPointer<UInt16>, right: UnsafeBufferPointer<UInt16>, anchor: UInt16?,
    where isWanted: (Int) -> Bool = { _ in true }
  ) -> (rule: Int, left: Int, right: Int)? {
    var found: (Int, Int, Int)?
    each(left: left, right: right, anchor: anchor, where: isWanted) { rule, left, right in
      found = (rule, left, right)
      return false
    }
    return found
  }

  /// All rules that match, best first, until `visit` returns false.
  public func each(
    left: UnsafeBufferPointer<UInt16>, right: UnsafeBufferPointer<UInt16>, anchor: UInt16?,
    where isWanted: (Int) -> Bool = { _ in true }, visit: (Int, Int, Int) -> Bool
  ) {
    var none: UInt16 = 0
    withUnsafePointer(to: &none) { none in
      each(
        Side(first: left.baseAddress ?? none, stride: 1, count: left.count),
        Side(first: right.baseAddress ?? none, stride: 1, count: right.count), anchor, isWanted,
        visit)
    }
  }

  /// The same in a row of columns, around the one at `anchor`; at most `window` on either side are looked at.
  public func each(
    _ columns: UnsafeBufferPointer<UInt16>, anchor: Int, window: Int = 200,
    where isWanted: (Int) -> Bool = { _ in true }, visit: (Int, Int, Int) -> Bool
  ) {
    let at = columns.baseAddress! + anchor
    each(
      Side(first: at - 1, stride: -1, count: min(anchor, window)),
      Side(first: at + 1, stride: 1, count: min(columns.count - anchor - 1, window)), at.pointee,
      isWanted, visit)
  }

  private struct Side {
    let first: UnsafePointer<UInt16>
    let stride: Int
    let count: Int
  }

  private func each(
    _ left: Side, _ right: Side, _ anchor: UInt16?, _ isWanted: (Int) -> Bool,
    _ visit: (Int, Int, Int) -> Bool
  ) {
    let rows = leftAccepted.count
    for row in 0..<rows {
      leftAccepted[row] = 0
      rightAccepted[row] = 0
    }
    leftAccepted.withUnsafeMutableBufferPointer {
      leftAutomaton.run(
        left.first, stride: left.stride, count: left.count, accepted: $0.baseAddress!)
    }
    rightAccepted.withUnsafeMutableBufferPointer {
      rightAutomaton.run(
        right.first, stride: right.stride, count: right.count, accepted: $0.baseAddress!)
    }
    for row in 0..<rows {
      var bits = leftAccepted[row] & rightAccepted[row]
      while bits != 0 {
        let number = row * 64 + bits.trailingZeroBitCount
        bits &= bits - 1
        let entry = layer.entries[number]
        if let anchor, entry.anchor >= 0, !layer.has(entry.anchor, anchor) { continue }
        guard isWanted(Int(entry.rule)),
          leftMatcher.match(
            layer, layer.left, start: entry.left, columns: left.first, stride: left.stride,
            count: left.count),
          rightMatcher.match(
            layer, layer.right, start: entry.right, columns: right.first, stride: right.stride,
            count: right.count)
        else { continue }
        if !visit(Int(entry.rule), leftMatcher.end, rightMatcher.end) { return }
      }
    }
  }

  /// What the capture holds after a match, in steps from the anchor: `isLeft` counts leftwards from the token before it.
  public func capture(_ index: Int) -> (isLeft: Bool, from: Int, to: Int)? {
    let left = leftMatcher.slots
    if left[index * 2] >= 0, left[index * 2 + 1] >= 0 {
      return (true, Int(left[index * 2]), Int(left[index * 2 + 1]))
    }
    let right = rightMatcher.slots
    if right[index * 2] >= 0, right[index * 2 + 1] >= 0 {
      return (false, Int(right[index * 2]), Int(right[index * 2 + 1]))
    }
    return nil
  }
}
