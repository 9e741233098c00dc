/// Tells what a line can be from the line alone; its neighbours decide later.
///
/// `■通讯员 罗小明 丁大山` → a byline; `建得密 抬脚就能到` → a heading; `本报讯（通讯员 蒲小燕）近日…` → a lead. Most lines are
/// told by their first and last characters and their length; only those that begin as a byline
/// does are read with the rules.
struct LineSorter {
  /// No headline and no subheading is longer.
  static let longestHeading = 50

  let view: LineView
  let source: UnsafeBufferPointer<UInt8>
  private(set) var bylines: [ReadByline] = []
  var rules: LineRules { view.rules }

  init(view: LineView, source: UnsafeBufferPointer<UInt8>) {
    self.view = view
    self.source = source
  }

  mutating func sort(_ line: inout TextLine) {
    if isRule(line) {
      line.sort = .rule
      return
    }
    let first = view.cell(source, at: line.bytes.lowerBound)
    let isMarked = line.level > 0
    if isMarked {
      line.sort = .heading
    } else if rules.opens(first), findOpening(&line, first) {
      // Told by its opening.
    } else if let byline = findCredit(line) ?? findReporter(line) {
      line.sort = .byline
      keep(byline, &line)
    } else if isHeading(line), !Self.continues(first) {
      line.sort = .heading
    }
    if !isMarked, isItemStart(first) {
      view.load(source, line, limit: 8)
      if rules.match(.init(.item), at: 0) != nil { line.traits.insert(.item) }
    }
    if line.sort == .heading { addTraits(&line, first) }
    if line.sort == .body || line.sort == .lead { findSignature(&line) }
  }

  /// Whether a line that looks like a heading begins with the unit of the number the line before ends with.
  func isCutOff(_ line: TextLine, _ next: TextLine) -> Bool {
    next.sort == .heading && next.level == 0 && next.gap < 2 && (line.sort == .body || line.traits.contains(.comma))
      && view.isUnitCutOff(source, line.bytes, next.bytes)
  }

  private mutating func findSignature(_ line: inout TextLine) {
    guard let byline = SignatureReader(view: view, source: source).read(line) else { return }
    line.traits.insert(.signed)
    if line.byline >= 0 {
      bylines[Int(line.byline)].names += ReadByline(byline, view).names
    } else {
      keep(byline, &line)
    }
  }

  private mutating func keep(_ byline: Byline, _ line: inout TextLine) {
    if byline.isPhoto { line.traits.insert(.photo) }
    if byline.hasSource { line.traits.insert(.source) }
    line.byline = Int32(bylines.count)
    bylines.append(ReadByline(byline, view))
  }

  /// A byline, a lead or a caption; false when it is none.
  private mutating func findOpening(_ line: inout TextLine, _ first: UInt16) -> Bool {
    let isOpened = first == 0xFF08 || first == 0x3010
    view.load(source, line, limit: isOpened ? LineView.limit : LineRules.window)
    let sign = isOpened ? nil : rules.match(.byline, at: 0)
    if isOpened || sign != nil, let byline = readByline(line, sign) {
      line.sort = byline.isWhole && !byline.entries.isEmpty ? .byline : .lead
      keep(byline, &line)
      return true
    }
    guard rules.match(.init(.caption), at: 0) != nil else { return false }
    line.sort = .caption
    return true
  }

  private func readByline(_ line: TextLine, _ sign: LineRules.Match?) -> Byline? {
    guard !view.isWhole else { return BylineReader.read(view, first: sign) }
    // What the rule captured is read before the line is loaded anew, as both see the same cells.
    view.load(source, line)
    return BylineReader.read(view, first: sign)
  }

  /// A byline that begins with the name: 何小章/文, 罗小明 摄.
  private func findCredit(_ line: TextLine) -> Byline? {
    guard line.length <= 24, line.ending == .plain else { return nil }
    let bytes = UnsafeBufferPointer(rebasing: source[line.bytes])
    guard bytes.contains(0x2F) || rules.closes(view.lastCell(source, line.bytes)) else {
      return nil
    }
    view.load(source, line)
    guard NameReader.read(view, at: 0) != nil, let byline = BylineReader.read(view), byline.isWhole
    else { return nil }
    return byline
  }

  /// A byline that begins with the name of the paper: 山河日报记者 何小章.
  private func findReporter(_ line: TextLine) -> Byline? {
    guard line.length <= 30, line.ending == .plain else { return nil }
    view.load(source, line)
    guard let role = rules.match(.byline, at: 0), let byline = BylineReader.read(view, first: role), byline.isWhole,
      !byline.entries.isEmpty
    else { return nil }
    return byline
  }

  private func isHeading(_ line: TextLine) -> Bool {
    guard line.length <= Self.longestHeading else { return false }
    switch line.ending {
    case .plain, .closer, .dash, .exclamation: return true
    case .colon: return line.length <= 24
    case .sentence, .semicolon, .open: return false
    }
  }

  /// What no heading begins with: ， 。 、 ； ： ！ ？ ” ） % 》.
  private static func continues(_ cell: UInt16) -> Bool {
    switch cell {
    case 0xFF0C, 0x3002, 0x3001, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0x201D, 0x2019, 0xFF09, 0x25,
      0x300B, 0x3011:
      true
    default: false
    }
  }

  /// Digits, signs, brackets and 第.
  private func isItemStart(_ cell: UInt16) -> Bool {
    cell < 0x3400 || cell == 0xFF08 || cell == 0x7B2C || rules.isNumber(cell)
  }
}
