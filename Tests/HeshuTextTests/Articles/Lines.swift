import Foundation
import HeshuGrammar
import HeshuText

/// The rules of `lines/` and what they stand on, compiled once for all tests; units and words are
/// not needed.
enum Lines {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let files: [GrammarFiles.File] =
    (try? GrammarFiles(folder: root + "/Grammars"))?.files ?? []

  static let grammar: Grammar = {
    let needed = files.filter { ["", "folding", "lines", "numerals"].contains($0.folder) }
    do {
      return try GrammarCompiler.compile(
        GrammarFiles(needed.map { (path: $0.path, text: $0.text) }))
    } catch {
      fatalError("the grammar does not compile: \(error)")
    }
  }()

  /// One of each a thread.
  static var reading: ReadingText { kept("reading") { ReadingText(grammar) } }
  static var reader: ArticleReader { kept("reader") { ArticleReader(grammar) } }

  private static func kept<T: AnyObject>(_ name: String, _ make: () -> T) -> T {
    if let found = Thread.current.threadDictionary["HeshuTextTests." + name] as? T { return found }
    let made = make()
    Thread.current.threadDictionary["HeshuTextTests." + name] = made
    return made
  }

  /// A text as the reader sees it.
  static func read(_ text: String, headings: [Heading] = []) -> Newsletter {
    Array(text.utf8).withUnsafeBufferPointer { reader.read($0, headings: headings) }
  }

  /// The repaired text of the blocks of one kind, folded, as strings.
  static func texts(_ kind: Block.Kind, _ text: String) -> [String] {
    let newsletter = read(text)
    let reading = reading
    return Array(text.utf8).withUnsafeBufferPointer { source in
      newsletter.articles.flatMap(\.blocks).filter { $0.kind == kind }.map { block in
        reading.fill(block, of: newsletter, from: source)
        return String(
          decoding: UnsafeBufferPointer(start: reading.cells, count: reading.count), as: UTF16.self)
      }
    }
  }

  /// The same folding for what a test expects.
  static func folded(_ text: String) -> String {
    String(decoding: grammar.folding.fold(text), as: UTF16.self)
  }
}
