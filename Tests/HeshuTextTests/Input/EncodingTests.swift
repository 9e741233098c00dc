import Testing

@testable import HeshuText

struct EncodingTests {
  static let simplified = "区总工会发放慰问金86.4万元。"
  static let traditional = "區總工會發放慰問金86.4萬元。"

  @Test func utf8IsTakenAsItIs() throws {
    let document = try document("a.txt", Array("覆盖职工27万余人次。\r\n".utf8))
    #expect(document.encoding == "UTF-8" && document.evidence == .strict)
    #expect(document.string == "覆盖职工27万余人次。\r\n")
    #expect(document.characters == 13)
  }

  @Test(arguments: [
    (simplified, "GB18030"), (traditional, "BIG5"), (traditional, "BIG5-HKSCS"),
    (traditional, "GB18030"), ("工会会员", "GB18030"), ("工會會員達到", "BIG5"),
    ("惠及2006人次，同比上涨19%", "GBK"), ("职工维权", "GB2312"),
  ])
  func shortChineseTexts(text: String, encoding: String) throws {
    let document = try document("a.txt", try encoded(text, encoding))
    #expect(document.string == text)
    let family = encoding.hasPrefix("GB") ? "GB18030" : "Big5"
    #expect(document.encoding.hasPrefix(family))
    #expect(document.evidence == .strict || document.evidence == .detected)
    #expect(document.characters == text.unicodeScalars.count)
  }

  @Test func hongKongCharactersNeedTheirSet() throws {
    let text = "香港工會聯合會在深水埗及鰂魚涌設服務中心，喺度登記嘅會員啲。"
    let document = try document("a.txt", try encoded(text, "BIG5-HKSCS"))
    #expect(document.encoding == "Big5-HKSCS")
    #expect(document.string == text)
  }

  @Test func hzIsNotTakenForASCII() throws {
    let document = try document("a.txt", Array("~{9$;a~}1127~{7]~}\n".utf8))
    #expect(document.string == "工会1127份\n")
    #expect(document.encoding == "HZ-GB-2312")
    let code = "if (~{a}) { b ~} 27%\n"
    #expect(try HeshuTextTests.document("a.txt", Array(code.utf8)).string == code)
  }

  @Test func marksAreNoPartOfTheText() throws {
    let text = "工会1127份😀\r\n"
    let marked: [([UInt8], String, String)] = [
      ([0xEF, 0xBB, 0xBF], "UTF-8", "UTF-8"), ([0xFF, 0xFE], "UTF-16LE", "UTF-16LE"),
      ([0xFE, 0xFF], "UTF-16BE", "UTF-16BE"),
    ]
    for (mark, encoding, name) in marked {
      let bytes = mark + (try encoded(text, encoding))
      let document = try document("a.txt", bytes)
      #expect(document.string == text)
      #expect(document.encoding == name && document.evidence == .byteOrderMark)
      #expect(document.characters == 10)
      let declared = try HeshuTextTests.document(
        "a.txt", bytes, options: InputOptions(encoding: name))
      #expect(declared.string == text && declared.evidence == .declared)
    }
  }

  @Test func utf16WithoutMark() throws {
    let text = "萧山工人 2023年12月29日\r\n区总工会发放慰问金86.4万元。\r\n"
    for encoding in ["UTF-16LE", "UTF-16BE"] {
      let document = try document("a.txt", try encoded(text, encoding))
      #expect(document.string == text && document.encoding == encoding)
    }
  }

  @Test func declaredEncodingsAreObeyedOrRefused() throws {
    let bytes = try encoded(Self.simplified, "GBK")
    let declared = try document("a.txt", bytes, options: InputOptions(encoding: "gb2312"))
    #expect(declared.string == Self.simplified)
    #expect(declared.encoding == "GB18030" && declared.evidence == .declared)

    let asUTF8 = try failure("a.txt", bytes, options: InputOptions(encoding: "UTF-8"))
    #expect(asUTF8.code == .wrongEncoding && asUTF8.offset == 0)
    #expect(asUTF8.message.contains("GB18030 fits"))

    let utf8 = Array("abc职工维权帮困".utf8)
    let asBig5 = try failure("a.txt", utf8, options: InputOptions(encoding: "big5"))
    #expect(asBig5.code == .wrongEncoding)
    #expect(asBig5.message.contains("UTF-8 fits") && asBig5.message.contains("byte "))

    let unknown = try failure("a.txt", utf8, options: InputOptions(encoding: "gb-18031"))
    #expect(unknown.code == .unknownEncoding && unknown.message.contains("gb-18031"))
  }

  @Test(arguments: [
    ("gbk", "GB18030"), ("GB_2312-80", "GB18030"), ("cp950", "Big5"), ("utf8", "UTF-8"),
    ("latin1", "ISO-8859-1"), ("Shift_JIS", "Shift_JIS"), ("big5-hkscs", "Big5-HKSCS"),
  ])
  func labels(label: String, name: String) {
    #expect(InputOptions.encodingName(for: label) == name)
  }

  @Test func labelsThatNobodyKnows() {
    for label in ["", "gb-18031", "工会", "utf-8,swaplfnl", "../gbk"] {
      #expect(InputOptions.encodingName(for: label) == nil)
    }
  }

  @Test func fewBadBytesAreMended() throws {
    let before = String(repeating: "工会会员达到3.02亿人。\n", count: 200)
    let bytes = Array(before.utf8) + [0xFF] + Array(before.utf8)
    let document = try document("a.txt", bytes)
    #expect(document.string == before + "\u{FFFD}" + before)
    #expect(document.characters == document.string.unicodeScalars.count)
    #expect(document.warnings.map(\.code) == [.invalidSequence])
    #expect(document.warnings[0].offset == before.utf8.count)
  }

  @Test func fewBadBytesInGB18030AreMended() throws {
    let before = String(repeating: "工会会员达到3.02亿人。\n", count: 200)
    let half = try encoded(before, "GB18030")
    let document = try document("a.txt", half + [0xFF, 0x0A] + half)
    #expect(document.string == before + "\u{FFFD}\n" + before)
    #expect(document.encoding == "GB18030")
    #expect(document.warnings.first?.offset == half.count)
  }

  @Test func shortUTF8WithOneBadByteIsStillUTF8() throws {
    let text = "今年以来，区总工会发放慰问金86.4万元，惠及职工2006人次"
    let document = try document("a.txt", Array(text.utf8) + [0xE3, 0x80])
    #expect(document.string == text + "\u{FFFD}" && document.encoding == "UTF-8")
    #expect(document.warnings.map(\.code) == [.invalidSequence])
  }

  @Test func nulCharactersStay() throws {
    let document = try document("a.txt", Array("工会\0\0 1127份".utf8))
    #expect(document.string == "工会\0\0 1127份")
    #expect(document.characters == 10)
  }

  @Test func binaryFilesAreRefused() throws {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A] + .init(repeating: 0, count: 64)
    #expect(try failure("a.txt", png).message.hasPrefix("a PNG image"))
    let zip = Array("PK\u{3}\u{4}".utf8) + .init(repeating: 200, count: 64)
    #expect(try failure("a.docx", zip).code == .binary)
    #expect(try failure("a", [UInt8](repeating: 0, count: 100)).code == .binary)
    var state: UInt32 = 1
    let noise = (0..<5000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    #expect(try failure("noise.dat", noise).code == .binary)
  }
}
