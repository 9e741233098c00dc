internal import HeshuGrammar

/// The words around a number that make it a bound: 超, 近, 以上, 左右.
extension QuantityReader {
  /// The modifier of the words before `start`, and the currency named there.
  func prefix(_ start: Int) -> (modifier: Modifier, code: String) {
    var at = start
    while at > floor, cells[at - 1] == 0x20 { at -= 1 }
    var code = ""
    if let (before, row) = tables.prefixes.longestBackward(cells, at, floor) {
      code = tables.prefixCodes[row]
      at = before
      while at > floor, cells[at - 1] == 0x20 { at -= 1 }
    }
    func look(_ place: Int) -> Modifier? {
      tables.before.longestBackward(cells, place, floor).flatMap {
        $0.value == Int(Modifier.none.rawValue) ? Modifier.none : Modifier(rawValue: UInt8($0.value))
      }
    }
    if let found = look(at) { return (found == .none ? .exact : found, code) }
    if let (before, _) = tables.fillers.longestBackward(cells, at, floor) {
      var place = before
      while place > floor, cells[place - 1] == 0x20 { place -= 1 }
      if let found = look(place), found != .none { return (found, code) }
    }
    return (.exact, code)
  }

  func suffix(_ end: Int) -> Modifier {
    let at = skipSpaces(end)
    guard let (_, raw) = tables.after.longest(cells, at, limit) else { return .exact }
    let found = Modifier(rawValue: UInt8(raw)) ?? .exact
    return found == .none ? .exact : found
  }

  private static let byStrength: [Modifier] = [.atMost, .atLeast, .under, .over, .nearly, .about, .exact]

  /// Of two modifiers the bounding one: 最多 … 左右 is atMost, 约20多 is over.
  func stronger(_ a: Modifier, _ b: Modifier) -> Modifier {
    Self.byStrength.first { $0 == a || $0 == b } ?? .exact
  }
}
