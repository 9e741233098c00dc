/// The lines of an article before its byline, each with its part, out of a run of heading lines.
///
/// `权威发布 / 全省职工书屋已达2130家` → kicker and headline; under Markdown the line of the highest
/// level is the headline. Lines of the run before `first` belong to whatever stands before the
/// article.
struct Head {
  /// A label such as 小革新 大效益 or 人物 has at most so many characters.
  private static let longestLabel = 7
  private static let longestKicker = 30

  /// The article's first line.
  let first: Int
  let kicker: Range<Int>
  let title: Range<Int>
  let end: Int

  func kind(_ line: Int) -> Block.Kind {
    if line < kicker.lowerBound { return .caption }
    return line < title.lowerBound ? .kicker : line < title.upperBound ? .headline : .subtitle
  }

  /// `usualGap` is the number of blank lines that stand before headlines in this document. The
  /// lone article of a document takes in all lines of the run.
  init(_ run: HeadingRun, _ lines: [TextLine], usualGap: Int, isFirst: Bool, takesAll: Bool) {
    var title = run.level > 0 ? Self.markedTitle(run, lines) : Self.plainTitle(run, lines)
    // 法律援助中心今年帮职工追回 / 386.4万元（权威发布）: one headline on two lines.
    if title > run.lines.lowerBound, lines[title].traits.contains(.column),
      lines[title].traits.contains(.digit),
      lines[title].length <= 14, lines[title].level == 0
    {
      self.title = title - 1..<title + 1
      title -= 1
    } else {
      self.title = title..<title + 1
    }
    var first = title
    while first > run.lines.lowerBound, title - first < 2,
      Self.isKicker(
        lines, first - 1, headline: title, usualGap: isFirst ? max(usualGap, 2) : usualGap)
    {
      first -= 1
      if lines[first].length > Self.longestLabel { break }
    }
    self.first = takesAll ? run.lines.lowerBound : first
    kicker = first..<title
    end = run.lines.upperBound
  }

  /// An article without a headline that begins at this line.
  init(first: Int) {
    self.first = first
    kicker = first..<first
    title = kicker
    end = first
  }

  private static func markedTitle(_ run: HeadingRun, _ lines: [TextLine]) -> Int {
    let marked = run.lines.filter { lines[$0].level > 0 }
    guard let top = marked.first(where: { lines[$0].level == run.level }) else {
      return run.lines.upperBound - 1
    }
    // A label over a longer headline, though its mark is the higher one.
    if lines[top].length <= longestLabel, top + 1 < run.lines.upperBound, lines[top + 1].level > 0,
      lines[top + 1].length >= 2 * lines[top].length
    {
      return top + 1
    }
    return top
  }

  /// The last line that is no subtitle; a line with the name of a column is the headline.
  private static func plainTitle(_ run: HeadingRun, _ lines: [TextLine]) -> Int {
    var last = run.lines.upperBound - 1
    while last > run.lines.lowerBound,
      lines[last].traits.contains(.dashed) || lines[last].traits.contains(.bracketed)
    {
      last -= 1
    }
    let lowest = max(run.lines.lowerBound, last - 2)
    for index in stride(from: last, to: lowest, by: -1)
    where lines[index - 1].traits.contains(.column) && !lines[index].traits.contains(.column)
      && index - 1 > run.lines.lowerBound
    {
      return index - 1
    }
    return last
  }

  /// Whether the line goes with the headline under it; the caption of a picture stands further off
  /// than headlines do.
  private static func isKicker(_ lines: [TextLine], _ index: Int, headline: Int, usualGap: Int)
    -> Bool
  {
    let line = lines[index]
    guard line.length <= longestKicker, line.traits.isDisjoint(with: [.item, .row, .bracketed])
    else { return false }
    if line.ending == .colon || line.ending == .dash || line.level > 0 { return true }
    if lines[headline].level > 0 { return !line.traits.contains(.unfinished) }
    return !(line.gap >= 3 && line.gap > usualGap)
  }
}
