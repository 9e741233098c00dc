import Foundation
import Testing

@testable import HeshuGrammar

@Suite struct GrammarImageTests {
  private static let folder =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    + "/Grammars"

  private static let image = Result {
    let files = try GrammarFiles(folder: folder)
    return try GrammarCompiler.compile(files).write(image: files)
  }

  /// The image that is built into the program is that of Grammars/.
  @Test func builtInImageIsFresh() throws {
    let isFresh = GrammarImage.builtIn.elementsEqual(try Self.image.get())
    #expect(isFresh, "Sources/CGrammarImage/zh.image is stale: run make grammars")
  }

  @Test func sameFilesGiveTheSameBytes() throws {
    let files = try GrammarFiles(folder: Self.folder)
    let isSame = try GrammarCompiler.compile(files).write(image: files) == Self.image.get()
    #expect(isSame)
  }

  @Test func whatIsReadIsWrittenAgain() throws {
    let bytes = try Self.image.get()
    let again = try bytes.withUnsafeBytes { raw in
      var reader = ImageReader(raw, at: try GrammarImage.checkHeader(raw))
      return try Grammar(image: raw).write(image: GrammarFiles(&reader))
    }
    let isSame = again == bytes
    #expect(isSame)
  }

  @Test func sourcesCompileToTheSameGrammar() throws {
    let files = try GrammarFiles.builtIn()
    let isSame =
      try GrammarCompiler.compile(files).write(image: files) == Array(GrammarImage.builtIn)
    #expect(isSame)
  }

  @Test func otherVersionsAreRefused() throws {
    var bytes = try Self.image.get()
    bytes[8] += 1
    let error = #expect(throws: ImageError.self) {
      try bytes.withUnsafeBytes { try Grammar(image: $0) }
    }
    #expect(error?.description.contains("make grammars") == true)
    bytes[0] = 0
    #expect(throws: ImageError.self) { try bytes.withUnsafeBytes { try Grammar(image: $0) } }
  }

  @Test(arguments: [0, 7, 15, 16, 17, 100, 4000, 12_345, 500_000])
  func cutImagesAreErrors(_ length: Int) throws {
    let bytes = try Self.image.get().prefix(length)
    #expect(throws: ImageError.self) {
      try Array(bytes).withUnsafeBytes { try Grammar(image: $0) }
    }
  }

  @Test func filesOfAFolderReplaceAndAdd() throws {
    let base = GrammarFiles([(path: "units/a.tsv", text: "a"), (path: "units/b.tsv", text: "b")])
    let other = GrammarFiles([(path: "units/b.tsv", text: "B"), (path: "units/c.tsv", text: "c")])
    #expect(base.adding(other).files.map(\.text) == ["a", "B", "c"])
  }
}
