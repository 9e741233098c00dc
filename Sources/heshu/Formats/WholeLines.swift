/// Gathers parts of lines until they are whole: one line of input can come in many parts.
struct WholeLines {
  private var begun: [UInt8] = []

  /// The lines that end in `bytes`, the first with what was begun before.
  mutating func take(_ bytes: [UInt8]) -> [UInt8] {
    if begun.isEmpty, bytes.isEmpty || bytes.last == 0x0A { return bytes }
    guard let end = bytes.lastIndex(of: 0x0A) else {
      begun += bytes
      return []
    }
    defer { begun = Array(bytes[(end + 1)...]) }
    return begun + bytes[...end]
  }
}
