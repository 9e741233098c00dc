import Foundation
import HeshuEvaluation
import Testing

/// `Corpus/thresholds.tsv`: what must hold for each group of newsletters.
///
/// The first line names the columns: `group`, `newsletters` (names or their beginnings, with a space between), then
/// fields of the score. Lines with # are for people.
struct Thresholds {
  struct Group: CustomTestStringConvertible, Sendable {
    var name: String
    var newsletters: [String]
    var minimums: [(field: String, share: Double)]
    var testDescription: String { name }

    func holds(_ document: String) -> Bool {
      let name = document.split(separator: "/").last ?? ""
      return newsletters.contains { name.hasPrefix($0) }
    }
  }

  /// The table, empty when the file cannot be read; a test says so.
  static let groups: [Group] = {
    guard
      let table = try? String(contentsOfFile: Corpus.folder + "/thresholds.tsv", encoding: .utf8)
    else { return [] }
    let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    guard let head = rows.first else { return [] }
    return rows.dropFirst().map { row in
      Group(
        name: row[0], newsletters: row[1].split(separator: " ").map(String.init),
        minimums: zip(head, row).dropFirst(2).compactMap { field, cell in
          Double(cell).map { (field, $0) }
        })
    }
  }()

  /// The share that a column of the table speaks of; nil when there is no such column.
  static func share(_ field: String, of score: Score) -> Double? {
    switch field {
    case "quantity": score.quantity.f1
    case "core": score.core.f1
    case "record": score.record.f1
    case "articles": score.articles.f1
    case "bylines":
      score.articles.wanted == 0 ? 1 : Double(score.bylines) / Double(score.articles.wanted)
    default: Score.Field(rawValue: field).map { score[$0].share }
    }
  }

  /// The name that mistakes of a column carry.
  static func mistakes(_ field: String) -> Set<String> {
    switch field {
    case "core": ["quantity", "span", "kind", "value", "modifier", "unit"]
    case "record": Set(Score.Field.allCases.map(\.rawValue))
    case "articles": ["article"]
    case "bylines": ["byline"]
    default: [field]
    }
  }
}
