extension Layer {
  /// The column of a symbol in this layer.
  @inline(__always)
  public func column(_ symbol: UInt16) -> UInt16 {
    columns.withUnsafeBufferPointer { $0[Int(symbol)] }
  }

  public var symbolCount: Int { columns.count }
}

/// Finds the rules of a layer that match around one anchor: both automata once, then captures for those left over.
///
/// One a thread.
public final class LayerScan {
  public let layer: Layer
  let leftAutomaton: RuleAutomaton
  let rightAutomaton: RuleAutomaton
  let leftMatcher: Matcher
  let rightMatcher: Matcher
  let entries: UnsafeMutablePointer<Entry>
  let leftAccepted: UnsafeMutablePointer<UInt64>
  let rightAccepted: UnsafeMutablePointer<UInt64>
  let rows: Int
  /// For each column the entries whose anchor it can be, and behind the last one those of any anchor.
  let anchored: UnsafeMutablePointer<UInt64>
  private let columnCount: Int
  /// Built when a sentence is first looked at.
  @exclusivity(unchecked) var needs: RuleNeeds?
  let left: RuleTables
  let right: RuleTables
  /// The entries that the sentence at hand leaves, all where none was looked at.
  let possible: UnsafeMutablePointer<UInt64>
  /// Those of them that the anchor at hand leaves.
  let wantedNow: UnsafeMutablePointer<UInt64>

  /// A pattern with the lengths of its two programs.
  struct Entry {
    var rule: Int32
    var left: Int32
    var leftLength: Int32
    var right: Int32
    var rightLength: Int32
    var anchor: Int32
    /// Whether a side captures nothing and looks nowhere: what its automaton says of it is all there is to know.
    var isLeftPlain: Bool
    var isRightPlain: Bool
  }

  public init(_ layer: Layer) {
    self.layer = layer
    let left = RuleTables(layer, layer.left)
    let right = RuleTables(layer, layer.right)
    self.left = left
    self.right = right
    leftAutomaton = RuleAutomaton(layer, left, starts: layer.entries.map(\.left))
    rightAutomaton = RuleAutomaton(layer, right, starts: layer.entries.map(\.right))
    leftMatcher = Matcher(layer, left)
    rightMatcher = Matcher(layer, right)
    rows = (layer.entries.count + 63) / 64
    leftAccepted = .allocate(capacity: max(rows, 1))
    rightAccepted = .allocate(capacity: max(rows, 1))
    entries = .allocate(capacity: max(layer.entries.count, 1))
    columnCount = layer.columnCount
    anchored = .allocate(capacity: max((columnCount + 1) * rows, 1))
    anchored.initialize(repeating: 0, count: (columnCount + 1) * rows)
    for (number, entry) in layer.entries.enumerated() {
      for column in 0...columnCount
      where entry.anchor < 0 || column == columnCount || right.has(entry.anchor, UInt16(column)) {
        anchored[column * rows + number >> 6] |= 1 << UInt64(number & 63)
      }
    }
    func length(_ program: Program, _ start: Int32) -> Int32 {
      var last = Int(start)
      while program.code[last].op != .accept || program.code[last].x < 0 { last += 1 }
      return Int32(last) - start + 1
    }
    func isPlain(_ program: Program, _ start: Int32) -> Bool {
      program.code[Int(start)..<Int(start + length(program, start))].allSatisfy { $0.op != .save && $0.op != .look }
    }
    possible = .allocate(capacity: max(rows, 1))
    wantedNow = .allocate(capacity: max(rows, 1))
    for (number, entry) in layer.entries.enumerated() {
      (entries + number).initialize(
        to: Entry(
          rule: entry.rule, left: entry.left, leftLength: length(layer.left, entry.left), right: entry.right,
          rightLength: length(layer.right, entry.right), anchor: entry.anchor,
          isLeftPlain: isPlain(layer.left, entry.left), isRightPlain: isPlain(layer.right, entry.right)))
    }
  }

  deinit {
    leftAccepted.deallocate()
    rightAccepted.deallocate()
    entries.deallocate()
    anchored.deallocate()
    possible.deallocate()
    wantedNow.deallocate()
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
        Side(first: right.baseAddress ?? none, stride: 1, count: right.count), anchor, isWanted, visit)
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

  /// Whether any rule can match around cells `start..<end` of a text, each cell's column read from `table`, the text's two
  /// edges being `edge`: a quick no for most anchors, before their columns are written out.
  public func mayMatch(
    _ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, limit: Int, table: UnsafePointer<UInt16>, edge: UInt16,
    window: Int
  ) -> Bool {
    for row in 0..<rows {
      leftAccepted[row] = 0
      rightAccepted[row] = 0
    }
    leftAutomaton.run(
      cells + start - 1, stride: -1, count: min(start, window), table: table, edge: start <= window ? edge : nil,
      accepted: leftAccepted)
    var any: UInt64 = 0
    for row in 0..<rows { any |= leftAccepted[row] }
    if any == 0 { return false }
    rightAutomaton.run(
      cells + end, stride: 1, count: min(limit - end, window), table: table, edge: limit - end <= window ? edge : nil,
      accepted: rightAccepted)
    for row in 0..<rows where leftAccepted[row] & rightAccepted[row] != 0 { return true }
    return false
  }

  private struct Side {
    let first: UnsafePointer<UInt16>
    let stride: Int
    let count: Int
  }

  private func each(
    _ left: Side, _ right: Side, _ anchor: UInt16?, _ isWanted: (Int) -> Bool, _ visit: (Int, Int, Int) -> Bool
  ) {
    let wanted = anchored + (anchor.map(Int.init) ?? columnCount) * rows
    for row in 0..<rows {
      leftAccepted[row] = 0
      rightAccepted[row] = 0
    }
    leftAutomaton.run(left.first, stride: left.stride, count: left.count, accepted: leftAccepted)
    var any: UInt64 = 0
    for row in 0..<rows {
      leftAccepted[row] &= wanted[row]
      any |= leftAccepted[row]
    }
    if any == 0 { return }
    rightAutomaton.run(right.first, stride: right.stride, count: right.count, accepted: rightAccepted)
    for row in 0..<rows {
      var bits = leftAccepted[row] & rightAccepted[row]
      while bits != 0 {
        let entry = entries[row * 64 + bits.trailingZeroBitCount]
        bits &= bits - 1
        guard isWanted(Int(entry.rule)),
          leftMatcher.match(
            start: entry.left, length: Int(entry.leftLength), columns: left.first, stride: left.stride,
            count: left.count),
          rightMatcher.match(
            start: entry.right, length: Int(entry.rightLength), columns: right.first, stride: right.stride,
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
