/// Finds what one rule captures, by the order the pattern gives (greedy before short, first branch before second).
///
/// Backtracking bounded by a bit for every pair of instruction and position: none is tried twice, so the time is at most
/// the product of both, whatever the pattern.
final class Matcher {
  private let tables: RuleTables
  private var visited: UnsafeMutablePointer<UInt64>
  private var visitedCount = 64
  private var stack: UnsafeMutablePointer<Step>
  private var stackCount = 256
  /// Two positions a capture, steps from the anchor; -1 where nothing was captured.
  let slots: UnsafeMutablePointer<Int32>
  private let slotCount: Int
  private(set) var end = 0

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
  }

  deinit {
    visited.deallocate()
    stack.deallocate()
    slots.deallocate()
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
    visited.update(repeating: 0, count: needed)
    slots.update(repeating: -1, count: slotCount)
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
    var current: [Int32] = [start]
    var position = from
    while !current.isEmpty {
      var seen = Set<Int32>()
      var ones: [Int32] = []
      var pending = current
      while let at = pending.popLast() {
        if !seen.insert(at).inserted { continue }
        let instruction = tables.code[Int(at)]
        switch instruction.op {
        case .one: ones.append(at)
        case .split:
          pending.append(instruction.y)
          pending.append(instruction.x)
        case .jump: pending.append(instruction.x)
        case .save: pending.append(at + 1)
        case .look:
          if looks(instruction.y, columns, stride, count, position) == (instruction.x == 1) { pending.append(at + 1) }
        case .accept: return true
        }
      }
      guard position < count else { return false }
      let column = columns[position * stride]
      current = ones.filter { tables.has(tables.code[Int($0)].x, column) }.map { $0 + 1 }
      position += 1
    }
    return false
  }
}
