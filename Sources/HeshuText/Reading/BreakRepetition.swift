/// How many characters a line break repeated.
///
/// `发挥旗帜导向作用 ⏎⏎ 用，带动` → 1; `工会 ⏎⏎ 会员` → 0.
enum BreakRepetition {
  /// `start` is the first cell of the later piece in `text`.
  static func length(_ text: ReadingText, at start: Int, followsGap: Bool) -> Int {
    let cells = text.cells
    guard start > 1, start < text.count, isHan(cells[start]), let doubles = text.doubles else {
      return 0
    }
    let next: UInt16 = start + 1 < text.count ? cells[start + 1] : 0
    if start + 2 < text.count, start > 2, cells[start - 2] == cells[start],
      cells[start - 1] == next, isHan(next), cells[start] != next
    {
      return followsGap && !doubles.isWord(text, start, length: 2) ? 2 : 0
    }
    guard cells[start - 1] == cells[start] else { return 0 }
    // A clause does not begin with one character and a comma.
    let isStopped = [0xFF0C, 0x3002, 0x3001, 0xFF1B].contains(next)
    guard followsGap || isStopped else { return 0 }
    return doubles.isWord(text, start, length: 1) ? 0 : 1
  }

  private static func isHan(_ cell: UInt16) -> Bool { 0x4E00...0x9FFF ~= cell }
}
