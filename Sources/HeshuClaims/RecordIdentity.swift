internal import HeshuText

/// The ids of claims and entities: 96 bits over document, place and text, as hex; the same input gives the same id on every
/// run and machine.
struct RecordIdentity {
  var document: String

  func id(_ text: ReadingText, _ start: Int, _ end: Int, _ source: UnsafeBufferPointer<UInt8>) -> String {
    let span = text.span(start, end, in: source)
    var a: UInt64 = 0xcbf2_9ce4_8422_2325
    var b: UInt64 = 0x9ae1_6a3b_2f90_404f
    func add(_ byte: UInt8) {
      a = (a ^ UInt64(byte)) &* 0x100_0000_01b3
      b = (b ^ UInt64(byte) ^ (a >> 29)) &* 0x100_0000_01b3
    }
    for byte in document.utf8 { add(byte) }
    for number in [UInt32(span.points.lowerBound), UInt32(span.points.upperBound - 1)] {
      for shift in stride(from: 0, to: 32, by: 8) { add(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
    }
    for byte in source[span.bytes] { add(byte) }
    return String(unsafeUninitializedCapacity: 24) { hex in
      for place in 0..<24 {
        let digit = UInt8(
          truncatingIfNeeded: place < 16 ? a >> UInt64(60 - place * 4) & 15 : b >> UInt64(92 - place * 4) & 15)
        hex[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return 24
    }
  }
}
