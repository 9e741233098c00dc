import Testing

@testable import HeshuText

struct GzipTests {
  @Test func packedTextsOfAllKinds() throws {
    let folder = try TestFolder()
    let path = try folder.write("a.txt.gz", gzip(Array("惠及2006人次".utf8)))
    let page = try folder.write("b.html.gz", gzip(Array("<p>工会</p>".utf8)))
    let lines = try folder.write(
      "c.jsonl.gz", gzip(Array("{\"text\":\"1\"}\n{\"text\":\"2\"}".utf8)))
    let unnamed = try folder.write("d", gzip(Array("{\"id\":\"d\",\"text\":\"3\"}".utf8)))
    let documents = try read(path, page, lines, unnamed).map { try $0.get() }
    #expect(documents.map(\.string) == ["惠及2006人次", "工会\n", "1", "2", "3"])
    #expect(documents.map(\.format) == [.text, .html, .jsonLines, .jsonLines, .jsonLines])
  }

  @Test func digestIsOfThePackedFile() throws {
    let packed = gzip(Array("工会".utf8))
    let document = try document("a.gz", packed)
    let digest = Digest()
    packed.withUnsafeBytes { digest.update($0) }
    #expect(document.sha256 == digest.hex() && document.string == "工会")
  }

  @Test func membersAndWhatFollowsThem() throws {
    let two = gzip(Array("工".utf8)) + gzip(Array("会".utf8))
    #expect(try document("a.txt.gz", two).string == "工会")
    #expect(try document("a.txt.gz", two + [0, 0, 0]).warnings.isEmpty)
    let trailing = try document("a.txt.gz", two + [1, 2, 3])
    #expect(trailing.string == "工会" && trailing.warnings.map(\.code) == [.badGzip])
  }

  @Test func cutAndBrokenFiles() throws {
    let packed = gzip(Array("惠及职工2006人次".utf8))
    #expect(try failure("a.txt.gz", Array(packed.dropLast(9))).code == .badGzip)
    #expect(try failure("a.txt.gz", Array("工会".utf8)).code == .badGzip)
    #expect(try failure("a.txt.gz", []).code == .badGzip)
    var changed = packed
    changed[changed.count - 6] ^= 1
    #expect(try failure("a.txt.gz", changed).code == .badGzip)
  }

  @Test func linesBeforeTheCutStayRead() throws {
    var state: UInt32 = 1
    let text = (0..<20_000).map { index in
      state = state &* 1_664_525 &+ 1_013_904_223
      return "{\"id\":\"\(index)\",\"text\":\"惠及\(state)人次\"}"
    }.joined(separator: "\n")
    let packed = gzip(Array(text.utf8))
    let folder = try TestFolder()
    let path = try folder.write("a.jsonl.gz", Array(packed.dropLast(packed.count / 2)))
    let results = read(path)
    #expect(results.count > 5000)
    #expect(results.last?.error?.code == .badGzip)
    #expect(results.dropLast().allSatisfy { $0.document != nil })
  }

  @Test func bombsAreStopped() throws {
    let bomb = gzip([UInt8](repeating: 65, count: 20_000_000))
    let options = InputOptions(maximumBytes: 3_000_000)
    #expect(try failure("a.txt.gz", bomb, options: options).code == .tooLarge)
  }
}
