internal import HeshuGrammar

/// Names and codes of divisions as records write them, made once each. One a thread.
final class DivisionNames {
  private let tables: PlaceTables
  @exclusivity(unchecked) private var names: [[UInt8]?]
  @exclusivity(unchecked) private var codes: [[UInt8]?]
  private static let special = Array("特别行政区".utf8)

  init(_ tables: PlaceTables) {
    self.tables = tables
    names = Array(repeating: nil, count: tables.codes.count)
    codes = names
  }

  /// In full, but 香港 and 澳门 as everybody writes them; UTF-8.
  func name(of division: Int) -> [UInt8] {
    if let known = names[division] { return known }
    let name = tables.name(of: division)
    let made = Array(
      name.suffix(Self.special.count).elementsEqual(Self.special) ? name.dropLast(Self.special.count) : name)
    names[division] = made
    return made
  }

  /// Six digits; empty for the country.
  func code(of division: Int) -> [UInt8] {
    if let known = codes[division] { return known }
    let made = tables.code(of: division)
    codes[division] = made
    return made
  }
}
