/// The steps of a scan that a `LayerGroup` takes with several layers at once: see the sentence, walk the left side, turn,
/// walk the right side, look up what was found.
extension LayerScan {
  /// Looks at a whole sentence: whether any rule can match in it.
  func see(_ row: UnsafeBufferPointer<UInt16>) -> Bool {
    if let needs { return needs.entries(in: row, possible: possible) }
    needs = RuleNeeds(
      layer,
      (0..<layer.entries.count).map {
        let entry = entries[$0]
        return [(left, entry.left, entry.leftLength), (right, entry.right, entry.rightLength)]
      })
    return see(row)
  }

  /// Begins a walk from an anchor of the seen sentence: whether any rule can match there.
  func begin(_ anchor: UInt16) -> Bool {
    let wanted = anchored + Int(anchor) * rows
    var any: UInt64 = 0
    for row in 0..<rows {
      leftAccepted[row] = 0
      rightAccepted[row] = 0
      wantedNow[row] = wanted[row] & possible[row]
      any |= wantedNow[row]
    }
    return any != 0
  }

  /// The left side is walked: whether any rule is left for the right one.
  func turn() -> Bool {
    var any: UInt64 = 0
    for row in 0..<rows {
      leftAccepted[row] &= wantedNow[row]
      any |= leftAccepted[row]
    }
    return any != 0
  }

  /// Both sides are walked: the rules that match, best first, until `visit` returns false. How far they reach is not asked.
  func found(_ columns: UnsafeBufferPointer<UInt16>, anchor: Int, window: Int, visit: (Int) -> Bool) {
    let at = columns.baseAddress! + anchor
    let (before, after) = (min(anchor, window), min(columns.count - anchor - 1, window))
    for row in 0..<rows {
      var bits = leftAccepted[row] & rightAccepted[row]
      while bits != 0 {
        let entry = entries[row * 64 + bits.trailingZeroBitCount]
        bits &= bits - 1
        if entry.isLeftPlain {
          leftMatcher.clear()
        } else if !leftMatcher.match(
          start: entry.left, length: Int(entry.leftLength), columns: at - 1, stride: -1, count: before)
        {
          continue
        }
        if entry.isRightPlain {
          rightMatcher.clear()
        } else if !rightMatcher.match(
          start: entry.right, length: Int(entry.rightLength), columns: at + 1, stride: 1, count: after)
        {
          continue
        }
        if !visit(Int(entry.rule)) { return }
      }
    }
  }
}
