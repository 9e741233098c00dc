import Foundation
import Testing

@testable import HeshuText

struct InputReaderTests {
  @Test func foldersInOrderWithIDsBelowThem() throws {
    let folder = try TestFolder()
    for name in ["b.txt", "2023/12/a.md", "2023/a.html", ".hidden", ".git/x.txt", "c"] {
      try folder.write(name, name)
    }
    for path in [folder.path, folder.path + "/"] {
      let documents = try read(path).map { try $0.get() }
      #expect(documents.map(\.id) == ["2023/12/a.md", "2023/a.html", "b.txt", "c"])
      #expect(documents.map(\.format) == [.markdown, .html, .text, .text])
      #expect(documents[0].source == folder.path + "/2023/12/a.md")
      #expect(documents[0].markup == .markdown)
    }
  }

  @Test func filesKeepTheirPathAsID() throws {
    let folder = try TestFolder()
    let path = try folder.write("a.txt", "工会")
    #expect(read(path)[0].document?.id == path)
    let results = read(path, path, try folder.write("b.txt", "b"))
    #expect(results.map { $0.error?.code } == [nil, .duplicateID, nil])
  }

  @Test func whatIsNotThereDoesNotStopTheRest() throws {
    let folder = try TestFolder()
    let path = try folder.write("a.txt", "工会")
    let results = read(folder.path + "/none.txt", path, path + "/below")
    #expect(results.map { $0.error?.code } == [.notFound, nil, .notFound])
    #expect(results[0].error?.source == folder.path + "/none.txt")
  }

  @Test func aFileThatVanishes() throws {
    let folder = try TestFolder()
    try folder.write("a.txt", "一")
    try folder.write("b.txt", "二")
    try folder.write("c.txt", "三")
    var reader = InputReader([folder.path])
    #expect(reader.next()?.document?.string == "一")
    try FileManager.default.removeItem(atPath: folder.path + "/b.txt")
    #expect(reader.next()?.error?.code == .notFound)
    #expect(reader.next()?.document?.string == "三")
    #expect(reader.next() == nil)
  }

  @Test func emptyFolders() throws {
    let folder = try TestFolder()
    try folder.write("empty/deeper/.hidden", "x")
    let path = try folder.write("a.txt", "工会")
    let results = read(folder.path + "/empty", path)
    #expect(results.map { $0.error?.code } == [.nothingToRead, nil])
    #expect(results[0].error?.source == folder.path + "/empty")
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything")) func unreadableFiles() throws {
    let folder = try TestFolder()
    let path = try folder.write("a.txt", "工会")
    chmod(path, 0)
    #expect(read(path)[0].error?.code == .unreadable)
    try folder.write("d/b.txt", "工会")
    chmod(folder.path + "/d", 0)
    #expect(read(folder.path + "/d")[0].error?.code == .unreadable)
    chmod(folder.path + "/d", 0o755)
  }

  @Test func emptyFilesAreDocuments() throws {
    let document = try document("a.txt", [])
    #expect(document.characters == 0 && document.text.isEmpty && document.encoding == "UTF-8")
    #expect(document.warnings.map(\.code) == [.empty])
    #expect(
      document.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let marked = try HeshuTextTests.document("a.txt", [0xEF, 0xBB, 0xBF])
    #expect(marked.characters == 0 && marked.warnings.map(\.code) == [.empty])
  }

  @Test func digestIsOfTheFile() throws {
    let document = try document("a.txt", [0xEF, 0xBB, 0xBF] + Array("abc".utf8))
    #expect(document.string == "abc")
    #expect(
      document.sha256 == "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c")
    let plain = try HeshuTextTests.document("a.txt", Array("abc".utf8))
    #expect(plain.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func optionsFillWhatIsNotGiven() throws {
    let options = InputOptions(date: "2023-12-29", publication: "萧山工人", place: "萧山区")
    let folder = try TestFolder()
    let lines = try folder.write("a.jsonl", #"{"text":"1","date":"2022-01-01"}"#)
    let documents = try read(lines, try folder.write("b.txt", "2"), options: options)
      .map { try $0.get() }
    #expect(documents.map(\.date) == ["2022-01-01", "2023-12-29"])
    #expect(documents.map(\.publication) == ["萧山工人", "萧山工人"])
    #expect(documents.map(\.place) == ["萧山区", "萧山区"])
  }

  @Test func largeFilesAreRefusedAtTheLimit() throws {
    let options = InputOptions(maximumBytes: 10)
    #expect(try failure("a.txt", Array("12345678901".utf8), options: options).code == .tooLarge)
    #expect(try document("a.txt", Array("1234567890".utf8), options: options).characters == 10)
  }

  @Test func unnamedFormatsBySight() throws {
    let page = try document("page", Array("\n<!doctype html><p>工会".utf8))
    #expect(page.format == .html && page.string == "工会\n")
    let comment = try document("page", Array("<!-- x --><HTML><p>工会".utf8))
    #expect(comment.format == .html)
    #expect(try document("log", Array("{工会} 1127份".utf8)).format == .text)
    #expect(try document("log", Array("<工会> 1127份".utf8)).format == .text)
    #expect(try document("lines", Array(" { \"text\":\"1\"}".utf8)).format == .jsonLines)
  }
}
