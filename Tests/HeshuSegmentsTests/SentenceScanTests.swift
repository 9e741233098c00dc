import Testing

@testable import HeshuSegments

/// Sentences of our own scan against ICU's, on random text over the characters that the rules tell apart.
@Suite struct SentenceScanTests {
  private static let characters = Array(
    "。！？!?….．1２工会a Ab\u{3000}”’）」』〉)\"'“（，、：；-—\n\r\u{85}\u{2028}\u{300}\u{200B}\u{FEFF}ａ·《》【】;,:%\u{FFFF}".utf16)

  @Test(arguments: 0..<40) func agreesWithICU(_ seed: Int) {
    let breaker = SentenceBreaker()
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    for _ in 0..<500 {
      // Most texts without the rare characters that leave all to ICU.
      let most = random(3) == 0 ? Self.characters.count : 36
      let text = (0..<(1 + random(24))).map { _ in Self.characters[random(most)] }
      text.withUnsafeBufferPointer { cells in
        let ours = Array(breaker.ends(cells.baseAddress!, count: cells.count))
        let asked = Array(breaker.asked(cells.baseAddress!, count: cells.count))
        #expect(ours == asked, "\(String(decoding: text, as: UTF16.self).debugDescription)")
      }
    }
  }

  @Test func emptyTextHasNone() {
    let cells: [UInt16] = [0]
    #expect(SentenceBreaker().ends(cells, count: 0).isEmpty)
  }
}
