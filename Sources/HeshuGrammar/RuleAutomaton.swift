/// The combined automaton of one side of a layer, built as it is walked: a state is the set of places the patterns can be
/// at, a transition is found once and then read from a table.
///
/// Not shared between threads: each worker has its own.
final class RuleAutomaton {
  let tables: RuleTables
  private let starts: [Int32]
  /// A state's number is that of its set.
  let sets: PlaceSets
  /// The set that is being made.
  let found: UnsafeMutablePointer<Int32>
  @exclusivity(unchecked) var foundCount = 0
  let table: StateTable
  /// The entry that an instruction belongs to.
  let owners: UnsafeMutablePointer<Int32>
  let mark: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) var generation: UInt32 = 0
  @exclusivity(unchecked) var start: Int32 = 0
  static let accepting: Int16 = 0x4000

  /// The table is dropped and begun anew when it has grown to this many states, so memory stays bounded.
  static let limit = 3000

  init(_ layer: Layer, _ tables: RuleTables, starts: [Int32]) {
    self.tables = tables
    self.starts = starts
    sets = PlaceSets(most: Self.limit + 2)
    found = .allocate(capacity: max(tables.count, 1))
    table = StateTable(columns: layer.columnCount, rows: (layer.entries.count + 63) / 64, most: Self.limit + 2)
    owners = .allocate(capacity: max(tables.count, 1))
    owners.initialize(repeating: 0, count: max(tables.count, 1))
    for (entry, start) in starts.enumerated() {
      var place = Int(start)
      while tables.code[place].op != .accept || tables.code[place].x < 0 {
        owners[place] = Int32(entry)
        place += 1
      }
    }
    mark = .allocate(capacity: max(tables.count, 1))
    mark.initialize(repeating: 0, count: max(tables.count, 1))
    reset()
  }

  deinit {
    found.deallocate()
    table.deallocate()
    owners.deallocate()
    mark.deallocate()
  }

  func reset() {
    sets.removeAll()
    begin()
    for start in starts { close(start) }
    start = Int32(intern())
  }

  /// Walks from the anchor outwards over `count` columns (`first[0]`, `first[stride]`, …) and adds the entries that accept
  /// on the way to `accepted`.
  func run(
    _ first: UnsafePointer<UInt16>, stride: Int, count: Int, accepted: UnsafeMutablePointer<UInt64>
  ) {
    let states = table
    var state = begin(accepted)
    var at = first
    for _ in 0..<count {
      var next = states.transitions(state)[Int(at.pointee)]
      if next < 0 {
        if next == -1 { next = move(Int32(state), at.pointee) }
        if next == -2 { return }
      }
      state = Int(next & 0x3FFF)
      if next & Self.accepting != 0 {
        accept(state, accepted)
      }
      at += stride
    }
  }

  /// The same over cells, each cell's column being `table[cell]`; `edge` is the column after the last, if there is one.
  func run(
    _ first: UnsafePointer<UInt16>, stride: Int, count: Int, table: UnsafePointer<UInt16>, edge: UInt16?,
    accepted: UnsafeMutablePointer<UInt64>
  ) {
    let states = self.table
    var state = begin(accepted)
    var at = first
    var left = count
    var end = edge
    while true {
      let column: UInt16
      if left > 0 {
        column = table[Int(at.pointee)]
        at += stride
        left -= 1
      } else if let last = end {
        column = last
        end = nil
      } else {
        return
      }
      var next = states.transitions(state)[Int(column)]
      if next == -1 { next = move(Int32(state), column) }
      if next == -2 { return }
      state = Int(next & 0x3FFF)
      if next & Self.accepting != 0 {
        accept(state, accepted)
      }
    }
  }

  @inline(__always)
  private func accept(_ state: Int, _ accepted: UnsafeMutablePointer<UInt64>) {
    let accepts = table.accepts(state)
    for row in 0..<table.rows { accepted[row] |= accepts[row] }
  }

  /// The state that every walk begins in; what accepts in it is added to `accepted`.
  func begin(_ accepted: UnsafeMutablePointer<UInt64>) -> Int {
    let state = Int(start)
    accept(state, accepted)
    return state
  }
}
