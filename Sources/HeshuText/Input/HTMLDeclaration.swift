/// The encoding that a page declares in its first kilobytes.
enum HTMLDeclaration {
  /// `<meta charset="gb2312">` → `gb2312`; `<?xml version="1.0" encoding="Big5"?>` → `Big5`.
  static func label(in bytes: UnsafeRawBufferPointer) -> String? {
    let head = Array(bytes.prefix(4096)).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    if head.starts(with: "<?xml".utf8), let end = find("?>", in: head, from: 0),
      let name = value(after: "encoding", in: head, from: 5, to: end)
    {
      return name
    }
    var index = 0
    while let meta = find("<meta", in: head, from: index) {
      let end = head[meta...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
      if let name = value(after: "charset", in: head, from: meta, to: end) {
        // A page that could be read so far is not in UTF-16, whatever it says.
        return name.hasPrefix("utf-16") ? "utf-8" : name
      }
      index = end
    }
    return nil
  }

  /// What stands behind `key =`, with or without quotation marks.
  private static func value(after key: String, in head: [UInt8], from start: Int, to end: Int)
    -> String?
  {
    guard let found = find(key, in: head, from: start), found < end else { return nil }
    var index = found + key.utf8.count
    let marks = Set(" \t\r\n\"'".utf8)
    while index < end, marks.contains(head[index]) { index += 1 }
    guard index < end, head[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < end, marks.contains(head[index]) { index += 1 }
    let stops = marks.union(Set(";/?>".utf8))
    let label = head[index..<end].prefix { !stops.contains($0) }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }

  private static func find(_ word: String, in head: [UInt8], from start: Int) -> Int? {
    let word = Array(word.utf8)
    var index = start
    while index + word.count <= head.count {
      if head[index] == word[0] && head[index..<(index + word.count)].elementsEqual(word) {
        return index
      }
      index += 1
    }
    return nil
  }
}
