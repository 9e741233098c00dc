/// Finds what one rule captures, by the order the pattern gives (greedy before short, first branch before second).
///
/// Backtracking bounded by a bit for every pair of instruction and position: none is tried twice, so the time is at most
/// the product of both, whatever the pattern.
struct Matcher {
  private var visited: [UInt64] = []
  private var stack: [(place: Int32, position: Int32, restore: Int32, value: Int32)] = []
  /// Two positions a capture, steps from the anchor; -1 where nothing was captured.
  private(set) var slots: [Int32] = []
  private(set) var end = 0

  /// Runs the program at `start` over the columns from the anchor outwards; true when it accepts.
  mutating func match(
    _ layer: Layer, _ program: Program, start: Int32, columns: UnsafePointer<UInt16>, stride: Int,
    count: Int,
    keepSlots: Bool = false
  ) -> Bool {
    let code = program.code
    let width = count + 1
    // Only the places of this rule are visited; they are contiguous from `start` to its accept.
    var last = Int(start)
    while code[last].op != .accept || code[last].x < 0 { last += 1 }
    let span = last - Int(start) + 1
    let needed = (span * width + 63) / 64
    visited.removeAll(keepingCapacity: true)
    visited.append(contentsOf: repeatElement(0, count: needed))
    if !keepSlots {
      slots.removeAll(keepingCapacity: true)
      slots.append(contentsOf: repeatElement(-1, count: layer.captureNames.count * 2))
    }
    stack.removeAll(keepingCapacity: true)
    stack.append((start, 0, -1, 0))
    while let top = stack.popLast() {
      if top.restore >= 0 {
        slots[Int(top.restore)] = top.value
        continue
      }
      var place = top.place
      var position = top.position
      walk: while true {
        let bit = (Int(place) - Int(start)) * width + Int(position)
        if visited[bit >> 6] >> UInt64(bit & 63) & 1 == 1 { break }
        visited[bit >> 6] |= 1 << UInt64(bit & 63)
        let instruction = code[Int(place)]
        switch instruction.op {
        case .one:
          guard Int(position) < count,
            layer.has(instruction.x, columns[Int(position) * stride])
          else { break walk }
          position += 1
          place += 1
        case .split:
          stack.append((instruction.y, position, -1, 0))
          place = instruction.x
        case .jump: place = instruction.x
        case .save:
          stack.append((0, 0, instruction.x, slots[Int(instruction.x)]))
          slots[Int(instruction.x)] = position
          place += 1
        case .look:
          let holds = Self.look(
            layer, code, instruction.y, columns, stride, count, Int(position))
          if holds != (instruction.x == 1) { break walk }
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
  private static func look(
    _ layer: Layer, _ code: [Program.Instruction], _ start: Int32, _ columns: UnsafePointer<UInt16>,
    _ stride: Int, _ count: Int, _ from: Int
  ) -> Bool {
    var current: [Int32] = [start]
    var position = from
    while !current.isEmpty {
      var seen = Set<Int32>()
      var ones: [Int32] = []
      var pending = current
      while let at = pending.popLast() {
        if !seen.insert(at).inserted { continue }
        let instruction = code[Int(at)]
        switch instruction.op {
        case .one: ones.append(at)
        case .split:
          pending.append(instruction.y)
          pending.append(instruction.x)
        case .jump: pending.append(instruction.x)
        case .save: pending.append(at + 1)
        case .look:
          let holds = look(layer, code, instruction.y, columns, stride, count, position)
          if holds == (instruction.x == 1) { pending.append(at + 1) }
        case .accept: return true
        }
      }
      guard position < count else { return false }
      let column = columns[position * stride]
      current = ones.filter { layer.has(code[Int($0)].x, column) }.map { $0 + 1 }
      position += 1
    }
    return false
  }
}
