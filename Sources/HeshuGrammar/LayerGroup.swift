/// Layers that look at the same sentences, walked side by side: while one automaton waits for its table, the others go on.
///
/// `see` a sentence, `walk` from an anchor, then `each` layer's matches around it. One a thread.
public final class LayerGroup {
  public let scans: [LayerScan]
  /// The same without counting references.
  private let held: UnsafeMutablePointer<Unmanaged<LayerScan>>
  private let count: Int
  private let rows: ColumnRows
  private let mayMatch: UnsafeMutablePointer<Bool>
  private let sides: SideWalk
  @exclusivity(unchecked) private var anchor = 0

  /// At most so many words on either side of an anchor are looked at.
  private static let window = 200

  public init(_ layers: [Layer]) {
    scans = layers.map(LayerScan.init)
    count = layers.count
    held = .allocate(capacity: max(count, 1))
    mayMatch = .allocate(capacity: max(count, 1))
    for (number, scan) in scans.enumerated() {
      (held + number).initialize(to: .passUnretained(scan))
      mayMatch[number] = false
    }
    rows = ColumnRows(layers)
    sides = SideWalk(count)
  }

  deinit {
    held.deallocate()
    mayMatch.deallocate()
  }

  /// Looks at a whole sentence, of which the symbols of the words are given.
  @inlinable
  public func see(_ symbols: some Collection<UInt16>) {
    let room = begin(symbols.count)
    var index = 0
    for symbol in symbols {
      room[index] = symbol
      index &+= 1
    }
    look()
  }

  @usableFromInline
  func begin(_ count: Int) -> UnsafeMutablePointer<UInt16> { rows.begin(count) }

  @usableFromInline
  func look() {
    rows.fill()
    for layer in 0..<count {
      mayMatch[layer] = held[layer]._withUnsafeGuaranteedRef { $0.see(rows.row(layer)) }
    }
  }

  /// Finds what can match around one anchor of the sentence.
  public func walk(anchor: Int) {
    self.anchor = anchor
    for layer in 0..<count where mayMatch[layer] {
      let at = rows.row(layer).baseAddress! + anchor
      held[layer]._withUnsafeGuaranteedRef { scan in
        guard scan.begin(at.pointee) else { return }
        sides.add(scan.leftAutomaton, at, wanted: scan.wantedNow, accepted: scan.leftAccepted)
      }
    }
    sides.run(stride: -1, count: min(anchor, Self.window))
    for layer in 0..<count where mayMatch[layer] {
      let at = rows.row(layer).baseAddress! + anchor
      held[layer]._withUnsafeGuaranteedRef { scan in
        guard scan.turn() else { return }
        sides.add(scan.rightAutomaton, at, wanted: scan.leftAccepted, accepted: scan.rightAccepted)
      }
    }
    sides.run(stride: 1, count: min(max(rows.count - anchor - 1, 0), Self.window))
  }

  /// The rules of a layer that match around the anchor, best first, until `visit` returns false.
  public func each(_ layer: Int, visit: (Int) -> Bool) {
    guard mayMatch[layer] else { return }
    held[layer]._withUnsafeGuaranteedRef {
      $0.found(rows.row(layer), anchor: anchor, window: Self.window, visit: visit)
    }
  }
}
