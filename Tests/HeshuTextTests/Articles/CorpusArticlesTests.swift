import Foundation
import HeshuText
import Testing

/// The articles of Corpus/ against its gold: headline, kicker, byline, start and end.
struct CorpusArticlesTests {
  private struct Gold: Decodable {
    var type: String
    var document: String?
    var title: String?
    var kicker: String?
    var byline: [String]?
    var start: Int?
    var end: Int?
  }

  private static let folder = Lines.root + "/Corpus/newsletters"

  private static func gold(_ name: String) throws -> [Gold] {
    let stem = name.split(separator: ".")[0]
    let text = try String(contentsOfFile: "\(folder)/../gold/\(stem).gold.jsonl", encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Gold.self, from: Data($0.utf8))
    }
    .filter { $0.type == "article" }
  }

  private static func squeezed(_ text: String?) -> String {
    (text ?? "").filter { !$0.isWhitespace }
  }

  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted()
    .filter { !$0.contains(".gold.") } ?? []

  @Test(arguments: names)
  func articles(_ name: String) throws {
    let gold = try Self.gold(name)
    let reader = Lines.reader
    var found: [(document: String, article: Article)] = []
    for result in InputReader(["\(Self.folder)/\(name)"]) {
      let document = try result.get()
      let newsletter = reader.read(document)
      found += newsletter.articles.map { (document.id, $0) }
      #expect(OffsetTests.check(String(decoding: document.text, as: UTF8.self), newsletter) == 0)
    }
    #expect(found.map { Self.squeezed($0.article.title) } == gold.map { Self.squeezed($0.title) })
    for (one, wanted) in zip(found, gold) {
      let article = one.article
      #expect(Set(article.byline.map(\.name)) == Set(wanted.byline ?? []), "\(article.title)")
      #expect(Self.squeezed(article.kicker) == Self.squeezed(wanted.kicker), "\(article.title)")
      #expect(
        article.start == wanted.start && abs(article.end - (wanted.end ?? 0)) <= 1,
        "\(article.title)")
      if let document = wanted.document { #expect(one.document == document) }
    }
  }
}
