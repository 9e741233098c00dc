internal import HeshuNumerals
internal import HeshuText

/// Makes the ids of a document's claims and entities.
struct RecordIdentity {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  init(document: String) {
    (high, low) = (0xcbf2_9ce4_8422_2325, 0x9ae1_6a3b_2f90_404f)
    for byte in document.utf8 { Self.add(byte, &high, &low) }
  }

  func id(_ text: ReadingText, _ start: Int, _ end: Int, _ source: UnsafeBufferPointer<UInt8>) -> RecordID {
    let span = text.span(start, end, in: source)
    var (a, b) = (high, low)
    for number in [UInt32(span.points.lowerBound), UInt32(span.points.upperBound - 1)] {
      for shift in stride(from: 0, to: 32, by: 8) {
        Self.add(UInt8(truncatingIfNeeded: number >> UInt32(shift)), &a, &b)
      }
    }
    for byte in source[span.bytes] { Self.add(byte, &a, &b) }
    return RecordID(high: a, low: UInt32(truncatingIfNeeded: b))
  }

  @inline(__always)
  private static func add(_ byte: UInt8, _ a: inout UInt64, _ b: inout UInt64) {
    a = (a ^ UInt64(byte)) &* 0x100_0000_01b3
    b = (b ^ UInt64(byte) ^ (a >> 29)) &* 0x100_0000_01b3
  }
}
