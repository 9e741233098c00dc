/// Whether a part of a program matches from a position on: a set of places for each position, no captures.
///
/// Owned by one `Matcher`.
final class LookAhead {
  private let tables: RuleTables
  /// The places of the position at hand, those of the next one, and the last position that was at a place.
  @exclusivity(unchecked) private var current: UnsafeMutablePointer<Int32>
  @exclusivity(unchecked) private var next: UnsafeMutablePointer<Int32>
  @exclusivity(unchecked) private var nextCount = 0
  private let mark: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) private var generation: UInt32 = 0
  /// For what looks ahead from inside.
  private lazy var inner = LookAhead(tables)

  init(_ tables: RuleTables) {
    self.tables = tables
    let count = max(tables.count, 1)
    current = .allocate(capacity: count)
    next = .allocate(capacity: count)
    mark = .allocate(capacity: count)
    mark.initialize(repeating: 0, count: count)
  }

  deinit {
    current.deallocate()
    next.deallocate()
    mark.deallocate()
  }

  /// Whether the program at `start` matches from `position` on.
  func matches(
    _ start: Int32, _ columns: UnsafePointer<UInt16>, _ stride: Int, _ count: Int, _ position: Int
  ) -> Bool {
    var position = position
    var left = 1
    current[0] = start
    while left > 0 {
      generation += 1
      nextCount = 0
      for index in 0..<left where accepts(current[index], columns, stride, count, position) { return true }
      left = nextCount
      swap(&current, &next)
      position += 1
    }
    return false
  }

  /// Follows a place to what consumes a token; true when it comes to the end.
  private func accepts(
    _ place: Int32, _ columns: UnsafePointer<UInt16>, _ stride: Int, _ count: Int, _ position: Int
  ) -> Bool {
    var at = place
    while mark[Int(at)] != generation {
      mark[Int(at)] = generation
      let instruction = tables.code[Int(at)]
      switch instruction.op {
      case .one:
        if position < count, tables.has(instruction.x, columns[position &* stride]) {
          next[nextCount] = at + 1
          nextCount += 1
        }
        return false
      case .split:
        if accepts(instruction.x, columns, stride, count, position) { return true }
        at = instruction.y
      case .jump: at = instruction.x
      case .save: at += 1
      case .look:
        guard inner.matches(instruction.y, columns, stride, count, position) == (instruction.x == 1) else {
          return false
        }
        at += 1
      case .accept: return true
      }
    }
    return false
  }
}
