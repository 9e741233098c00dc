import Testing

@testable import HeshuText

/// The results of a JSON Lines file that a test has just written.
func lines(_ text: String, options: InputOptions = InputOptions()) throws
  -> [Result<DecodedDocument, InputError>]
{
  let folder = try TestFolder()
  return read(try folder.write("n.jsonl", text), options: options)
}

struct JSONLinesTests {
  @Test func oneDocumentALine() throws {
    let results = try lines(
      """
      {"id":"p1","text":"覆盖职工27万余人次。","title":"喜报","date":"2023-12-29",\
      "publication":"萧山工人","place":"萧山区"}

      {"id":7,"text":"","meta":{"a":[1,-2.5e3,true,null,"\\u005d"],"b":{}},"title":null}
      {"text":"惠及2006人次"}
      """)
    let documents = results.compactMap(\.document)
    #expect(documents.count == 3)
    #expect(documents[0].id == "p1" && documents[0].string == "覆盖职工27万余人次。")
    #expect(documents[0].title == "喜报" && documents[0].date == "2023-12-29")
    #expect(documents[0].publication == "萧山工人" && documents[0].place == "萧山区")
    #expect(documents[0].format == .jsonLines && documents[0].markup == .plain)
    #expect(documents[1].id == "7" && documents[1].characters == 0)
    #expect(documents[1].warnings.map(\.code) == [.empty])
    #expect(documents[2].id.hasSuffix("n.jsonl:4") && documents[2].line == 4)
  }

  @Test func digestIsOfTheText() throws {
    let document = try lines(#"{"id":"a","text":"\u5de5会"}"#)[0].get()
    let file = try HeshuTextTests.document("a.txt", Array("工会".utf8))
    #expect(document.sha256 == file.sha256)
    #expect(
      file.sha256 == "088df342996b60598dcc468ca10ff61c9283008d0ca4922003b74867b6df8d4c")
  }

  @Test func objectsWithoutText() throws {
    let results = try lines(
      #"{"id":"a"}"# + "\n" + #"{"text":12}"# + "\n" + #"{"id":[],"text":""}"#)
    #expect(results.map { $0.error?.code } == [.missingText, .missingText, .badID])
    #expect(results.map { $0.error?.line } == [1, 2, 3])
  }

  @Test func fieldsOfTheWrongKindAreLeftOut() throws {
    let document = try lines(#"{"id":"a","text":"b","date":20231229,"text":"c"}"#)[0].get()
    #expect(document.date == nil && document.string == "c")
    #expect(document.warnings.map(\.code) == [.wrongType])
  }

  @Test func sameIDTwice() throws {
    let results = try lines(
      #"{"id":"a","text":"1"}"# + "\n" + #"{"id":"a","text":"2"}"# + "\n"
        + #"{"id":"b","text":"3"}"#)
    #expect(results.map { $0.document?.string } == ["1", nil, "3"])
    #expect(results[1].error?.code == .duplicateID && results[1].error?.line == 2)
  }

  @Test func marksAndCarriageReturns() throws {
    let results = try lines("\u{FEFF}{\"text\":\"1\"}\r\n{\"text\":\"2\"}\r\n")
    #expect(results.map { $0.document?.string } == ["1", "2"])
  }

  @Test func aLineOfSeveralMegabytes() throws {
    let text = String(repeating: "惠及职工2006人次\\n", count: 200_000)
    let results = try lines("{\"text\":\"a\"}\n{\"text\":\"\(text)\"}\n{\"text\":\"c\"}\n")
    #expect(results.compactMap(\.document).count == 3)
    #expect(results[1].document?.characters == 200_000 * 11)
    #expect(results[2].document?.string == "c")
  }

  @Test func linesAboveTheLimitAreDropped() throws {
    let long = String(repeating: "工", count: 3 << 20)
    let results = try lines(
      "{\"text\":\"a\"}\n{\"text\":\"\(long)\"}\n{\"text\":\"c\"}\n{\"text\":\"\(long)\"}",
      options: InputOptions(maximumBytes: 100_000))
    #expect(results.map { $0.error?.code } == [nil, .tooLarge, nil, .tooLarge])
    #expect(results[2].document?.line == 3)
  }

  @Test(arguments: ["GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"])
  func otherEncodings(encoding: String) throws {
    // U+0A0A and U+010A hold bytes that look like a line feed in UTF-16.
    let strange = encoding == "GB18030" ? "" : "\u{0A0A}\u{010A}"
    let first = #"{"id":"a","text":"区总工会发放慰问金86.4万元\#(strange)"}"#
    let second = #"{"id":"b","text":"惠及职工2006人次"}"#
    let folder = try TestFolder()
    let path = try folder.write("n.jsonl", try encoded(first + "\n" + second, encoding))
    let documents = try read(path).map { try $0.get() }
    #expect(documents.map(\.id) == ["a", "b"])
    #expect(documents[0].string == "区总工会发放慰问金86.4万元" + strange)
    #expect(documents[1].string == "惠及职工2006人次")
  }

  @Test func aBadByteCostsOneLine() throws {
    let folder = try TestFolder()
    let good = "{\"text\":\"惠及职工2006人次，发放慰问金86.4万元\"}\n"
    let bytes = Array((good + "{\"text\":\"").utf8) + [0xFF] + Array(("\"}\n" + good).utf8)
    let results = read(try folder.write("n.jsonl", bytes))
    #expect(results.count == 3)
    #expect(results[1].error?.code == .wrongEncoding && results[1].error?.line == 2)
    #expect(results[1].error?.offset == 9)
  }

  @Test func oneValueOverManyLines() throws {
    let error = try failure("a.json", Array("[\n  {\"text\": \"a\"}\n]\n".utf8))
    #expect(error.code == .badJSON && error.message.contains("jq -c"))
    #expect(try failure("a.jsonl", []).code == .empty)
  }
}
