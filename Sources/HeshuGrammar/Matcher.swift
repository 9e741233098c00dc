/// Finds what one rule captures, by the order the pattern gives (greedy before short, first branch before second).
///
/// Backtracking bounded by a bit for every pair of instruction and position: none is tried twice, so the time is at most
/// the product of both, whatever the pattern.
final class Matcher {
  private let tables: RuleTables
  @exclusivity(unchecked) private var visited: UnsafeMutablePointer<UInt64>
  @exclusivity(unchecked) private var visitedCount = 64
  @exclusivity(unchecked) private var stack: UnsafeMutablePointer<Step>
  @exclusivity(unchecked) private var stackCount = 256
  /// Two positions a capture, steps from the anchor; -1 where nothing was captured.
  let slots: UnsafeMutablePointer<Int32>
  private let slotCount: Int
  /// The last look-ahead step that was at a place.
  private let mark: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) private var generation: UInt32 = 0
  @exclusivity(unchecked) private(set) var end = 0
  /// The lists of places that look-aheads use, one pair for each that is under way.
  @exclusivity(unchecked) private var spare: [(current: [Int32], next: [Int32])] = []

  /// A branch to come back to, or (restore ≥ 0) a slot to set back.
  private struct Step {
    var place: Int32
    var position: Int32
    var restore: Int32
  }

  init(_ layer: Layer, _ tables: RuleTables) {
    self.tables = tables
    slotCount = layer.captureNames.count * 2
    visited = .allocate(capacity: visitedCount)
    stack = .allocate(capacity: stackCount)
    slots = .allocate(capacity: max(slotCount, 1))
    mark = .allocate(capacity: max(tables.count, 1))
    mark.initialize(repeating: 0, count: max(tables.count, 1))
  }

  deinit {
    visited.deallocate()
    stack.deallocate()
    slots.deallocate()
    mark.deallocate()
  }

  private func push(_ step: Step, _ depth: inout Int) {
    if depth == stackCount {
      let larger = UnsafeMutablePointer<Step>.allocate(capacity: stackCount * 2)
      larger.update(from: stack, count: stackCount)
      stack.deallocate()
      stack = larger
      stackCount *= 2
    }
    stack[depth] = step
    depth += 1
  }

  /// Nothing is captured.
  func clear() { slots.update(repeating: -1, count: slotCount) }

  /// Runs the program at `start` (of `length` instructions) over the columns from the anchor outwards; true when it accepts.
  func match(start: Int32, length: Int, columns: UnsafePointer<UInt16>, stride: Int, count: Int) -> Bool {
    let code = tables.code
    let width = count + 1
    let needed = (length * width + 63) / 64
    if needed > visitedCount {
      visited.deallocate()
      visitedCount = needed * 2
      visited = .allocate(capacity: visitedCount)
    }
    let visited = visited
    visited.update(repeating: 0, count: needed)
    slots.update(repeating: -1, count: slotCount)
    let slots = slots
    var depth = 0
    push(Step(place: start, position: 0, restore: -1), &depth)
    while depth > 0 {
      depth -= 1
      let top = stack[depth]
      if top.restore >= 0 {
        slots[Int(top.restore)] = top.position
        continue
      }
      var place = top.place
      var position = top.position
      walk: while true {
        let bit = Int(place &- start) &* width &+ Int(position)
        if visited[bit >> 6] >> UInt64(bit & 63) & 1 == 1 { break }
        visited[bit >> 6] |= 1 << UInt64(bit & 63)
        let instruction = code[Int(place)]
        switch instruction.op {
        case .one:
          guard Int(position) < count, tables.has(instruction.x, columns[Int(position) &* stride])
          else { break walk }
          position += 1
          place += 1
        case .split:
          push(Step(place: instruction.y, position: position, restore: -1), &depth)
          place = instruction.x
        case .jump: place = instruction.x
        case .save:
          push(Step(place: 0, position: slots[Int(instruction.x)], restore: instruction.x), &depth)
          slots[Int(instruction.x)] = position
          place += 1
        case .look:
          if looks(instruction.y, columns, stride, count, Int(position)) != (instruction.x == 1) { break walk }
          place += 1
        case .accept:
          end = Int(position)
          return true
        }
      }
    }
    return false
  }

  /// Whether the program at `start` matches from `position` on; a set of places, no captures.
  private func looks(
    _ start: Int32, _ columns: UnsafePointer<UInt16>, _ stride: Int, _ count: Int, _ from: Int
  ) -> Bool {
    if spare.isEmpty { spare.append(([], [])) }
    var (current, next) = spare.removeLast()
    defer { spare.append((current, next)) }
    current.removeAll(keepingCapacity: true)
    current.append(start)
    var position = from
    while !current.isEmpty {
      generation += 1
      let mine = generation
      next.removeAll(keepingCapacity: true)
      while let at = current.popLast() {
        if mark[Int(at)] == mine { continue }
        mark[Int(at)] = mine
        let instruction = tables.code[Int(at)]
        switch instruction.op {
        case .one:
          if position < count, tables.has(instruction.x, columns[position &* stride]) { next.append(at + 1) }
        case .split:
          current.append(instruction.y)
          current.append(instruction.x)
        case .jump: current.append(instruction.x)
        case .save: current.append(at + 1)
        case .look:
          if looks(instruction.y, columns, stride, count, position) == (instruction.x == 1) { current.append(at + 1) }
        case .accept: return true
        }
      }
      swap(&current, &next)
      position += 1
    }
    return false
  }
}
