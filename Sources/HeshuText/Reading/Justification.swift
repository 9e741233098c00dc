/// Takes out the spaces that a setting to the column's width left inside words and numbers.
///
/// `资助2 3 1 8 名外来工就读大学课 堂` → 资助2318名外来工就读大学课堂. A paragraph is taken to be set so when it shows
/// what no writer does: a lone character between spaces (课 堂。), or digits one by one. Its single
/// spaces then go, except between Latin letters and between two phrases inside quotation marks
/// (强本领 迎盛会). In other paragraphs all spaces stay.
enum Justification {
  private static let space: UInt16 = 0x20

  /// Repairs what stands in `text`; what lies before the source's code point `start` (a dateline)
  /// keeps its spaces.
  static func repair(_ text: ReadingText, from start: Int) {
    let cells = text.cells
    let count = text.count
    guard
      let firstSpace = firstIndex(of: space, in: UnsafeBufferPointer(start: cells, count: count))
    else { return }
    var first = firstSpace
    while first < count, Int(text.points[first]) < start { first += 1 }
    guard isJustified(UnsafeBufferPointer(start: cells, count: count), from: first) else { return }
    var kept = first
    for index in first..<count {
      if cells[index] == space, isInside(cells, index, count, from: first) { continue }
      if kept < index {
        cells[kept] = cells[index]
        text.points[kept] = text.points[index]
        text.bytes[kept] = text.bytes[index]
      }
      kept += 1
    }
    text.points[kept] = text.points[count]
    text.bytes[kept] = text.bytes[count]
    text.count = kept
  }

  /// The first place of a cell; eight cells a step.
  private static func firstIndex(of cell: UInt16, in cells: UnsafeBufferPointer<UInt16>) -> Int? {
    var index = 0
    while index + 8 <= cells.count {
      var found = false
      for step in 0..<8 { found = found || cells[index + step] == cell }
      if found { break }
      index += 8
    }
    while index < cells.count {
      if cells[index] == cell { return index }
      index += 1
    }
    return nil
  }

  private static func isHan(_ cell: UInt16) -> Bool {
    0x3400...0x9FFF ~= cell || cell == 0x3007 || cell == 0xFFFF
  }
  private static func isDigit(_ cell: UInt16) -> Bool { 0x30...0x39 ~= cell }
  private static func isLetter(_ cell: UInt16) -> Bool {
    0x41...0x5A ~= cell || 0x61...0x7A ~= cell
  }

  /// Whether some space stands where no writer puts one.
  private static func isJustified(_ cells: UnsafeBufferPointer<UInt16>, from first: Int) -> Bool {
    func at(_ index: Int) -> UInt16 { index >= 0 && index < cells.count ? cells[index] : 0 }
    for index in first..<cells.count where cells[index] == space {
      let before = at(index - 1)
      let after = at(index + 1)
      if isHan(before), isHan(after) {
        // 课 堂。 and 一 线 的: the character before or after is alone.
        if !isHan(at(index - 2)) && at(index - 2) != 0x201D
          || !isHan(at(index + 2)) && at(index + 2) != 0x201C
        {
          return true
        }
      } else if isDigit(before), isDigit(after),
        !isDigit(at(index + 2)) || !isDigit(at(index - 2)) && isGroupOfOther(at, index)
      {
        return true
      }
    }
    return false
  }

  /// Whether the digits after the space are not the three of 1 410.
  private static func isGroupOfOther(_ at: (Int) -> UInt16, _ index: Int) -> Bool {
    var length = 0
    while length < 5, isDigit(at(index + 1 + length)) { length += 1 }
    return length != 3
  }

  /// Whether this space is one of the setting's.
  private static func isInside(
    _ cells: UnsafeMutablePointer<UInt16>, _ index: Int, _ count: Int, from first: Int
  ) -> Bool {
    guard index > first, index + 1 < count else { return true }
    let before = cells[index - 1]
    let after = cells[index + 1]
    // Several spaces are meant.
    if before == space || after == space { return false }
    if isLetter(before) && (isLetter(after) || isDigit(after)) { return false }
    if isHan(before), isHan(after), isInQuotes(cells, index, first),
      run(cells, index, -1, first, count) >= 3,
      run(cells, index, 1, first, count) >= 3
    {
      return false
    }
    return true
  }

  private static func isInQuotes(_ cells: UnsafeMutablePointer<UInt16>, _ index: Int, _ first: Int)
    -> Bool
  {
    var at = index - 1
    while at >= first, index - at < 24 {
      if cells[at] == 0x201C { return true }
      if cells[at] == 0x201D { return false }
      at -= 1
    }
    return false
  }

  /// How many Chinese characters stand together on one side of a space, up to 3.
  private static func run(
    _ cells: UnsafeMutablePointer<UInt16>, _ index: Int, _ step: Int, _ first: Int, _ count: Int
  ) -> Int {
    var at = index + step
    var length = 0
    while at >= first, at < count, length < 3, isHan(cells[at]) {
      length += 1
      at += step
    }
    return length
  }
}
