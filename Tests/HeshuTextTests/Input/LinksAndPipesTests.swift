import Foundation
import Testing

@testable import HeshuText

struct LinksAndPipesTests {
  @Test func linksAndPipes() throws {
    let folder = try TestFolder()
    try folder.write("a/x.txt", "工会")
    symlink("..", folder.path + "/a/loop")
    symlink("nowhere", folder.path + "/a/broken")
    symlink("x.txt", folder.path + "/a/y.txt")
    mkfifo(folder.path + "/a/pipe", 0o600)
    let results = read(folder.path)
    #expect(results.compactMap(\.document).map(\.id) == ["a/x.txt", "a/y.txt"])
    #expect(results.compactMap(\.error).map(\.code) == [.notFound, .unreadable])
  }

  @Test func fileNamesInGBK() throws {
    let folder = try TestFolder()
    let path = Array(folder.path.utf8) + [0x2F, 0xB9, 0xA4, 0xBB, 0xE1] + Array(".txt".utf8)
    let file = fopen((path + [0]).map { CChar(bitPattern: $0) }, "w")
    fputs("1127份", file)
    fclose(file)
    let document = try read(folder.path)[0].get()
    #expect(document.id == "工会.txt" && document.string == "1127份")
    unlink((path + [0]).map { CChar(bitPattern: $0) })
  }

  @Test func standardInput() throws {
    let kept = dup(0)
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    dup2(ends[0], 0)
    close(ends[0])
    // The first line is given out before the second is written.
    write(ends[1], "{\"text\":\"1\"}\n", 13)
    var reader = InputReader(["-", "-"])
    let first = try #require(reader.next()?.document)
    #expect(first.id == "-:1" && first.source == "-" && first.string == "1")
    write(ends[1], "{\"text\":\"2\"}\n", 13)
    close(ends[1])
    #expect(reader.next()?.document?.string == "2")
    let again = try #require(reader.next()?.document)
    #expect(again.id == "-" && again.characters == 0)
    #expect(reader.next() == nil)
    dup2(kept, 0)
    close(kept)
  }

  /// A pipe that the user named, as `<(zcat …)` gives one, and files larger than one block.
  @Test func namedPipesAreRead() throws {
    let folder = try TestFolder()
    let pipe = folder.path + "/pipe"
    mkfifo(pipe, 0o600)
    let text = String(repeating: "惠及职工2006人次\n", count: 200_000)
    let writer = Thread {
      let file = fopen(pipe, "w")
      fputs(text, file)
      fclose(file)
    }
    writer.start()
    let document = try read(pipe)[0].get()
    #expect(document.string == text)
  }
}
