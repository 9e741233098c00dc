/// Tells what a line can be from the line alone; its neighbours decide later.
///
/// `■通讯员 俞立 丁钰` → a byline; `健全机制 提升工资待遇` → a heading; `本报讯（通讯员 于辰倩）近日…` → a lead.
struct LineSorter {
  /// No headline and no subheading is longer.
  static let longestHeading = 50

  let view: LineView
  let source: UnsafeBufferPointer<UInt8>
  private var rules: LineRules { view.rules }

  func sort(_ line: inout TextLine) {
    if isRule(line) {
      line.sort = .rule
      return
    }
    let isShort = line.length <= LineView.limit
    view.load(source, line, limit: isShort ? LineView.limit : 64)
    if line.level > 0 {
      line.sort = .heading
    } else if let byline = findByline(line) {
      line.sort = byline.isWhole ? .byline : .lead
      if byline.isPhoto { line.traits.insert(.photo) }
      if byline.hasSource { line.traits.insert(.source) }
      if line.sort == .byline, byline.entries.isEmpty { line.sort = .lead }
    } else if rules.match(.init(.caption), at: 0) != nil {
      line.sort = .caption
    } else if isHeading(line) {
      line.sort = .heading
    }
    if line.level == 0, rules.match(.init(.item), at: 0) != nil { line.traits.insert(.item) }
    if line.sort == .heading { addTraits(&line) }
    if isSigned(line) { line.traits.insert(.signed) }
  }

  /// A byline begins with its sign; only 何乐章/文 begins with the name.
  private func findByline(_ line: TextLine) -> Byline? {
    let first = view.cells[0]
    let isOpened = first == 0xFF08 || first == 0x3010
    if isOpened || rules.match(.init(.role, .source, .mark), at: 0) != nil {
      return BylineReader.read(view)
    }
    guard line.length <= 24, let name = NameReader.read(view, at: 0), name.end < view.count,
      view.cells[name.end] == 0x2F || view.cells[view.count - 1] == 0x6444
    else { return nil }
    return BylineReader.read(view).flatMap { $0.isWhole ? $0 : nil }
  }

  private func isHeading(_ line: TextLine) -> Bool {
    guard line.length <= Self.longestHeading else { return false }
    switch line.ending {
    case .plain, .closer, .dash, .exclamation: return true
    case .colon: return line.length <= 24
    case .sentence, .semicolon, .open: return false
    }
  }

  private func addTraits(_ line: inout TextLine) {
    let cells = UnsafeBufferPointer(start: view.cells, count: view.count)
    guard let first = cells.first, let last = cells.last else { return }
    if cells.contains(0xFF0C) || cells.contains(0x3002) { line.traits.insert(.comma) }
    if 0x30...0x39 ~= first { line.traits.insert(.digit) }
    if first == 0x2014 { line.traits.insert(.dashed) }
    if first == 0xFF08 && last == 0xFF09 { line.traits.insert(.bracketed) }
    if last == 0xFF09, first != 0xFF08 { line.traits.insert(.column) }
    if source[line.bytes].contains(0x09) { line.traits.insert(.row) }
    if rules.match(.init(.unfinished), endingAt: view.count) != nil { line.traits.insert(.unfinished) }
    if line.length <= 20, areNames() { line.traits.insert(.names) }
  }

  /// 蒋超 漏鑫瑞: nothing but family names with one or two characters after them.
  private func areNames() -> Bool {
    var at = 0
    while at < view.count {
      guard rules.match(.init(.surname), at: at) != nil, let name = NameReader.read(view, at: at),
        name.range.count <= 3
      else { return false }
      at = view.skipSpaces(name.end)
      if at < view.count, view.cells[at] == 0x3001 { at += 1 }
    }
    return true
  }

  /// A paragraph whose last words are （记者 马建疆）.
  private func isSigned(_ line: TextLine) -> Bool {
    guard line.sort == .body, line.ending != .open else { return false }
    return SignatureReader(view: view, source: source).read(line) != nil
  }

  /// `---`, `***`, `————`.
  private func isRule(_ line: TextLine) -> Bool {
    guard line.length >= 3 else { return false }
    let marks: [UInt8] = [0x2D, 0x2A, 0x3D, 0x5F, 0x7E]
    let first = source[line.bytes.lowerBound]
    if marks.contains(first) { return source[line.bytes].allSatisfy { $0 == first } }
    guard first == 0xE2, line.bytes.count == line.length * 3 else { return false }
    let start = line.bytes.lowerBound
    return line.bytes.allSatisfy { source[$0] == source[start + ($0 - start) % 3] }
  }
}
