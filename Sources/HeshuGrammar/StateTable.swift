/// What is known of the states of an automaton, all of one state together in memory: a step of a walk looks in one place.
///
/// Freed by its automaton.
struct StateTable {
  let columns: Int
  /// Words of 64 bits that a bit for each entry takes.
  let rows: Int
  private let stride: Int
  private let memory: UnsafeMutableRawPointer

  /// Room for `most` states.
  init(columns: Int, rows: Int, most: Int) {
    self.columns = columns
    self.rows = rows
    stride = rows * 16 + (columns + 3) / 4 * 8
    memory = .allocate(byteCount: max(stride * most, 1), alignment: 64)
  }

  func deallocate() { memory.deallocate() }

  /// The entries that accept in the state, a bit each.
  @inline(__always)
  func accepts(_ state: Int) -> UnsafeMutablePointer<UInt64> {
    (memory + state &* stride).assumingMemoryBound(to: UInt64.self)
  }

  /// The entries that are still on their way in the state.
  @inline(__always)
  func alive(_ state: Int) -> UnsafeMutablePointer<UInt64> { accepts(state) + rows }

  /// For each column the next state, with `RuleAutomaton.accepting` added where some entry accepts in it; -1 unknown, -2
  /// none.
  @inline(__always)
  func transitions(_ state: Int) -> UnsafeMutablePointer<Int16> {
    (memory + (state &* stride &+ rows &* 16)).assumingMemoryBound(to: Int16.self)
  }

  /// A state of which nothing is known yet.
  func clear(_ state: Int) {
    (memory + state * stride).bindMemory(to: UInt64.self, capacity: rows * 2).update(repeating: 0, count: rows * 2)
    (memory + state * stride + rows * 16).bindMemory(to: Int16.self, capacity: columns).update(
      repeating: -1, count: columns)
  }
}
