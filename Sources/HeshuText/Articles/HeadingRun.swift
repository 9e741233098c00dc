/// Heading lines that stand together, and what they head.
///
/// `年终盘点 / 凝心聚力建新功 真情服务解民忧 / ——大连市总工会2024年工作综述`, then a byline: a run of three, followed by a
/// byline.
struct HeadingRun {
  /// What stands after a run.
  enum Follower { case byline, lead, text, nothing }

  var lines: Range<Int>
  var follower: Follower
  /// The highest level in it, 0 where no line is marked.
  var level: Int

  var isEvident: Bool { follower == .byline || follower == .lead }

  /// All runs of the lines from `start` on. A last line of names only becomes a byline.
  static func all(_ lines: inout [TextLine], from start: Int) -> [HeadingRun] {
    var runs: [HeadingRun] = []
    var at = start
    while at < lines.count {
      if at > start, isExclaimedText(lines[at]) { lines[at].sort = .body }
      guard lines[at].sort == .heading else {
        at += 1
        continue
      }
      var end = at
      var level = 0
      // An item begins its own run: a headline over a list is none of its items.
      while end < lines.count, lines[end].sort == .heading,
        end == at || !lines[end].traits.contains(.item)
      {
        if end > at, isExclaimedText(lines[end]) { break }
        let own = lines[end].level
        if own > 0 { level = level == 0 ? own : min(level, own) }
        end += 1
      }
      if end - at > 1, end < lines.count, lines[end - 1].traits.contains(.names),
        lines[end].sort == .body
      {
        lines[end - 1].sort = .byline
        end -= 1
      }
      runs.append(HeadingRun(lines: at..<end, follower: follower(lines, end), level: level))
      at = end
    }
    return runs
  }

  /// A clause with a comma and ！ at its end is text, unless the document begins with it.
  private static func isExclaimedText(_ line: TextLine) -> Bool {
    line.sort == .heading && line.ending == .exclamation && line.level == 0
      && line.traits.contains(.comma)
  }

  private static func follower(_ lines: [TextLine], _ end: Int) -> Follower {
    var end = end
    while end < lines.count, lines[end].sort == .rule { end += 1 }
    guard end < lines.count else { return .nothing }
    switch lines[end].sort {
    case .byline:
      if lines[end].traits.contains(.photo) { return .nothing }
      return heads(lines, end) ? .byline : .text
    case .lead: return .lead
    default: return .text
    }
  }

  /// Whether a byline has its article behind it; else it signs the text before it.
  private static func heads(_ lines: [TextLine], _ byline: Int) -> Bool {
    var at = byline
    while at < lines.count, lines[at].sort == .byline { at += 1 }
    guard at < lines.count else { return false }
    if lines[at].sort != .heading { return true }
    while at < lines.count, lines[at].sort == .heading { at += 1 }
    return at < lines.count && lines[at].sort != .byline && lines[at].sort != .lead
  }
}
