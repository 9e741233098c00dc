/// Layers that look at the same sentences, walked side by side: while one automaton waits for its table, the others go on.
///
/// `see` a sentence, `walk` from an anchor, then `each` layer's matches around it. One a thread.
public final class LayerGroup {
  public let scans: [LayerScan]
  /// The same without counting references.
  private let held: [Unmanaged<LayerScan>]
  @exclusivity(unchecked) private var mayMatch: [Bool]
  private let walk: SideWalk
  @exclusivity(unchecked) private var anchor = 0
  @exclusivity(unchecked) private var window = 0

  public init(_ layers: [Layer]) {
    scans = layers.map(LayerScan.init)
    held = scans.map(Unmanaged.passUnretained)
    mayMatch = layers.map { _ in false }
    walk = SideWalk(scans.count)
  }

  /// Looks at a whole sentence, of which `row` gives the columns in each layer.
  public func see(_ row: (Int) -> UnsafeBufferPointer<UInt16>) {
    for layer in scans.indices {
      mayMatch[layer] = held[layer]._withUnsafeGuaranteedRef { $0.see(row(layer)) }
    }
  }

  /// Finds what can match around one anchor of the sentence; at most `window` words on either side are looked at.
  public func walk(anchor: Int, window: Int = 200, _ row: (Int) -> UnsafeBufferPointer<UInt16>) {
    self.anchor = anchor
    self.window = window
    for layer in scans.indices where mayMatch[layer] {
      let columns = row(layer).baseAddress! + anchor
      held[layer]._withUnsafeGuaranteedRef { scan in
        guard scan.begin(columns.pointee) else { return }
        walk.add(scan.leftAutomaton, columns, wanted: scan.wantedNow, accepted: scan.leftAccepted)
      }
    }
    walk.run(stride: -1, count: min(anchor, window))
    var count = 0
    for layer in scans.indices where mayMatch[layer] {
      let columns = row(layer)
      count = columns.count
      held[layer]._withUnsafeGuaranteedRef { scan in
        guard scan.turn() else { return }
        walk.add(
          scan.rightAutomaton, columns.baseAddress! + anchor, wanted: scan.leftAccepted, accepted: scan.rightAccepted)
      }
    }
    walk.run(stride: 1, count: min(max(count - anchor - 1, 0), window))
  }

  /// The rules of a layer that match around the anchor, best first, until `visit` returns false.
  public func each(_ layer: Int, _ columns: UnsafeBufferPointer<UInt16>, visit: (Int) -> Bool) {
    guard mayMatch[layer] else { return }
    held[layer]._withUnsafeGuaranteedRef { $0.found(columns, anchor: anchor, window: window, visit: visit) }
  }
}
