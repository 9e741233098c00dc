internal import HeshuGrammar
internal import HeshuText

/// The area that an article is about: of its headings, of its first paragraphs, of the organs they name.
extension PlaceReader {
  /// Takes the area for the article's own, unless the paper's own is nearer to it: an article on 杭州市 in a paper of 萧山区
  /// is read from 萧山区.
  func adopt(_ area: Int) {
    isResolved = true
    if isTentative { article = nil }
    isTentative = false
    if let masthead, tree.lies(masthead, in: area) { return }
    article = area
  }

  /// The smallest division that a text names in its first chain.
  func area(of text: String) -> Int? {
    let cells = folding.fold(text)
    var result: Int?
    isAside = false
    cells.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      finder.find(base, buffer.count)
      var last = -1
      for found in finder.found where found.entry >= 0 {
        if result != nil, found.start > last { break }
        if tables.sorts[found.entry] == PlaceTables.Sort.deictic.rawValue {
          // 数说全国工会: a fixed area and its institution.
          guard let fixed = tables.candidates(found.entry).first,
            institutions.longest(base, found.end, buffer.count) != nil
          else { continue }
          result = Int(fixed)
        } else if let division = resolve(found.entry, within: result) {
          // 劳模赴张家界疗休养 in a paper of 桃江县: a place elsewhere that the headline does not begin with is where they go.
          if found.start > 0, result == nil, let masthead, !isNear(division, masthead) { continue }
          if result == nil {
            isAside =
              masthead != nil && found.start > 0 && tables.sorts[found.entry] == PlaceTables.Sort.short.rawValue
              && institutions.longest(base, found.end, buffer.count) == nil
          }
          result = division
        }
        last = found.end
      }
    }
    return result
  }

  /// Whether the article's area is still looked for: in its headings, then in its first paragraphs.
  var wantsArea: Bool { !isResolved && paragraphs < (masthead == nil ? 4 : 2) }

  /// Whether the document says where it is from.
  var hasMasthead: Bool { masthead != nil }

  /// Looks for the article's area in one of its first paragraphs before any claim of its headings is read.
  func look(_ text: ReadingText) {
    finder.find(text.cells, text.count)
    findArea(text)
  }

  /// The article's area from its first paragraphs: the first place whose institution is named (永康市总工会), else the first
  /// that a sentence begins with.
  func findArea(_ text: ReadingText) {
    paragraphs += 1
    var end = -1
    var chain: Int?
    var full: Int?
    for (index, found) in finder.found.enumerated() where found.entry >= 0 {
      let sort = tables.sorts[found.entry]
      if sort == PlaceTables.Sort.weak.rawValue { continue }
      if sort == PlaceTables.Sort.deictic.rawValue {
        guard let fixed = tables.candidates(found.entry).first else { continue }
        // 本港 needs no more; 全国 is said of anything.
        if Int(fixed) != country { return adopt(Int(fixed)) }
        chain = Int(fixed)
      } else {
        guard let division = resolve(found.entry, within: end == found.start ? chain : nil) else { continue }
        chain = division
      }
      end = found.end
      // 绍兴市柯桥区: the chain goes on.
      if index + 1 < finder.found.count, finder.found[index + 1].start == end, finder.found[index + 1].entry >= 0 {
        continue
      }
      if sort == PlaceTables.Sort.full.rawValue, full == nil { full = chain }
      if let chain, institutions.longest(text.cells, end, text.count) != nil { return adopt(chain) }
    }
    guard masthead == nil else { return }
    if let area = organArea(UnsafeBufferPointer(start: text.cells, count: text.count)) { return adopt(area) }
    article = dateline ?? article ?? full
  }

  /// The area of the first organ of the text that needs no place in its name: 全总, 国务院 → 中国; 劳工处 → 香港.
  func organArea(_ cells: some RandomAccessCollection<UInt16>) -> Int? {
    cells.withContiguousStorageIfAvailable { cells in
      for at in cells.indices {
        guard let (_, value) = tables.levelWords.longest(cells.baseAddress!, at, cells.count) else { continue }
        if value >= PlaceTables.fixed { return value - PlaceTables.fixed }
        if value == Int(PlaceTables.Level.country.rawValue) { return country }
      }
      return nil
    } ?? nil
  }
}
