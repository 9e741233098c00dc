internal import HeshuGrammar

/// The words behind a number that counts the items of a list: `checks/lists.tsv`.
public struct ListWords: Sendable {
  /// How the number is meant; see the table.
  public enum Sort: String, Sendable { case closed, open, agree, levels }

  private struct Row {
    let unit: [Unicode.Scalar]
    /// Nil where nothing may stand between; empty where any noun may.
    let noun: [Unicode.Scalar]?
    let sort: Sort
  }

  private let rows: [Row]
  /// Characters of a noun phrase that `…` may stand for.
  private static let reach = 8

  init(_ files: GrammarFiles) throws {
    rows = try ParameterTable("lists", ["after", "sort", "example"], files).rows.map { row in
      guard let sort = Sort(rawValue: row[1]) else {
        throw row.fault(1, "unknown sort '\(row[1])'; expected closed, open, agree or levels", "unknown-sort")
      }
      let parts = row[0].split(separator: "…", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
      return Row(unit: parts[0], noun: parts.count > 1 ? parts[1] : nil, sort: sort)
    }
  }

  /// What follows the number at `place` of the characters, and where it ends; the longest wins.
  func match(_ text: [Unicode.Scalar], at place: Int) -> (sort: Sort, end: Int)? {
    var best: (sort: Sort, end: Int)?
    for row in rows where text[min(place, text.count)...].starts(with: row.unit) {
      var end = place + row.unit.count
      if let noun = row.noun, !noun.isEmpty {
        let limit = min(text.count, end + Self.reach + noun.count)
        guard let found = (end..<limit).first(where: { text[$0...].starts(with: noun) }),
          !text[end..<found].contains(where: { ListReading.stops.contains($0) || $0 == "、" || $0 == "，" })
        else { continue }
        end = found + noun.count
      }
      if end > (best?.end ?? -1) { best = (row.sort, end) }
    }
    return best
  }
}
