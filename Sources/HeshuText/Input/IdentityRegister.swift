/// The ids that were given out.
///
/// Ten million documents must not hold ten million paths: 128 bits of each id's digest are kept,
/// in which no two different ids will meet. They lie in a table of their own, since a digest is
/// its own hash: a mark stands in the first free place behind the one that its bits name.
struct IdentityRegister {
  private struct Mark {
    var high: UInt64
    var low: UInt64
    var isFree: Bool { high == 0 && low == 0 }
  }

  private var table = [Mark](repeating: Mark(high: 0, low: 0), count: 64)
  private var count = 0
  private let digest = Digest()

  /// Whether the id is new: `000.txt` → true, `000.txt` again → false.
  mutating func insert(_ id: String) -> Bool {
    var id = id
    id.withUTF8 { digest.update(UnsafeRawBufferPointer($0)) }
    let mark = digest.finish().withUnsafeBytes {
      Mark(
        high: $0.loadUnaligned(as: UInt64.self),
        low: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
    if count * 3 > table.count * 2 { grow() }
    let place = place(of: mark)
    if !table[place].isFree { return false }
    table[place] = mark
    count += 1
    return true
  }

  private func place(of mark: Mark) -> Int {
    let mask = table.count - 1
    var place = Int(truncatingIfNeeded: mark.low) & mask
    while !table[place].isFree, table[place].low != mark.low || table[place].high != mark.high {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let marks = table.filter { !$0.isFree }
    table = [Mark](repeating: Mark(high: 0, low: 0), count: table.count * 2)
    for mark in marks { table[place(of: mark)] = mark }
  }
}
