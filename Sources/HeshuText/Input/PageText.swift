/// The text of a page, growing block by block.
///
/// `<h1>喜报</h1><p>覆盖职工\n27万余人次。</p>` → `喜报`, an empty line, `覆盖职工 27万余人次。`.
/// A break is only noted when a block ends and is written before the next text, so that nested
/// blocks break once. White space is one space, except that a line end between two Chinese
/// characters is nothing: editors wrap there.
struct PageText {
  private(set) var bytes: [UInt8] = []
  private(set) var characters = 0
  private(set) var headings: [Heading] = []
  /// Line ends to be written before the next text.
  private var lineEnds = 0
  /// Tabs to be written before the next text.
  private var tabs = 0
  private var space = Space.none
  /// Whether the last character was a Chinese one, or its punctuation.
  private var endsWide = false
  private var heading: (level: Int, start: Int?)?
  /// The open tables: how many cells each has in its row so far.
  private var cells: [Int] = []
  private var isCellFresh = false
  /// Inside `<pre>` white space is the text's own.
  var preformatted = 0

  private enum Space { case none, blank, lineEnd }

  /// Ends the line; with 2 an empty line follows.
  mutating func endLine(_ count: Int) {
    space = .none
    if isCellFresh || bytes.isEmpty { return }
    lineEnds = max(lineEnds, count)
  }

  /// A `<br>`: two of them are an empty line.
  mutating func breakLine() {
    space = .none
    if !bytes.isEmpty && !isCellFresh { lineEnds = min(lineEnds + 1, 2) }
  }

  mutating func openTable() {
    endLine(2)
    cells.append(0)
    isCellFresh = false
  }

  mutating func closeTable() {
    _ = cells.popLast()
    isCellFresh = false
    tabs = 0
    endLine(2)
  }

  mutating func openRow() {
    isCellFresh = false
    tabs = 0
    endLine(1)
    if !cells.isEmpty { cells[cells.count - 1] = 0 }
  }

  mutating func openCell() {
    guard let count = cells.last else { return }
    cells[cells.count - 1] += 1
    if count > 0 {
      // What ended inside the cell before does not end the row.
      lineEnds = 0
      tabs += 1
    }
    space = .none
    isCellFresh = true
  }

  mutating func openHeading(_ level: Int) {
    endLine(2)
    heading = (level, nil)
  }

  mutating func closeHeading() {
    if let (level, start) = heading, let start, start < characters {
      headings.append(Heading(level: level, range: start..<characters))
    }
    heading = nil
    endLine(2)
  }

  /// Adds text as it stands between two tags.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if Self.isSpace(byte) {
        addSpace(byte)
        index += 1
        continue
      }
      writeBreaks(beforeWide: Self.isWide(lead: byte))
      let start = index
      while index < text.count, !Self.isSpace(text[index]) {
        if text[index] & 0xC0 != 0x80 {
          characters += 1
          endsWide = Self.isWide(lead: text[index])
        }
        index += 1
      }
      bytes.append(contentsOf: text[start..<index])
    }
  }

  private mutating func addSpace(_ byte: UInt8) {
    if preformatted > 0 && byte != 0x0D {
      if byte == 0x0A {
        if !bytes.isEmpty && !isCellFresh { lineEnds += 1 }
      } else {
        writeBreaks(beforeWide: false)
        write(byte)
      }
    } else if byte == 0x0A || byte == 0x0D {
      space = .lineEnd
    } else if space == .none {
      space = .blank
    }
  }

  private mutating func writeBreaks(beforeWide isWide: Bool) {
    isCellFresh = false
    if bytes.isEmpty { lineEnds = 0 }
    let isBroken = lineEnds + tabs > 0 || bytes.isEmpty
    for _ in 0..<lineEnds { write(0x0A) }
    for _ in 0..<tabs { write(0x09) }
    if !isBroken && (space == .blank || space == .lineEnd && !(endsWide && isWide)) { write(0x20) }
    lineEnds = 0
    tabs = 0
    space = .none
    if heading != nil && heading?.start == nil { heading?.start = characters }
  }

  private mutating func write(_ byte: UInt8) {
    bytes.append(byte)
    characters += 1
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte >= 0x09 && byte <= 0x0D
  }

  /// U+2E80 to U+9FFF, and U+F000 to U+FFFF with the full-width forms.
  private static func isWide(lead: UInt8) -> Bool {
    lead >= 0xE3 && lead <= 0xE9 || lead == 0xEF
  }

  /// Ends the text with a line end, as a text file ends.
  mutating func finish() {
    lineEnds = 0
    tabs = 0
    if !bytes.isEmpty { write(0x0A) }
  }
}
