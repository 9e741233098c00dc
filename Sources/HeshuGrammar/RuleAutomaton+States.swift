/// The states that walks come to, made when they are first met.
extension RuleAutomaton {
  /// Finds a transition that is not yet known.
  @inline(never)
  func move(_ state: Int32, _ column: UInt16) -> Int16 {
    if states.count > Self.limit {
      let places = states[Int(state)]
      reset()
      return move(intern(places), column)
    }
    var places: [Int32] = []
    generation += 1
    for place in states[Int(state)] {
      let instruction = tables.code[Int(place)]
      if instruction.op == .one, tables.has(instruction.x, column) { close(place + 1, into: &places) }
    }
    var next: Int16 = -2
    if !places.isEmpty {
      let number = intern(places)
      let accepts = (0..<rows).contains { self.accepts[Int(number) * rows + $0] != 0 }
      next = Int16(number) | (accepts ? Self.accepting : 0)
    }
    transitions[Int(state) * columns + Int(column)] = next
    return next
  }

  /// Follows everything that consumes nothing; what looks ahead is taken to hold, the matcher decides later.
  func close(_ place: Int32, into places: inout [Int32]) {
    var pending = [place]
    while let at = pending.popLast() {
      if mark[Int(at)] == generation { continue }
      mark[Int(at)] = generation
      let instruction = tables.code[Int(at)]
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

  func intern(_ places: [Int32]) -> Int32 {
    let key = places.sorted()
    if let number = numbers[key] { return number }
    let number = states.count
    states.append(key)
    numbers[key] = Int32(number)
    for column in 0..<columns { transitions[number * columns + column] = -1 }
    for row in 0..<rows {
      accepts[number * rows + row] = 0
      alive[number * rows + row] = 0
    }
    for place in key where tables.code[Int(place)].op == .one {
      let entry = Int(owners[Int(place)])
      alive[number * rows + entry >> 6] |= 1 << UInt64(entry & 63)
    }
    for place in key where tables.code[Int(place)].op == .accept {
      let entry = Int(tables.code[Int(place)].x)
      accepts[number * rows + entry >> 6] |= 1 << UInt64(entry & 63)
    }
    return Int32(number)
  }
}
