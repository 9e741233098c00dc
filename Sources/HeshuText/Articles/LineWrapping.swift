/// Whether a text's lines were broken where the column ended, and how wide the column was.
///
/// Lines of some twenty characters that mostly end in mid-sentence, one under the other without
/// blank lines: hard line breaks.
struct LineWrapping {
  /// The column's width in characters; 0 where every line is a paragraph.
  let width: Int

  var isWrapped: Bool { width > 0 }

  init(_ lines: [TextLine]) {
    var pairs = 0
    var broken: [Int] = []
    for index in lines.indices.dropLast() where lines[index + 1].gap == 0 && lines[index].level == 0 {
      pairs += 1
      let line = lines[index]
      if line.length >= 8, line.length <= 80, line.ending == .plain || line.ending == .open {
        broken.append(line.length)
      }
    }
    // A few lines alone must be plain; and paragraphs on one line are far longer than any column.
    guard pairs >= 4, broken.count * (pairs < 8 ? 5 : 6) >= pairs * 3 else {
      width = 0
      return
    }
    let column = broken.sorted()[broken.count * 3 / 4]
    let long = lines.count { $0.length > column * 2 }
    width = long * 10 <= lines.count ? column : 0
  }

  /// In a wrapped text a heading stands apart: after blank lines or the end of a sentence, and
  /// before blank lines, an indent or a byline. Everything else that is short is the rest of a
  /// paragraph.
  func settle(_ lines: inout [TextLine]) {
    guard isWrapped else { return }
    for index in lines.indices {
      let sort = lines[index].sort
      guard sort == .heading || sort == .lead || sort == .byline, lines[index].level == 0 else {
        continue
      }
      let isFirst =
        index == 0 || lines[index].gap > 0 || lines[index].indent > 1
        || lines[index - 1].sort != .body
      let follows =
        isFirst || lines[index - 1].endsSentence && lines[index - 1].length < width * 9 / 10
      if !follows {
        lines[index].sort = .body
      } else if sort == .heading, !isLast(lines, index) {
        lines[index].sort = .body
      }
    }
  }

  /// Whether nothing after the heading can be its continuation.
  private func isLast(_ lines: [TextLine], _ index: Int) -> Bool {
    guard index + 1 < lines.count else { return true }
    let next = lines[index + 1]
    if next.gap > 0 || next.indent > lines[index].indent || next.level > 0
      || next.sort != .body && next.sort != .heading
    {
      return true
    }
    // A paragraph's first line would fill the column.
    guard next.sort == .heading else { return lines[index].length * 10 <= width * 6 }
    // A kicker over its headline; a paragraph's lines go on to one that ends a sentence.
    var at = index + 1
    while at < lines.count, lines[at].gap == 0, at - index < 4 {
      if lines[at].sort != .heading { return lines[at].indent > 1 || lines[at].sort != .body }
      at += 1
    }
    return at - index < 4
  }
}
