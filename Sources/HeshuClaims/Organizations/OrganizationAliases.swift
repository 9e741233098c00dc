/// The short forms that an article gives organisations in brackets: 香港職工會聯盟（職工盟） → 職工盟 from there on.
struct OrganizationAliases {
  private var known: [[UInt16]] = []

  /// Characters of a short form; and how many of them an article can have.
  private static let lengths = 2...8
  private static let most = 16

  mutating func removeAll() { known.removeAll(keepingCapacity: true) }

  var isEmpty: Bool { known.isEmpty }

  /// Learns the short form in brackets right behind a name, if there is one.
  mutating func learn(_ cells: UnsafePointer<UInt16>, _ name: Range<Int>, _ count: Int) {
    guard known.count < Self.most, name.upperBound < count, Self.isOpening(cells[name.upperBound]),
      let alias = Self.shortForm(cells, of: name, from: name.upperBound + 1, count),
      !known.contains(where: alias.elementsEqual)
    else { return }
    known.append(Array(alias))
  }

  /// Where a short form that begins here ends.
  func end(_ cells: UnsafePointer<UInt16>, _ start: Int, _ count: Int) -> Int? {
    for alias in known where cells[start] == alias[0] && start + alias.count <= count {
      if UnsafeBufferPointer(start: cells + start, count: alias.count).elementsEqual(alias) {
        return start + alias.count
      }
    }
    return nil
  }

  /// Whether a bracket that opens before `from` holds a short form of the name.
  static func isShortForm(_ cells: UnsafePointer<UInt16>, of name: Range<Int>, from: Int, _ count: Int) -> Bool {
    shortForm(cells, of: name, from: from, count) != nil
  }

  /// What stands in brackets, if all its characters stand in the name in this order.
  private static func shortForm(
    _ cells: UnsafePointer<UInt16>, of name: Range<Int>, from: Int, _ count: Int
  ) -> UnsafeBufferPointer<UInt16>? {
    var end = from
    var at = name.lowerBound
    while end < count, !isClosing(cells[end]) {
      while at < name.upperBound, cells[at] != cells[end] { at += 1 }
      guard at < name.upperBound, end - from < lengths.upperBound else { return nil }
      at += 1
      end += 1
    }
    guard end < count, lengths.contains(end - from), end - from < name.count else { return nil }
    return UnsafeBufferPointer(start: cells + from, count: end - from)
  }

  private static func isOpening(_ cell: UInt16) -> Bool { cell == 0x28 || cell == 0xFF08 }
  private static func isClosing(_ cell: UInt16) -> Bool { cell == 0x29 || cell == 0xFF09 }
}
