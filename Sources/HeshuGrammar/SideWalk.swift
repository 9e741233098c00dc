/// Several automata over rows of the same length, each one step at a time.
final class SideWalk {
  private struct Chain {
    let automaton: Unmanaged<RuleAutomaton>
    let states: StateTable
    let wanted: UnsafeMutablePointer<UInt64>
    let accepted: UnsafeMutablePointer<UInt64>
    /// The anchor's column; the walk begins beside it.
    let row: UnsafePointer<UInt16>
    var state: Int

    /// Whether an entry that is wanted and not yet accepted is still on its way.
    @inline(__always)
    var isOpen: Bool {
      let (alive, rows) = (states.alive(state), states.rows)
      var open: UInt64 = 0
      for row in 0..<rows { open |= alive[row] & wanted[row] & ~accepted[row] }
      return open != 0
    }
  }

  private let chains: UnsafeMutablePointer<Chain>
  @exclusivity(unchecked) private var count = 0

  init(_ most: Int) { chains = .allocate(capacity: max(most, 1)) }

  deinit { chains.deallocate() }

  /// Adds the walk of one automaton from the anchor's column at `row`: which of the `wanted` entries are accepted is asked.
  func add(
    _ automaton: RuleAutomaton, _ row: UnsafePointer<UInt16>, wanted: UnsafeMutablePointer<UInt64>,
    accepted: UnsafeMutablePointer<UInt64>
  ) {
    let state = automaton.begin(accepted)
    (chains + count).initialize(
      to: Chain(
        automaton: Unmanaged.passUnretained(automaton), states: automaton.table, wanted: wanted, accepted: accepted,
        row: row, state: state))
    if chains[count].isOpen { count += 1 }
  }

  /// Walks all that were added over `steps` columns and lets them go.
  func run(stride: Int, count steps: Int) {
    let chains = chains
    var left = count
    count = 0
    var place = stride
    for _ in 0..<steps {
      if left == 0 { return }
      var index = 0
      while index < left {
        let chain = chains + index
        let column = chain.pointee.row[place]
        var next = chain.pointee.states.transitions(chain.pointee.state)[Int(column)]
        if next < 0 {
          if next == -1 {
            next = chain.pointee.automaton._withUnsafeGuaranteedRef { $0.move(Int32(chain.pointee.state), column) }
          }
          if next == -2 {
            left &-= 1
            chains[index] = chains[left]
            continue
          }
        }
        let state = Int(next & 0x3FFF)
        if state != chain.pointee.state {
          chain.pointee.state = state
          if next & RuleAutomaton.accepting != 0 {
            let accepts = chain.pointee.states.accepts(state)
            for row in 0..<chain.pointee.states.rows { chain.pointee.accepted[row] |= accepts[row] }
          }
          if !chain.pointee.isOpen {
            left &-= 1
            chains[index] = chains[left]
            continue
          }
        }
        index &+= 1
      }
      place &+= stride
    }
  }
}
