/// A pattern compiled to instructions for both engines: the combined automaton that finds which rules can match, and the
/// matcher that finds what one rule captures.
struct Program: Sendable {
  /// `op` with two operands; see `Op`.
  struct Instruction: Sendable, Equatable {
    var op: Op
    var x: Int32
    var y: Int32
  }

  enum Op: Int32, Sendable {
    /// Consume a token of set x.
    case one
    /// Go on at x, or else at y.
    case split
    case jump
    /// Note the position in slot x.
    case save
    /// Try the program at y up to its `accept`; it must match when x is 1 and must not when x is 0. The jump over it
    /// follows.
    case look
    /// Matched; x is the rule's number.
    case accept
  }

  var code: [Instruction] = []
}

/// Turns patterns into programs and numbers their token sets and capture slots.
struct ProgramCompiler {
  private(set) var sets: [TokenSet] = []
  private var setNumbers: [TokenSet: Int32] = [:]
  private(set) var captureNames: [String] = []

  /// Appends the program of `pattern`, ending in `accept(rule)`, and returns where it begins.
  mutating func compile(_ pattern: Pattern, rule: Int, into program: inout Program) -> Int32 {
    let start = Int32(program.code.count)
    emit(pattern, &program)
    program.code.append(.init(op: .accept, x: Int32(rule), y: 0))
    return start
  }

  mutating func number(of set: TokenSet) -> Int32 {
    if let number = setNumbers[set] { return number }
    let number = Int32(sets.count)
    sets.append(set)
    setNumbers[set] = number
    return number
  }

  mutating func slot(of name: String) -> Int32 {
    if let index = captureNames.firstIndex(of: name) { return Int32(index) }
    captureNames.append(name)
    return Int32(captureNames.count - 1)
  }

  private mutating func emit(_ pattern: Pattern, _ p: inout Program) {
    switch pattern {
    case .empty, .anchor: break
    case .one(let set): p.code.append(.init(op: .one, x: number(of: set), y: 0))
    case .sequence(let items): for item in items { emit(item, &p) }
    case .either(let items):
      var jumps: [Int] = []
      for (index, item) in items.enumerated() {
        guard index + 1 < items.count else {
          emit(item, &p)
          break
        }
        let split = p.code.count
        p.code.append(.init(op: .split, x: Int32(split + 1), y: 0))
        emit(item, &p)
        jumps.append(p.code.count)
        p.code.append(.init(op: .jump, x: 0, y: 0))
        p.code[split].y = Int32(p.code.count)
      }
      for jump in jumps { p.code[jump].x = Int32(p.code.count) }
    case .capture(let name, let item):
      let slot = slot(of: name)
      p.code.append(.init(op: .save, x: slot * 2, y: 0))
      emit(item, &p)
      p.code.append(.init(op: .save, x: slot * 2 + 1, y: 0))
    case .look(let item, let wanted):
      let look = p.code.count
      p.code.append(.init(op: .look, x: wanted ? 1 : 0, y: Int32(look + 2)))
      p.code.append(.init(op: .jump, x: 0, y: 0))
      emit(item, &p)
      p.code.append(.init(op: .accept, x: -1, y: 0))
      p.code[look + 1].x = Int32(p.code.count)
    case .repeated(let item, let low, let high, let greedy):
      for _ in 0..<low { emit(item, &p) }
      func split(_ at: Int, body: Int, end: Int) {
        p.code[at].x = Int32(greedy ? body : end)
        p.code[at].y = Int32(greedy ? end : body)
      }
      if let high {
        var splits: [Int] = []
        for _ in low..<max(low, high) {
          splits.append(p.code.count)
          p.code.append(.init(op: .split, x: 0, y: 0))
          emit(item, &p)
        }
        for at in splits { split(at, body: at + 1, end: p.code.count) }
      } else {
        let at = p.code.count
        p.code.append(.init(op: .split, x: 0, y: 0))
        emit(item, &p)
        p.code.append(.init(op: .jump, x: Int32(at), y: 0))
        split(at, body: at + 1, end: p.code.count)
      }
    }
  }
}
