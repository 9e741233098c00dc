internal import HeshuGrammar

/// The beginning of one line as folded cells, ready for the rules of `lines/`.
///
/// Cell 0 of `　　本报讯` is 本: the white space around a line is outside it.
final class LineView {
  /// Lines are looked at as far as this; no byline is longer.
  static let limit = 120

  let rules: LineRules
  private let text: ReadingText
  private let folding: [UInt16]
  private let units: Trie
  @exclusivity(unchecked) private var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  init(_ grammar: Grammar) {
    rules = LineRules(grammar)
    folding = grammar.folding.table
    units = grammar.unitTrie
    text = ReadingText(grammar.folding, capacity: 1024)
  }

  var count: Int { text.count }
  var cells: UnsafeMutablePointer<UInt16> { text.cells }

  /// Whether the view holds the whole line.
  @exclusivity(unchecked) private(set) var isWhole = true

  func load(_ source: UnsafeBufferPointer<UInt8>, _ line: TextLine, limit: Int = LineView.limit) {
    load(source, bytes: line.bytes, points: line.points, limit: limit)
  }

  func load(
    _ source: UnsafeBufferPointer<UInt8>, bytes: Range<Int>, points: Range<Int>,
    limit: Int = LineView.limit
  ) {
    self.source = source
    var end = bytes.upperBound
    isWhole = points.count <= limit
    if !isWhole {
      end = bytes.lowerBound
      var left = limit
      while left > 0 {
        end += 1
        while source[end] & 0xC0 == 0x80 { end += 1 }
        left -= 1
      }
    }
    text.fill(
      UnsafeBufferPointer(rebasing: source[bytes.lowerBound..<end]), firstPoint: points.lowerBound,
      firstByte: bytes.lowerBound)
    rules.load(text.cells, count: text.count)
  }

  /// The folded cell of the character at a byte.
  func cell(_ source: UnsafeBufferPointer<UInt8>, at byte: Int) -> UInt16 {
    let lead = UInt16(source[byte])
    if lead < 0x80 { return folding[Int(lead)] }
    if lead < 0xE0 { return folding[Int(lead & 0x1F) << 6 | Int(source[byte + 1] & 0x3F)] }
    if lead >= 0xF0 { return Folding.astral }
    return folding[
      Int(lead & 0x0F) << 12 | Int(source[byte + 1] & 0x3F) << 6 | Int(source[byte + 2] & 0x3F)]
  }

  /// The folded cell of the last character of some bytes.
  func lastCell(_ source: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>) -> UInt16 {
    var at = bytes.upperBound - 1
    while at > bytes.lowerBound, source[at] & 0xC0 == 0x80 { at -= 1 }
    return cell(source, at: at)
  }

  /// Whether a number at the end of one line has its unit at the start of the next: 快递员2140 and 名、网约车司机1860名.
  func isUnitCutOff(_ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ next: Range<Int>) -> Bool {
    0x30...0x39 ~= lastCell(source, line) && units.begins(with: cell(source, at: next.lowerBound))
  }

  /// The cells without their spaces, for 南 海 职 工; offsets are lost.
  func squeeze() {
    var kept = 0
    for index in 0..<text.count where text.cells[index] != 0x20 {
      text.cells[kept] = text.cells[index]
      kept += 1
    }
    text.count = kept
    rules.load(text.cells, count: kept)
  }

  func skipSpaces(_ at: Int) -> Int {
    var at = at
    while at < count, text.cells[at] == 0x20 { at += 1 }
    return at
  }

  func points(_ range: Range<Int>) -> Range<Int> {
    Int(text.points[range.lowerBound])..<Int(text.points[range.upperBound])
  }

  /// The source under some cells: a name as it is written.
  func string(_ range: Range<Int>) -> String {
    String(
      decoding: source[Int(text.bytes[range.lowerBound])..<Int(text.bytes[range.upperBound])],
      as: UTF8.self)
  }

  func mention(_ range: Range<Int>) -> Mention {
    Mention(value: string(range), range: points(range))
  }
}
