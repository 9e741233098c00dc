import Testing

@testable import HeshuText

struct UTF8ScanTests {
  @Test func countsAllOfValidText() {
    let text = "上涨19%，Ａ😀é𠮷ߏ" + String(repeating: "工会会员达到3.02亿人。\r\n", count: 50)
    let scan = Array(text.utf8).withUnsafeBytes { UTF8Scan($0) }
    #expect(scan.valid == text.utf8.count)
    #expect(scan.characters == text.unicodeScalars.count)
    #expect(!scan.isASCII)
    let counted = Array(text.utf8).withUnsafeBytes { UTF8Scan.characters(in: $0) }
    #expect(counted == text.unicodeScalars.count)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE5, 0xB7], [0xE5], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func stopsAtWhatIsNotUTF8(bad: [UInt8]) {
    for before in ["", "工", "工会", "a工会b", "12345678工会"] {
      for after in ["", "a", "会员会员会员", "abcdefgh"] {
        let bytes = Array(before.utf8) + bad + Array(after.utf8)
        let scan = bytes.withUnsafeBytes { UTF8Scan($0) }
        #expect(scan.valid == before.utf8.count)
        #expect(scan.characters == before.unicodeScalars.count)
      }
    }
  }

  /// The same as the standard library's validation, on random bytes that look like UTF-8.
  @Test func agreesWithTheStandardLibrary() {
    var random = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] = [
      Array("工".utf8), Array("a".utf8), Array("é".utf8), Array("😀".utf8), [0xE5], [0xB7],
      [0xED], [0xA0], [0xE0], [0xF0], [0x9F], [0xF4], [0x90], [0xC0],
    ]
    for _ in 0..<5000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let few = Int.random(in: 0..<4, using: &random) > 0
        bytes += pieces[few ? Int.random(in: 0..<4) : Int.random(in: 0..<pieces.count)]
      }
      let scan = bytes.withUnsafeBytes { UTF8Scan($0) }
      #expect((scan.valid == bytes.count) == (String(validating: bytes, as: UTF8.self) != nil))
      let repaired = bytes.withUnsafeBytes { DecodedText(repairing: $0) }
      let expected = String(decoding: bytes, as: UTF8.self)
      #expect(String(decoding: repaired.bytes, as: UTF8.self) == expected, "\(bytes)")
      #expect(repaired.characters == expected.unicodeScalars.count)
    }
  }
}
