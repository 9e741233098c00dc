/// The words of short stretches that ICU has cut before, so that the words of the trade that no lexicon has are looked up in
/// its dictionary once and not in every article.
///
/// A table of fixed size in which a later stretch takes the place of an earlier one: what is found is what ICU would say,
/// whatever was read before. One a thread.
final class CutMemory {
  private struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// Bit `n` is set where a word ends after `n` characters.
    var ends: UInt16 = 0
  }

  /// Characters in a stretch that is kept, 16 bits each.
  private static let longest = 8
  private static let size = 1 << 13
  private let entries: UnsafeMutablePointer<Entry>

  init() {
    entries = .allocate(capacity: Self.size)
    entries.initialize(repeating: Entry(), count: Self.size)
  }

  deinit { entries.deallocate() }

  @inline(__always)
  private static func key(_ cells: UnsafePointer<UInt16>, _ length: Int) -> (low: UInt64, high: UInt64, place: Int) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in 0..<min(length, 4) { low = low << 16 | UInt64(cells[index]) }
    for index in min(length, 4)..<length { high = high << 16 | UInt64(cells[index]) }
    let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return (low, high, Int(mixed >> 51))
  }

  /// The ends of the words in the stretch, nil when it is too long or not known.
  func ends(_ cells: UnsafePointer<UInt16>, _ length: Int) -> UInt16? {
    guard length <= Self.longest else { return nil }
    let (low, high, place) = Self.key(cells, length)
    let entry = entries[place]
    return entry.low == low && entry.high == high && entry.ends != 0 ? entry.ends : nil
  }

  func keep(_ cells: UnsafePointer<UInt16>, _ length: Int, _ cuts: ArraySlice<Int32>) {
    guard length <= Self.longest else { return }
    let (low, high, place) = Self.key(cells, length)
    entries[place] = Entry(low: low, high: high, ends: cuts.reduce(0) { $0 | 1 << UInt16($1) })
  }
}
