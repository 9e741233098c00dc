/// Heading lines that stand together, and what they head.
///
/// `年终盘点 / 凝心聚力建新功 真情服务解民忧 / ——大连市总工会2024年工作综述`, then a byline: a run of three, followed by a byline.
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
      guard lines[at].sort == .heading else {
        at += 1
        continue
      }
      var end = at
      var level = 0
      // An item begins its own run: a headline over a list is none of its items.
      while end < lines.count, lines[end].sort == .heading, end == at || !lines[end].traits.contains(.item) {
        let own = lines[end].level
        if own > 0 { level = level == 0 ? own : min(level, own) }
        end += 1
      }
      if end - at > 1, end < lines.count, lines[end - 1].traits.contains(.names), lines[end].sort == .body {
        lines[end - 1].sort = .byline
        end -= 1
      }
      runs.append(HeadingRun(lines: at..<end, follower: follower(lines, end), level: level))
      at = end
    }
    return runs
  }

  private static func follower(_ lines: [TextLine], _ end: Int) -> Follower {
    var end = end
    while end < lines.count, lines[end].sort == .rule { end += 1 }
    guard end < lines.count else { return .nothing }
    switch lines[end].sort {
    case .byline: return lines[end].traits.contains(.photo) ? .nothing : .byline
    case .lead: return .lead
    default: return .text
    }
  }
}
