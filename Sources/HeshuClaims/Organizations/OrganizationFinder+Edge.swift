internal import HeshuGrammar
internal import HeshuSegments

/// Where a name begins: from its head back to a place, a name of its own, or what no name goes on before.
extension OrganizationFinder {
  func name(
    _ cells: UnsafePointer<UInt16>, _ headStart: Int, _ end: Int, _ sort: OrganizationTables.Sort,
    _ places: [MentionSpan], _ kind: (MentionSpan) -> PlaceKind
  ) -> Found? {
    // Another name ends where the head begins, or a few words before.
    var start = headStart
    var isNamed = sort == .alone
    var level: (end: Int, level: PlaceTables.Level)?
    var properStart: Int?
    var token: Int?
    var steps = 0
    // Before the first verb on the way back; behind it only a place or another organisation makes a name.
    var beforeVerb: (start: Int, proper: Int?, isNamed: Bool)?
    if sort == .alone { return Found(start: headStart, end: end, levelEnd: nil, level: nil) }
    way: while steps < Self.longest {
      steps += 1
      if let last = found.last, last.end == start {
        // 市总工会还联合保险公司: two names with a verb between them.
        if beforeVerb != nil { break }
        start = last.start
        remember(cells, headStart, end, sort)
        return Found(start: start, end: end, levelEnd: last.levelEnd, level: last.level)
      }
      if quantities.contains(where: { $0.lowerBound < start && $0.upperBound >= start }) { break }
      if let place = places.last(where: { $0.end == start }) {
        let kind = kind(place)
        // 远山装备股份有限公司南昌设备部
        if let last = found.last, last.end == place.start {
          return Found(start: last.start, end: end, levelEnd: last.levelEnd, level: last.level)
        }
        if kind == .area || sort == .union && (kind != .short || start < headStart) || sort == .unit { break }
        beforeVerb = nil
        if sort == .brand {
          if properStart != nil {
            start = place.start
            properStart = start
          }
          break
        }
        start = place.start
        isNamed = true
        properStart = start
        // 中国农业银行杭州分行: the name goes on before the place only behind another head.
        if let last = found.last, last.end == start {
          return Found(start: last.start, end: end, levelEnd: last.levelEnd, level: last.level)
        }
        break
      }
      if sort != .proper, sort != .brand, sort != .union,
        let (from, raw) = tables.levels.longestBackward(cells, start, max(0, start - 3)),
        let found = PlaceTables.Level(rawValue: UInt8(raw)), isLevel(cells, from, start, places)
      {
        level = (start, found)
        start = from
        isNamed = true
        properStart = start
        if sort == .levels { continue }
        if let place = places.last(where: { $0.end == from }), kind(place) != .area {
          start = place.start
          level = nil
        }
        break
      }
      guard sort != .union, sort != .levels else { break }
      let place = token ?? self.token(before: headStart, cells)
      token = place
      guard place >= 0, place < tokens.count else { break }
      let word = tokens[place]
      if Int(word.end) > headStart, Int(word.start) >= headStart { break }
      if closing.contains(word.symbol) {
        guard let open = (max(0, place - 12)..<place).last(where: { opening.contains(tokens[$0].symbol) }) else {
          break
        }
        start = Int(tokens[open].start)
        properStart = start
        isNamed = true
        token = open - 1
        continue
      }
      if stops.contains(word.symbol) { break }
      // 职工盟批评政府: who says something to a bare head is another.
      if says.contains(word.symbol), Int(word.end) == headStart, found.last?.end == Int(word.start) { break }
      if verbals.contains(word.symbol) || !nouns.contains(word.symbol),
        verbs.contains(word.symbol) || softStops.contains(word.symbol)
      {
        if sort != .proper || steps == 1 { break }
        if beforeVerb == nil { beforeVerb = (start, properStart, isNamed) }
      }
      // A place inside the word, or at its end, is asked for first.
      if let place = places.last(where: { $0.end <= start && $0.end > Int(word.start) }), place.end < start {
        if sort == .unit { break way }
        if kind(place) == .area {
          start = place.end
        } else {
          start = place.start
          isNamed = true
          properStart = start
          beforeVerb = nil
        }
        break way
      }
      start = min(start, Int(word.start))
      if unknown.contains(word.symbol), Int(word.end) <= headStart {
        properStart = start
        if Int(word.end - word.start) >= 2 || sort == .proper || sort == .brand { isNamed = true }
      } else if adjectives.contains(word.symbol), properStart == Int(word.end) {
        properStart = start
      }
      token = place - 1
    }
    if let beforeVerb { (start, properStart, isNamed) = beforeVerb }
    guard isNamed, start < headStart, sort != .unit, sort != .brand || properStart != nil else { return nil }
    if sort == .proper || sort == .brand, let properStart { start = properStart }
    remember(cells, headStart, end, sort)
    return Found(start: start, end: end, levelEnd: level?.end, level: level?.level)
  }

  /// Cuts the clause at hand into words.
  func cut(_ cells: UnsafePointer<UInt16>) {
    if isCut { return }
    isCut = true
    tokens.removeAll(keepingCapacity: true)
    words.words(cells, clause.lowerBound, clause.upperBound, into: &tokens)
  }

  /// The last word that begins before a head and reaches it, -1 for none.
  func token(before head: Int, _ cells: UnsafePointer<UInt16>) -> Int {
    cut(cells)
    return tokens.lastIndex { Int($0.end) >= head && Int($0.start) < head } ?? -1
  }

  /// 区 of 市区 or 园区 is no level: what stands before it is no part of a word with it.
  func isLevel(_ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ places: [MentionSpan]) -> Bool {
    if places.contains(where: { $0.end == start || $0.end == end }) { return true }
    cut(cells)
    guard let word = tokens.first(where: { Int($0.start) <= start && start < Int($0.end) }) else { return true }
    return Int(word.start) == start
  }

  // The clause that a name is looked for in.

  static func isEnd(_ cell: UInt16) -> Bool {
    switch cell {
    case 0x3002, 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0xFF01, 0x21, 0xFF1F, 0x3F, 0xFF1A, 0x3A, 0x0A, 0x0D, 0x3001: true
    default: false
    }
  }

  static func clauseStart(_ cells: UnsafePointer<UInt16>, _ at: Int) -> Int {
    var start = at
    while start > 0, at - start < 60, !isEnd(cells[start - 1]) { start -= 1 }
    return start
  }

  static func clauseEnd(_ cells: UnsafePointer<UInt16>, _ at: Int, _ count: Int) -> Int {
    var end = at + 1
    while end < count, end - at < 60, !isEnd(cells[end]) { end += 1 }
    return end
  }
}
