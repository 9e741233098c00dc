/// Reads one person's name: 2 to 4 Chinese characters, or more with a point: 羊大江, 欧阳修文, 阿依古丽·买买提.
///
/// `陈小迪报道` → 陈小迪; `王　䶮` → both; `何大廷桃園報導` → 何大廷 and the place 桃園.
struct NameReader {
  struct Name {
    var range: Range<Int>
    /// The cell after the name, and after the place glued to it.
    var end: Int
    var place: Range<Int>?
  }

  static func read(_ view: LineView, at start: Int) -> Name? {
    var end = start
    var hasPoint = false
    while end < view.count, isNameCell(view.cells[end]) || view.cells[end] == 0xB7 && end > start {
      if view.cells[end] == 0xB7 { hasPoint = true }
      // The role of the next name or the credit ends this one.
      if end - start >= 2,
        view.rules.opens(view.cells[end]) || view.rules.closes(view.cells[end]),
        view.rules.match(.nameEnd, at: end) != nil
      {
        break
      }
      end += 1
      if end - start > 24 { return nil }
    }
    let length = end - start
    if hasPoint { return length >= 3 ? Name(range: start..<end, end: end) : nil }
    switch length {
    case 0: return nil
    case 1: return spaced(view, start)
    case 2, 3: return Name(range: start..<end, end: end)
    case 4 where view.rules.match(.init(.compound), at: start) != nil || !isReport(view, end):
      return Name(range: start..<end, end: end)
    case 4...7: return isReport(view, end) ? split(view, start..<end) : nil
    default: return nil
    }
  }

  /// 張　三: a name of two characters set to the width of three.
  private static func spaced(_ view: LineView, _ start: Int) -> Name? {
    let second = view.skipSpaces(start + 1)
    guard second > start + 1, second - start <= 4, second < view.count,
      isNameCell(view.cells[second]),
      second + 1 == view.count || !isNameCell(view.cells[second + 1])
    else { return nil }
    return Name(range: start..<second + 1, end: second + 1)
  }

  /// 何大廷桃園 before 報導: the name, then a place of two or three characters.
  private static func split(_ view: LineView, _ range: Range<Int>) -> Name {
    let hasCompound = view.rules.match(.init(.compound), at: range.lowerBound) != nil
    let length: Int
    switch range.count {
    case 4: length = 2
    case 5: length = 3
    case 6: length = hasCompound ? 4 : 3
    default: length = hasCompound ? 4 : 3
    }
    let middle = range.lowerBound + length
    return Name(
      range: range.lowerBound..<middle, end: range.upperBound, place: middle..<range.upperBound)
  }

  private static func isReport(_ view: LineView, _ at: Int) -> Bool {
    view.rules.match(.init(.credit), at: at) != nil
  }

  /// A Chinese character, those outside the first plane included.
  private static func isNameCell(_ cell: UInt16) -> Bool {
    0x4E00...0x9FFF ~= cell || 0x3400...0x4DBF ~= cell || cell == 0xFFFF || 0xF900...0xFAFF ~= cell
  }
}
