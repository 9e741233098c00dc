import Testing

@testable import HeshuText

struct JSONScannerTests {
  @Test(arguments: [
    (#"\u5de5\u4F1a"#, "工会"), (#"a\n\t\r\b\f\/\\\"z"#, "a\n\t\r\u{8}\u{C}/\\\"z"),
    (#"\ud83d\ude00"#, "😀"), (#"\ud83d"#, "\u{FFFD}"), (#"\ude00x"#, "\u{FFFD}x"),
    (#"\ud83d\u5de5"#, "\u{FFFD}工"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
    (#"\u0000"#, "\0"),
    (#"12345678\"12345678\\"#, "12345678\"12345678\\"), (#"\uFEFF工"#, "\u{FEFF}工"),
  ])
  func escapes(written: String, meant: String) throws {
    let document = try lines("{\"id\":\"a\",\"text\":\"\(written)\"}")[0].get()
    #expect(document.text == Array(meant.utf8))
    #expect(document.characters == meant.unicodeScalars.count)
  }

  @Test(arguments: [
    "工会", "{", "{}x", "[1]", #"{"text":"a"} {"text":"b"}"#, #"{"text":"a}"#, #"{"text" "a"}"#,
    #"{"text":"a","b":[1,}"#, #"{"text":"a","b":{"c":1]}"#, #"{"text":"a",}"#,
    "{\"text\":\"a\tb\"}",
    #"{"text":"\x41"}"#, #"{"text":"\u12g4"}"#, #"{"text":"a","n":01}"#, #"{"text":"a","n":.5}"#,
    #"{"text":"a","n":tru}"#, #"{"text":"a","n":}"#, #"{text:"a"}"#,
    #"{"text":"a""#, #"{"text":"a\"#,
    #"{"text":"a","b":[1 2]}"#, #"{"text":"a","b":{"c"}}"#, #"{"text":"a","b":[,]}"#,
  ])
  func linesThatAreNotJSON(line: String) throws {
    let results = try lines("{\"text\":\"1\"}\n\(line)\n{\"text\":\"3\"}\n")
    #expect(results.count == 3)
    #expect(results[1].error?.code == .badJSON && results[1].error?.line == 2)
    #expect(results[1].error?.offset != nil)
    #expect(results[2].document?.string == "3")
  }

  @Test func keysWithEscapesAndPythonNumbers() throws {
    let document = try lines(
      #"{"\u0069d":"a","te\u0078t":"b","x":[NaN,-Infinity,0,-0.5]}"#)[0].get()
    #expect(document.id == "a" && document.string == "b")
  }

  /// Linear in time and without recursion.
  @Test func aMegabyteOfBrackets() throws {
    let open = String(repeating: "[", count: 1 << 20)
    let close = String(repeating: "]", count: 1 << 20)
    let results = try lines(
      "{\"x\":\(open)}\n{\"x\":\(open)\(close),\"text\":\"2\"}\n{\"x\":"
        + String(repeating: "{\"a\":", count: 1 << 18) + "\n{\"text\":\"4\"}")
    #expect(results.map { $0.error?.code } == [.badJSON, nil, .badJSON, nil])
    #expect(results.map { $0.document?.string } == [nil, "2", nil, "4"])
  }
}
