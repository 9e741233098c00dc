internal import HeshuGrammar

/// Levels of which each is as wide as the one above: `checks/levels.tsv`; what ends the name of an area:
/// `checks/areas.tsv`.
public struct Levels: Sendable {
  private let rows: [(pyramid: String, rank: Int, word: String)]
  private let areas: [[Unicode.Scalar]]

  init(_ files: GrammarFiles) throws {
    rows = try ParameterTable("levels", ["pyramid", "rank", "word", "example"], files).rows.map { row in
      guard let rank = Int(row[1]) else { throw row.fault(1, "'\(row[1])' is no rank", "no-number") }
      return (row[0], rank, row[2])
    }
    areas = try ParameterTable("areas", ["word", "example"], files).rows.map { Array($0[0].unicodeScalars) }
  }

  var pyramids: [String] { Set(rows.map(\.pyramid)).sorted() }

  /// The rank of a fact in a pyramid, 省级10家: what the piece before it begins with, else what it counts. 市级以上 has none.
  func rank(_ fact: Fact, in pyramid: String, behind piece: String) -> Int? {
    let rows = rows.filter { $0.pyramid == pyramid }
    if let row = rows.filter({ piece.hasPrefix($0.word) }).max(by: { $0.word.count < $1.word.count }) {
      return piece.dropFirst(row.word.count).prefix(2).contains("以") ? nil : row.rank
    }
    let measure = fact.measure?.text.unspaced ?? ""
    return rows.first { row in
      (fact.key.qualifiers.contains(row.word) || measure.hasPrefix(row.word) || fact.key.head.hasPrefix(row.word))
    }?.rank
  }

  /// The name of an area at the beginning of the words: 城阳街道 of 城阳街道建会. Nil when there is none of two to eight
  /// characters.
  func area(atStart words: String) -> String? {
    let scalars = Array(words.unicodeScalars)
    for end in stride(from: min(8, scalars.count), through: 2, by: -1) {
      let name = scalars[..<end]
      guard name.allSatisfy(\.isHan),
        areas.contains(where: { $0.count < end && name.suffix($0.count).elementsEqual($0) })
      else { continue }
      return String(String.UnicodeScalarView(name))
    }
    return nil
  }
}
