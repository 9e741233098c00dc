/// What a sentence must hold for the rules of a layer to match in it: a quick no for whole layers.
///
/// A rule for 其中 needs 其中. Of each entry the sets are known that every way through its programs passes; an entry whose
/// sets the sentence does not all have cannot match, wherever its anchor is. Owned by one `LayerScan`.
final class RuleNeeds {
  /// So many needed sets are looked at, a bit each; what more are needed is not asked.
  private typealias Sets = SIMD4<UInt64>
  private static let most = 256

  /// For each column the needed sets that have it.
  private let columns: UnsafeMutablePointer<Sets>
  /// For each entry the sets that it needs.
  private let needs: UnsafeMutablePointer<Sets>
  private let count: Int

  /// `programs` are the two sides of each entry by table, first instruction and length.
  init(_ layer: Layer, _ programs: [[(tables: RuleTables, start: Int32, length: Int32)]]) {
    count = programs.count
    var numbers: [Int32: Int] = [:]
    var sets: [[Int32]] = []
    for sides in programs {
      var found: [Int32] = []
      for side in sides {
        for set in Self.sets(side.tables, Int(side.start), Int(side.length)) where !found.contains(set) {
          found.append(set)
        }
      }
      for set in found where numbers[set] == nil && numbers.count < Self.most { numbers[set] = numbers.count }
      sets.append(found)
    }
    columns = .allocate(capacity: max(layer.columnCount, 1))
    columns.initialize(repeating: Sets(), count: layer.columnCount)
    needs = .allocate(capacity: max(count, 1))
    needs.initialize(repeating: Sets(), count: count)
    guard let tables = programs.first?.first?.tables else { return }
    for (set, number) in numbers {
      for column in 0..<layer.columnCount where tables.has(set, UInt16(column)) {
        columns[column][number >> 6] |= 1 << UInt64(number & 63)
      }
    }
    for (entry, found) in sets.enumerated() {
      for case let number? in found.map({ numbers[$0] }) { needs[entry][number >> 6] |= 1 << UInt64(number & 63) }
    }
  }

  deinit {
    columns.deallocate()
    needs.deallocate()
  }

  /// Sets the bits of the entries that can match somewhere in the row; false when there is none.
  func entries(in row: UnsafeBufferPointer<UInt16>, possible: UnsafeMutablePointer<UInt64>) -> Bool {
    let (columns, needs, count) = (columns, needs, count)
    var seen = Sets()
    for column in row { seen |= columns[Int(column)] }
    let lacking = ~seen
    var any = false
    var first = 0
    while first < count {
      var bits: UInt64 = 0
      for entry in first..<min(first &+ 64, count) where needs[entry] & lacking == Sets() {
        bits |= 1 << UInt64(entry &- first)
      }
      possible[first >> 6] = bits
      if bits != 0 { any = true }
      first &+= 64
    }
    return any
  }

  /// The sets that every way through a program passes, in one walk: the ways all pass a place of one of them if nothing
  /// before it leads behind it.
  private static func sets(_ tables: RuleTables, _ start: Int, _ length: Int) -> [Int32] {
    func next(_ place: Int, _ visit: (Int) -> Void) {
      let instruction = tables.code[start + place]
      switch instruction.op {
      case .one, .save, .look: visit(place + 1)
      case .split:
        visit(Int(instruction.x) - start)
        visit(Int(instruction.y) - start)
      case .jump: visit(Int(instruction.x) - start)
      case .accept: break
      }
    }
    // One way, the shortest, by where each place is first reached from.
    var from = Array(repeating: -1, count: length)
    var queue = [0]
    from[0] = 0
    var head = 0
    while head < queue.count {
      let place = queue[head]
      head += 1
      next(place) {
        guard from[$0] < 0 else { return }
        from[$0] = place
        queue.append($0)
      }
    }
    let end = length - 1
    guard from[end] >= 0 else { return [] }
    var way = [end]
    while way.last! != 0 { way.append(from[way.last!]) }
    way.reverse()
    var index = Array(repeating: -1, count: length)
    for (number, place) in way.enumerated() { index[place] = number }
    // The last place of the way that those before lead to.
    var furthest = 0
    var isKnown = Array(repeating: false, count: length)
    var found: [Int32] = []
    var pending: [Int] = []
    for (number, place) in way.enumerated() {
      let instruction = tables.code[start + place]
      if furthest <= number, instruction.op == .one { found.append(instruction.x) }
      next(place) { pending.append($0) }
      while let at = pending.popLast() {
        if index[at] >= 0 {
          furthest = max(furthest, index[at])
        } else if !isKnown[at] {
          isKnown[at] = true
          next(at) { pending.append($0) }
        }
      }
    }
    return found
  }
}
