/// Decides which runs of heading lines begin an article and which are subheadings.
///
/// The idea: a run before a byline or 本报讯 begins an article, and what such runs have in common
/// (Markdown level, blank lines before them) tells it of the others. A lone article has no
/// masthead: there every other heading is a subheading.
struct ArticleSplitter {
  /// A headline alone on its line, without byline, has at least so many characters; where no
  /// article has a byline, fewer.
  private static let surelyHeadline = 16
  private static let perhapsHeadline = 13

  private(set) var heads: [Head] = []
  /// Runs that begin no article, with what they are.
  private(set) var lines: [TextLine]
  private let isIssue: Bool
  private let hasEvidence: Bool
  private let titleLevel: Int
  private let usualGap: Int
  private let isMarked: Bool

  /// `start` is the first line behind the masthead.
  init(_ lines: [TextLine], from start: Int, isIssue: Bool) {
    self.lines = lines
    self.isIssue = isIssue
    let runs = HeadingRun.all(&self.lines, from: start)
    let evident = runs.filter(\.isEvident)
    hasEvidence = !evident.isEmpty
    isMarked = runs.contains { $0.level > 0 }
    titleLevel = Self.titleLevel(runs, evident)
    usualGap = Self.usualGap(evident, self.lines)
    split(runs, from: start)
  }

  /// The commonest level of headlines known for such; else the first heading's, or the one below
  /// if that stands alone.
  private static func titleLevel(_ runs: [HeadingRun], _ evident: [HeadingRun]) -> Int {
    var counts = [Int](repeating: 0, count: 7)
    for run in evident where run.level > 0 { counts[run.level] += 1 }
    if let most = counts.max(), most > 0 { return counts.lastIndex(of: most)! }
    return runs.first { $0.level > 0 }?.level ?? 0
  }

  private static func usualGap(_ evident: [HeadingRun], _ lines: [TextLine]) -> Int {
    var counts = [Int](repeating: 0, count: 8)
    for run in evident.dropFirst() { counts[min(7, lines[run.lines.upperBound - 1].gap)] += 1 }
    guard let most = counts.max(), most > 0 else { return 1 }
    return max(1, counts.lastIndex(of: most)!)
  }

  private mutating func split(_ runs: [HeadingRun], from start: Int) {
    guard start < lines.count else { return }
    var previousEnd = start
    for run in runs {
      addUntitled(previousEnd..<run.lines.lowerBound, from: start)
      previousEnd = run.lines.upperBound
      let isFirst = run.lines.lowerBound == start
      if begins(run, isFirst: isFirst) {
        let head = Head(
          run, lines, usualGap: usualGap, isFirst: isFirst, takesAll: isFirst && start == 0)
        // What stands before the kicker goes with the article before: the caption of a picture, a
        // source, a fragment.
        for index in run.lines.lowerBound..<head.first {
          lines[index].sort = isFragment(lines[index]) ? .body : .caption
        }
        heads.append(head)
      } else if heads.isEmpty {
        heads.append(Head(first: isFirst ? run.lines.lowerBound : start))
        settle(run)
      } else {
        settle(run)
      }
    }
    addUntitled(previousEnd..<lines.count, from: start)
    if heads.isEmpty { heads.append(Head(first: start)) }
  }

  /// 本报讯 after the end of another article begins one, though it has no headline.
  private mutating func addUntitled(_ range: Range<Int>, from start: Int) {
    if heads.isEmpty, let first = range.first { heads.append(Head(first: first)) }
    for index in range.dropFirst()
    where lines[index].sort == .lead && lines[index].traits.contains(.source) {
      let before = lines[index - 1]
      let hasText = before.sort == .body || before.sort == .lead
      if hasText && before.endsSentence { heads.append(Head(first: index)) }
    }
  }

  private func begins(_ run: HeadingRun, isFirst: Bool) -> Bool {
    if isFirst { return run.follower != .nothing || run.lines.count <= 4 }
    if run.isEvident {
      // A fragment before 本报讯 heads nothing.
      return
        !(run.lines.count == 1 && run.level == 0
        && lines[run.lines.lowerBound].traits.contains(.unfinished))
    }
    if run.level > 0 { return run.level <= titleLevel }
    guard isIssue, !isMarked, run.follower == .text, run.lines.count <= 4 else { return false }
    let before = lines[run.lines.lowerBound - 1]
    guard before.endsSentence else { return false }
    return looksLikeHeadline(run, isAfterSignature: before.traits.contains(.signed))
  }

  private func looksLikeHeadline(_ run: HeadingRun, isAfterSignature: Bool) -> Bool {
    let title = lines[run.lines.upperBound - 1]
    let isPlain = run.lines.allSatisfy {
      lines[$0].traits.isDisjoint(with: [.item, .unfinished, .row, .bracketed])
        && lines[$0].ending != .exclamation
    }
    guard isPlain else { return false }
    if isAfterSignature { return title.length >= 8 }
    if run.lines.count > 1 { return title.length >= 12 }
    if title.gap >= 3 && title.gap > usualGap && hasEvidence { return false }
    if title.traits.contains(.comma) { return false }
    return title.length >= (hasEvidence ? Self.surelyHeadline : Self.perhapsHeadline)
  }

  /// Marks the lines of a run inside an article: subheadings stay headings, lists and fragments
  /// become text.
  private mutating func settle(_ run: HeadingRun) {
    let before = run.lines.lowerBound > 0 ? lines[run.lines.lowerBound - 1] : nil
    let isCut = before.map { $0.sort == .body && !$0.endsSentence } ?? false
    for index in run.lines {
      let line = lines[index]
      if line.level > 0 { continue }
      if isCut || isMarked || isFragment(line) {
        lines[index].sort = .body
        // Figures one under the other: 新建工会 856家, 发展会员 4.2万人.
        if !isCut, run.lines.count > 2, !isFragment(line) { lines[index].traits.insert(.item) }
      } else if run.follower == .nothing {
        lines[index].sort = .caption
      } else if run.lines.count > 2 {
        lines[index].sort = .body
        lines[index].traits.insert(.item)
      }
    }
  }

  /// A line too long or too plainly cut to be a heading.
  private func isFragment(_ line: TextLine) -> Bool {
    if line.level > 0 { return false }
    return !line.traits.isDisjoint(with: [.unfinished, .row]) || line.length > 30
      || line.traits.contains(.comma) && !line.traits.contains(.item) && line.length > 16
  }
}
