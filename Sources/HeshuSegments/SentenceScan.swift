internal import CICU

/// Sentences of plain text by the rules of Unicode (UAX #29), without ICU's iterator: 。！？ and what closes behind them.
///
/// Text with full stops that are no decimal points, with line ends or with combining marks is left to ICU; most
/// paragraphs have none. One a thread.
final class SentenceScan {
  /// What a character is to the rules.
  private enum Sort {
    static let unknown: UInt8 = 0
    static let plain: UInt8 = 1
    /// 。！？
    static let end: UInt8 = 2
    /// ” ） 」 and the opening ones
    static let close: UInt8 = 3
    static let space: UInt8 = 4
    /// ， 、 ： after which a sentence goes on
    static let joint: UInt8 = 5
    static let digit: UInt8 = 6
    /// A full stop: no end before a digit.
    static let point: UInt8 = 7
    /// For ICU to decide.
    static let other: UInt8 = 8
  }

  /// Filled as characters are met.
  private let sorts: UnsafeMutablePointer<UInt8>

  init() {
    sorts = .allocate(capacity: 1 << 16)
    sorts.initialize(repeating: Sort.unknown, count: 1 << 16)
  }

  deinit { sorts.deallocate() }

  @inline(never)
  private func find(_ cell: UInt16) -> UInt8 {
    let sort: UInt8 =
      switch Int(cicu_sentence_break(cell)) {
      case CICU_SB_OTHER, CICU_SB_LOWER, CICU_SB_UPPER, CICU_SB_OLETTER: Sort.plain
      case CICU_SB_NUMERIC: Sort.digit
      case CICU_SB_STERM: Sort.end
      case CICU_SB_CLOSE: Sort.close
      case CICU_SB_SP: Sort.space
      case CICU_SB_SCONTINUE: Sort.joint
      case CICU_SB_ATERM: Sort.point
      default: Sort.other
      }
    sorts[Int(cell)] = sort
    return sort
  }

  /// Writes the ends of the sentences to `ends`, the last being `count`, and returns how many; nil where ICU must be asked.
  /// `ends` has room for `count`.
  func ends(_ cells: UnsafePointer<UInt16>, _ count: Int, _ ends: UnsafeMutablePointer<Int32>) -> Int? {
    let sorts = sorts
    var found = 0
    /// 0 inside a sentence, 1 behind its end and what closes, 2 behind spaces as well.
    var state = 0
    for at in 0..<count {
      var sort = sorts[Int(cells[at])]
      if sort == Sort.plain, state == 0 { continue }
      if sort == Sort.unknown { sort = find(cells[at]) }
      if sort == Sort.other { return nil }
      if sort == Sort.point {
        guard at &+ 1 < count else { return nil }
        let next = sorts[Int(cells[at &+ 1])]
        guard (next == Sort.unknown ? find(cells[at &+ 1]) : next) == Sort.digit else { return nil }
        // Behind an end it belongs to it, as a second end would.
        state = 0
        continue
      }
      if sort == Sort.end {
        state = 1
        continue
      }
      if state == 0 { continue }
      switch sort {
      case Sort.joint: state = 0
      case Sort.space: state = 2
      case Sort.close where state == 1: break
      default:
        ends[found] = Int32(at)
        found &+= 1
        state = 0
      }
    }
    if count > 0 {
      ends[found] = Int32(count)
      found &+= 1
    }
    return found
  }
}
