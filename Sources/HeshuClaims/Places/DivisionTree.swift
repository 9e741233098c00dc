internal import HeshuGrammar

/// The way up in the gazetteer on one day, each step looked up once. One a thread.
///
/// 义桥镇 → 萧山区 → 杭州市 → 浙江省; what lay in what changes with the years.
final class DivisionTree {
  private let tables: PlaceTables
  private let levels: UnsafeMutablePointer<UInt8>
  private let codes: UnsafeMutablePointer<Int32>
  /// For each division the one above, -1 for none, -2 while it was not asked for.
  private let parents: UnsafeMutablePointer<Int32>
  private let count: Int
  /// yyyymmdd, 0 for today.
  @exclusivity(unchecked) private(set) var day: Int32 = 0

  init(_ tables: PlaceTables) {
    self.tables = tables
    count = tables.codes.count
    levels = .allocate(capacity: max(count, 1))
    levels.initialize(from: tables.divisionLevels, count: count)
    codes = .allocate(capacity: max(count, 1))
    codes.initialize(from: tables.codes, count: count)
    parents = .allocate(capacity: max(count, 1))
    parents.initialize(repeating: -2, count: count)
  }

  deinit {
    levels.deallocate()
    codes.deallocate()
    parents.deallocate()
  }

  /// A document of another day.
  func begin(_ day: Int32) {
    if day == self.day { return }
    self.day = day
    parents.update(repeating: -2, count: count)
  }

  /// The division above; nil for the country and above.
  func parent(of division: Int) -> Int? {
    if parents[division] == -2 { parents[division] = Int32(tables.parent(of: division, on: day) ?? -1) }
    let parent = Int(parents[division])
    return parent < 0 ? nil : parent
  }

  /// Whether `inner` is `outer` or lies in it.
  func lies(_ inner: Int, in outer: Int) -> Bool {
    if levels[outer] == PlaceTables.Level.country.rawValue { return true }
    var at: Int? = inner
    for _ in 0..<4 {
      guard let here = at else { return false }
      if codes[here] == codes[outer] { return true }
      at = parent(of: here)
    }
    return false
  }

  /// The division of a level that one is or lies in: the province of 萧山区.
  func ancestor(of division: Int, level: PlaceTables.Level) -> Int? {
    var at: Int? = division
    for _ in 0..<4 {
      guard let here = at else { return nil }
      if levels[here] == level.rawValue { return here }
      at = parent(of: here)
    }
    return nil
  }
}
