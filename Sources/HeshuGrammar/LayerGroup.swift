/// Layers that look at the same sentences, walked side by side: while one automaton waits for its table, the others go on.
///
/// `see` a sentence, `walk` from an anchor, then `each` layer's matches around it. One a thread.
public final class LayerGroup {
  public let scans: [LayerScan]
  @exclusivity(unchecked) private var mayMatch: [Bool]
  private let walk: SideWalk
  @exclusivity(unchecked) private var anchor = 0
  @exclusivity(unchecked) private var window = 0

  public init(_ layers: [Layer]) {
    scans = layers.map(LayerScan.init)
    mayMatch = layers.map { _ in false }
    walk = SideWalk(scans.count)
  }

  /// Looks at a whole sentence, of which `row` gives the columns in each layer.
  public func see(_ row: (Int) -> UnsafeBufferPointer<UInt16>) {
    for layer in scans.indices {
      mayMatch[layer] = scans[layer].see(row(layer))
    }
  }

  /// Finds what can match around one anchor of the sentence; at most `window` words on either side are looked at.
  public func walk(anchor: Int, window: Int = 200, _ row: (Int) -> UnsafeBufferPointer<UInt16>) {
    self.anchor = anchor
    self.window = window
    for layer in scans.indices where mayMatch[layer] {
      let columns = row(layer).baseAddress! + anchor
      let scan = scans[layer]
      if scan.begin(columns.pointee) { walk.add(scan.leftAutomaton, columns, scan.leftAccepted) }
    }
    walk.run(stride: -1, count: min(anchor, window))
    var count = 0
    for layer in scans.indices where mayMatch[layer] {
      let columns = row(layer)
      count = columns.count
      let scan = scans[layer]
      if scan.turn() { walk.add(scan.rightAutomaton, columns.baseAddress! + anchor, scan.rightAccepted) }
    }
    walk.run(stride: 1, count: min(max(count - anchor - 1, 0), window))
  }

  /// The rules of a layer that match around the anchor, best first, until `visit` returns false.
  public func each(_ layer: Int, _ columns: UnsafeBufferPointer<UInt16>, visit: (Int) -> Bool) {
    guard mayMatch[layer] else { return }
    scans[layer].found(columns, anchor: anchor, window: window, visit: visit)
  }
}

/// Several automata over rows of the same length, each one step at a time.
final class SideWalk {
  private struct Chain {
    let automaton: Unmanaged<RuleAutomaton>
    let transitions: UnsafeMutablePointer<Int16>
    let accepts: UnsafeMutablePointer<UInt64>
    let accepted: UnsafeMutablePointer<UInt64>
    /// The anchor's column; the walk begins beside it.
    let row: UnsafePointer<UInt16>
    let columns: Int
    let rows: Int
    var state: Int
  }

  private let chains: UnsafeMutablePointer<Chain>
  @exclusivity(unchecked) private var count = 0

  init(_ most: Int) { chains = .allocate(capacity: max(most, 1)) }

  deinit { chains.deallocate() }

  func add(
    _ automaton: RuleAutomaton, _ row: UnsafePointer<UInt16>, _ accepted: UnsafeMutablePointer<UInt64>
  ) {
    let state = automaton.begin(accepted)
    (chains + count).initialize(
      to: Chain(
        automaton: Unmanaged.passUnretained(automaton), transitions: automaton.transitions, accepts: automaton.accepts,
        accepted: accepted, row: row, columns: automaton.columns, rows: automaton.rows, state: state))
    count += 1
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
        var next = chain.pointee.transitions[chain.pointee.state &* chain.pointee.columns &+ Int(column)]
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
        chain.pointee.state = Int(next & 0x3FFF)
        if next & RuleAutomaton.accepting != 0 {
          let accepts = chain.pointee.accepts + chain.pointee.state &* chain.pointee.rows
          for row in 0..<chain.pointee.rows { chain.pointee.accepted[row] |= accepts[row] }
        }
        index &+= 1
      }
      place &+= stride
    }
  }
}
