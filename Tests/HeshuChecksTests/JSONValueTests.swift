import HeshuChecks
import HeshuNumerals
import Testing

/// Records as the checks read them.
@Suite struct JSONValueTests {
  private static func read(_ text: String) -> JSONValue? { Array(text.utf8).withUnsafeBufferPointer { JSONValue($0) } }

  @Test func fieldsOfEachKind() throws {
    let json = try #require(
      Self.read(#" {"text":"12\u4e07\n\"人\"", "spans":[ {"start":3}, 4.70 ,[]], "inferred":true, "key":null} "#))
    #expect(json["text"]?.string == "12万\n\"人\"")
    #expect(json["spans"]?.elements.first?["start"]?.integer == 3)
    #expect(json["spans"]?.elements[1].number?.description == "4.7")
    #expect(json["inferred"]?.isTrue == true)
    #expect(json["key"]?.string == nil)
  }

  @Test(arguments: [
    "", "{", "{}{}", "[1,]", "[1 2]", #"{"a":1,}"#, #"{"a" 1}"#, #""12"#, "NaN", "tru",
    String(repeating: "[", count: 99),
  ])
  func noRecord(_ text: String) { #expect(Self.read(text).map { _ in text } == nil) }
}
