/// Reads the roles, names and credits of a byline, from where its opening ends.
extension BylineReader {
  mutating func readNames() {
    var role: Range<Int>?
    var start = at
    // After 本报讯 names need a role or the bracket.
    var isClosed = false
    var mayName = !byline.hasSource || isBracketed
    while start < view.count {
      let place = skipJoints(start)
      if place >= view.count || isBracketed && isClosing(cell(place)) { break }
      if let found = sign(at: place), found.sort == .role {
        role = place..<trimmed(found.end, from: place)
        isClosed = false
        hasRole = true
        mayName = true
        start = found.end
        isGlued =
          isGlued
          || start < view.count && cell(start) != 0x20 && cell(start) != 0xFF1A
            && cell(start - 1) != 0x20
        at = start
        continue
      }
      guard mayName else { break }
      if !byline.entries.isEmpty, let found = findCredit(place) {
        hasCredit = true
        isClosed = true
        role = nil
        byline.isPhoto = byline.isPhoto || found.sort == .photo
        byline.place = rules.capture("place", of: found, at: place) ?? byline.place
        start = found.end
        at = start
        continue
      }
      guard !isClosed, let name = NameReader.read(view, at: place) else { break }
      byline.entries.append(.init(role: role, name: name.range))
      byline.place = name.place ?? byline.place
      start = name.end
      at = start
    }
  }

  /// 报道, 摄, /文, or a place before 報導.
  private func findCredit(_ place: Int) -> LineRules.Match? {
    var at = place
    while at < view.count, at - place < 5 {
      if rules.closes(cell(at)) { return rules.match(.credit, at: place) }
      if cell(at) < 0x3400 { return nil }
      at += 1
    }
    return nil
  }

  /// Over what stands between names: spaces, 、, ， and 和 need no care of their own.
  private func skipJoints(_ start: Int) -> Int {
    var at = start
    while at < view.count, [0x20, 0x3001, 0xFF0C, 0xFF1B, 0x2F, 0xFF1A, 0x7C].contains(cell(at)) {
      // 何小章/文: the stroke belongs to the credit.
      if cell(at) == 0x2F, rules.match(.credit, at: at) != nil { break }
      at += 1
    }
    return at
  }

  /// The end of a role less the spaces and the colon after it.
  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start, [0x20, 0xFF1A, 0x2F].contains(cell(end - 1)) { end -= 1 }
    return end
  }
}
