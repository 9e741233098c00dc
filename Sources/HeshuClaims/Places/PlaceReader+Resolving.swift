internal import HeshuGrammar
internal import HeshuText

/// Which division a name or a level word means here.
extension PlaceReader {
  /// The division that an entry means: valid on the day, in the chain before it, else near the article or the paper; nil
  /// when several are left.
  func resolve(_ entry: Int, within outer: Int?) -> Int? {
    let candidates = tables.candidates(entry)
    var best: Int?
    var bestScore = -1
    var isTie = false
    for candidate in candidates.lazy.map(Int.init) {
      var score = tables.isValid(candidate, on: day) ? 8 : 0
      if let outer, tree.lies(candidate, in: outer) { score += 16 }
      for place in 0..<2 {
        guard let near = place == 0 ? article : masthead else { continue }
        if tree.lies(near, in: candidate) || tree.lies(candidate, in: near) { score += 4 }
        if let province = tree.ancestor(of: near, level: .province),
          tree.lies(candidate, in: province)
        {
          score += 2
        }
      }
      // Of a county and its city of one short form the city; of two rows of one code the later.
      if tables.divisionLevels[candidate] < PlaceTables.Level.county.rawValue { score += 1 }
      if score > bestScore {
        best = candidate
        bestScore = score
        isTie = false
      } else if score == bestScore, let known = best {
        if tables.codes[known] == tables.codes[candidate]
          || tables.from[candidate] > tables.from[known] && !tables.isValid(known, on: day)
        {
          best = candidate
        } else {
          isTie = true
        }
      }
    }
    return isTie ? nil : best
  }

  func isNear(_ division: Int) -> Bool {
    guard division >= 0 else { return false }
    return (article.map { isNear(division, $0) } ?? false) || (masthead.map { isNear(division, $0) } ?? false)
  }

  func isNear(_ division: Int, _ other: Int) -> Bool {
    tree.lies(other, in: division) || tree.lies(division, in: other)
  }

  /// What 全区 or 全省 means here.
  func deictic(_ level: PlaceTables.Level, _ entry: Int) -> Int? {
    if let fixed = tables.candidates(entry).first { return Int(fixed) }
    if let found = (article ?? masthead).flatMap({ deictic(level, at: $0) }) { return found }
    let named = recent[Int((level == .city ? .prefecture : level).rawValue)]
    return named < 0 ? nil : named
  }

  func deictic(_ level: PlaceTables.Level, at area: Int) -> Int? {
    switch level {
    case .province: return tree.ancestor(of: area, level: .province)
    case .prefecture: return tree.ancestor(of: area, level: .prefecture)
    case .county:
      if let county = tree.ancestor(of: area, level: .county) { return county }
      // 全区 of an autonomous region.
      return tables.divisionLevels[area] == PlaceTables.Level.province.rawValue && tables.name(of: area).count > 9
        ? area : nil
    case .city:
      // The city that the area is or lies in; a municipality is one.
      var at: Int? = area
      while let here = at {
        if tables.name(of: here).suffix(3).elementsEqual("市".utf8) { return here }
        at = tree.parent(of: here)
      }
      return tree.ancestor(of: area, level: .prefecture)
    default: return nil
    }
  }

  /// Name and code of the place mention with this index; for its entity record.
  func resolved(_ index: Int) -> (name: [UInt8], code: [UInt8]) {
    let meaning = meanings[index]
    guard meaning.division >= 0, meaning.own == nil else { return ([], []) }
    return (name(of: meaning.division), names.code(of: tables.named(meaning.division, on: day)))
  }

  /// Whether the mention is a word such as 全区, whose meaning the paper gives.
  func isDeictic(_ index: Int) -> Bool { meanings[index].isDeictic }

  /// Whether the mention is a short name: 萧山.
  func isShort(_ index: Int) -> Bool { meanings[index].isShort }

  /// The area of the article, else of the paper, as index into the gazetteer.
  var area: Int? { article ?? masthead }

  /// What a level word means here: 区 of 区总工会. UTF-8, empty when nothing tells.
  func name(atLevel level: PlaceTables.Level) -> [UInt8] {
    guard let area = article ?? masthead else { return [] }
    let found: Int? =
      switch level {
      case .country: area
      default: deictic(level, at: area)
      }
    return found.map { name(of: $0) } ?? []
  }

  func name(of division: Int) -> [UInt8] { names.name(of: division) }
}
