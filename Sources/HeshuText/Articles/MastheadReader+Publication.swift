/// Finds the paper's name among the lines of a masthead that say nothing else.
extension MastheadReader {
  /// The line that ends as papers' names end, else the short line nearest to the date, else what
  /// stands before the date.
  mutating func findPublication(_ lines: [TextLine]) {
    guard lineCount > 0 else { return }
    var candidates: [(index: Int, mention: Mention, isNamed: Bool)] = []
    for index in unknown where lines[index].length <= 20 {
      view.load(source, lines[index])
      var mention = view.mention(0..<view.count)
      view.squeeze()
      guard view.count <= 14 else { continue }
      if view.count * 2 <= lines[index].length + 1 {
        mention.value.unicodeScalars.removeAll { $0.properties.isWhitespace }
      }
      candidates.append((index, mention, rules.match(.init(.name), endingAt: view.count) != nil))
    }
    let near = dateLine ?? 0
    let best = candidates.min { a, b in
      if a.isNamed != b.isNamed { return a.isNamed }
      return abs(a.index - near) < abs(b.index - near)
    }
    if let best, best.isNamed || lines[best.index].length <= 10 && !hasOrigin {
      masthead.publication = best.mention
    } else {
      masthead.publication = nameInLine
    }
    headline = unknown.first {
      lines[$0].length >= 9 && lines[$0].points != masthead.publication?.range
    }
  }

  /// The name before a date in the same line: 青山职工 2023年12月29日.
  func name(_ range: Range<Int>) -> Mention? {
    var end = range.upperBound
    while end > 0, [0x20, 0xFF08, 0xFF5C, 0x7C].contains(view.cells[end - 1]) { end -= 1 }
    guard 2...14 ~= end, rules.match(.init(.name), endingAt: end) != nil else { return nil }
    return view.mention(0..<end)
  }
}
