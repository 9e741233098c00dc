/// Finds what one rule captures, by the order the pattern gives (greedy before short, first branch before second).
///
/// Backtracking bounded by a bit for every pair of branch and position: none is tried twice, so the time is at most the
/// product of the program's length and the positions, whatever the pattern.
final class Matcher {
  private let tables: RuleTables
  @exclusivity(unchecked) private var visited: UnsafeMutablePointer<UInt64>
  @exclusivity(unchecked) private var visitedCount = 64
  @exclusivity(unchecked) private var stack: UnsafeMutablePointer<Step>
  @exclusivity(unchecked) private var stackCount = 256
  /// Two positions a capture, steps from the anchor; -1 where nothing was captured.
  let slots: UnsafeMutablePointer<Int32>
  private let slotCount: Int
  private let ahead: LookAhead
  @exclusivity(unchecked) private(set) var end = 0

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
    ahead = LookAhead(tables)
  }

  deinit {
    visited.deallocate()
    stack.deallocate()
    slots.deallocate()
  }

  @inline(never)
  private func grow() {
    let larger = UnsafeMutablePointer<Step>.allocate(capacity: stackCount * 2)
    larger.update(from: stack, count: stackCount)
    stack.deallocate()
    stack = larger
    stackCount *= 2
  }

  /// Nothing is captured.
  func clear() { slots.update(repeating: -1, count: slotCount) }

  /// Runs the program at `start` (of `length` instructions) over the columns from the anchor outwards; true when it accepts.
  func match(start: Int32, length: Int, columns: UnsafePointer<UInt16>, stride: Int, count: Int) -> Bool {
    let (tables, slots) = (tables, slots)
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
    var stack = stack
    var depth = 0
    var place = start
    var position: Int32 = 0
    @inline(__always) func ends(_ place: Int32) -> Bool {
      let instruction = code[Int(place)]
      return instruction.op == .one
        && !(Int(position) < count && tables.has(instruction.x, columns[Int(position) &* stride]))
    }
    while true {
      walk: while true {
        let instruction = code[Int(place)]
        switch instruction.op {
        case .one:
          guard Int(position) < count, tables.has(instruction.x, columns[Int(position) &* stride])
          else { break walk }
          position &+= 1
          place &+= 1
        case .split:
          // A way that ends at its first token is not taken.
          if ends(instruction.x) {
            place = instruction.y
            continue
          }
          if ends(instruction.y) {
            place = instruction.x
            continue
          }
          // Ways part only here, so that to remember where they parted is enough.
          let bit = Int(place &- start) &* width &+ Int(position)
          if visited[bit >> 6] >> UInt64(bit & 63) & 1 == 1 { break walk }
          visited[bit >> 6] |= 1 << UInt64(bit & 63)
          if depth == stackCount {
            grow()
            stack = self.stack
          }
          stack[depth] = Step(place: instruction.y, position: position, restore: -1)
          depth &+= 1
          place = instruction.x
        case .jump: place = instruction.x
        case .save:
          if depth == stackCount {
            grow()
            stack = self.stack
          }
          stack[depth] = Step(place: 0, position: slots[Int(instruction.x)], restore: instruction.x)
          depth &+= 1
          slots[Int(instruction.x)] = position
          place &+= 1
        case .look:
          if ahead.matches(instruction.y, columns, stride, count, Int(position)) != (instruction.x == 1) { break walk }
          place &+= 1
        case .accept:
          end = Int(position)
          return true
        }
      }
      // Back to the last branch that is left, the slots as they were there.
      while true {
        if depth == 0 { return false }
        depth &-= 1
        let step = stack[depth]
        if step.restore < 0 {
          (place, position) = (step.place, step.position)
          break
        }
        slots[Int(step.restore)] = step.position
      }
    }
  }
}
