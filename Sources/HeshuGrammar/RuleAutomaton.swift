/// The combined automaton of one side of a layer, built as it is walked: a state is the set of places the patterns can be
/// at, a transition is found once and then read from a table.
///
/// Not shared between threads: each worker has its own.
final class RuleAutomaton {
  private let layer: Layer
  private let program: Program
  private let rows: Int
  private var states: [[Int32]] = []
  private var numbers: [[Int32]: Int32] = [:]
  /// `transitions[state * columns + column]`: next state, -1 unknown, -2 none.
  private var transitions: [Int32] = []
  private var accepts: [UInt64] = []
  private var mark: [UInt32]
  private var generation: UInt32 = 0
  private var start: Int32 = 0
  private let starts: [Int32]

  /// The table is dropped and begun anew when it has grown to this many states, so memory stays bounded.
  private static let limit = 3000

  init(_ layer: Layer, left: Bool) {
    self.layer = layer
    program = left ? layer.left : layer.right
    starts = layer.entries.map { left ? $0.left : $0.right }
    rows = (layer.entries.count + 63) / 64
    mark = Array(repeating: 0, count: program.code.count)
    reset()
  }

  private func reset() {
    states.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    transitions.removeAll(keepingCapacity: true)
    accepts.removeAll(keepingCapacity: true)
    var places: [Int32] = []
    generation += 1
    for start in starts { close(start, into: &places) }
    start = intern(places)
  }

  /// Walks from the anchor outwards over `count` columns (`columns[0]`, `columns[stride]`, …) and adds the entries that
  /// accept on the way to `accepted`.
  @inline(__always)
  func run(
    _ columns: UnsafePointer<UInt16>, stride: Int, count: Int,
    accepted: UnsafeMutablePointer<UInt64>
  ) {
    var state = start
    collect(state, accepted)
    var at = 0
    var step = 0
    while step < count {
      let column = columns[at]
      var next = transitions.withUnsafeBufferPointer {
        $0[Int(state) * layer.columnCount + Int(column)]
      }
      if next == -1 { next = move(state, column) }
      if next == -2 { return }
      state = next
      collect(state, accepted)
      at += stride
      step += 1
    }
  }

  @inline(__always)
  private func collect(_ state: Int32, _ accepted: UnsafeMutablePointer<UInt64>) {
    accepts.withUnsafeBufferPointer {
      for row in 0..<rows { accepted[row] |= $0[Int(state) * rows + row] }
    }
  }

  private func move(_ state: Int32, _ column: UInt16) -> Int32 {
    if states.count > Self.limit {
      let places = states[Int(state)]
      reset()
      return move(intern(places), column)
    }
    var places: [Int32] = []
    generation += 1
    for place in states[Int(state)] {
      let instruction = program.code[Int(place)]
      if instruction.op == .one, layer.has(instruction.x, column) {
        close(place + 1, into: &places)
      }
    }
    let next = places.isEmpty ? -2 : intern(places)
    transitions[Int(state) * layer.columnCount + Int(column)] = next
    return next
  }

  /// Follows everything that consumes nothing; what looks ahead is taken to hold, the matcher decides later.
  private func close(_ place: Int32, into places: inout [Int32]) {
    var pending = [place]
    while let at = pending.popLast() {
      if mark[Int(at)] == generation { continue }
      mark[Int(at)] = generation
      let instruction = program.code[Int(at)]
      switch instruction.op {
      case .one, .accept: places.append(at)
      case .split:
        pending.append(instruction.y)
        pending.append(instruction.x)
      case .jump: pending.append(instruction.x)
      case .save, .look: pending.append(at + 1)
      }
    }
  }

  private func intern(_ places: [Int32]) -> Int32 {
    let key = places.sorted()
    if let number = numbers[key] { return number }
    let number = Int32(states.count)
    states.append(key)
    numbers[key] = number
    transitions += Array(repeating: -1, count: layer.columnCount)
    accepts += Array(repeating: 0, count: rows)
    for place in key where program.code[Int(place)].op == .accept {
      let entry = Int(program.code[Int(place)].x)
      accepts[Int(number) * rows + entry >> 6] |= 1 << UInt64(entry & 63)
    }
    return number
  }
}
