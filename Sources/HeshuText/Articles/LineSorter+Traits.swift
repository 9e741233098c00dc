/// The second look at heading lines: what tells a headline from an item, a fragment or names.
extension LineSorter {
  /// Adds what can be seen of a heading line besides its length and end.
  func addTraits(_ line: inout TextLine, _ first: UInt16) {
    let bytes = UnsafeBufferPointer(rebasing: source[line.bytes])
    let last = view.lastCell(source, line.bytes)
    if Self.hasComma(bytes) { line.traits.insert(.comma) }
    if 0x30...0x39 ~= first { line.traits.insert(.digit) }
    if first == 0x2014 { line.traits.insert(.dashed) }
    if last == 0xFF09 { line.traits.insert(first == 0xFF08 ? .bracketed : .column) }
    if bytes.contains(0x09) { line.traits.insert(.row) }
    if rules.unfinishes(last) { line.traits.insert(.unfinished) }
    if line.length <= 20, rules.isSurname(first), areNames(line) { line.traits.insert(.names) }
  }

  /// ， 。 or a half-width comma.
  private static func hasComma(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x2C { return true }
      if byte == 0xEF, bytes[at + 1] == 0xBC, bytes[at + 2] == 0x8C { return true }
      if byte == 0xE3, bytes[at + 1] == 0x80, bytes[at + 2] == 0x82 { return true }
      at += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return false
  }

  /// 雷一山 蒲小燕: nothing but family names with one or two characters after them.
  private func areNames(_ line: TextLine) -> Bool {
    view.load(source, line)
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

  /// `---`, `***`, `————`.
  func isRule(_ line: TextLine) -> Bool {
    guard line.length >= 3 else { return false }
    let first = source[line.bytes.lowerBound]
    if first == 0xE2 {
      guard line.bytes.count == line.length * 3 else { return false }
      let start = line.bytes.lowerBound
      return line.bytes.allSatisfy { source[$0] == source[start + ($0 - start) % 3] }
    }
    guard first == 0x2D || first == 0x2A || first == 0x3D || first == 0x5F || first == 0x7E else {
      return false
    }
    return source[line.bytes].allSatisfy { $0 == first }
  }
}
