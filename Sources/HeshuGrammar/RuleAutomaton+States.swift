/// The states that walks come to, made when they are first met.
extension RuleAutomaton {
  /// Finds a transition that is not yet known.
  @inline(never)
  func move(_ state: Int32, _ column: UInt16) -> Int16 {
    if sets.count > Self.limit {
      let places = Array(sets[Int(state)])
      reset()
      begin()
      for place in places { add(place) }
      return move(Int32(intern()), column)
    }
    begin()
    for place in sets[Int(state)] {
      let instruction = tables.code[Int(place)]
      if instruction.op == .one, tables.has(instruction.x, column) { close(place + 1) }
    }
    var next: Int16 = -2
    if foundCount > 0 {
      let number = intern()
      let accepts = (0..<table.rows).contains { table.accepts(number)[$0] != 0 }
      next = Int16(number) | (accepts ? Self.accepting : 0)
    }
    table.transitions(Int(state))[Int(column)] = next
    return next
  }

  /// Begins a set of places.
  func begin() {
    foundCount = 0
    generation += 1
  }

  private func add(_ place: Int32) {
    found[foundCount] = place
    foundCount += 1
  }

  /// Adds what is reached from a place without consuming anything; what looks ahead is taken to hold, the matcher decides
  /// later.
  func close(_ place: Int32) {
    var at = place
    while mark[Int(at)] != generation {
      mark[Int(at)] = generation
      let instruction = tables.code[Int(at)]
      switch instruction.op {
      case .one, .accept: return add(at)
      case .split:
        close(instruction.x)
        at = instruction.y
      case .jump: at = instruction.x
      case .save, .look: at += 1
      }
    }
  }

  /// The state of the set at hand.
  func intern() -> Int {
    var set = UnsafeMutableBufferPointer(start: found, count: foundCount)
    set.sort()
    let known = sets.count
    let number = sets.number(of: UnsafeBufferPointer(set))
    if number < known { return number }
    table.clear(number)
    let (accepts, alive) = (table.accepts(number), table.alive(number))
    for place in set {
      let instruction = tables.code[Int(place)]
      let (bits, entry) = instruction.op == .accept ? (accepts, Int(instruction.x)) : (alive, Int(owners[Int(place)]))
      bits[entry >> 6] |= 1 << UInt64(entry & 63)
    }
    return number
  }
}
