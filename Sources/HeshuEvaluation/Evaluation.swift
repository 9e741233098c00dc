// Records against gold.
//
// Quantities are paired by their places, so a wrong value is a wrong value and not one missed and one spurious. A field
// is judged wherever a quantity was found; precision, recall and F1 are those of quantities, of quantities whose core is
// right, and of quantities whose whole record is right. Gold marked `optional` is scored neither way.

/// The comparison of a tool's records with gold.
public struct Evaluation: Sendable {
  /// The score of each gold document, in the order of the gold.
  public let documents: [(name: String, score: Score)]
  /// Everything that differs, in the order of the text.
  public let mistakes: [Mistake]
  /// Gold documents of which there is no record at all.
  public let unread: [String]

  /// All documents together.
  public var total: Score { documents.reduce(Score()) { $0 + $1.score } }

  /// Scores records against gold; documents without gold are read over.
  public static func score(gold: [Record], records: [Record]) -> Evaluation {
    var order: [String] = []
    var golds: [String: [Record]] = [:]
    for record in gold where record.type != "document" {
      if golds[record.document] == nil { order.append(record.document) }
      golds[record.document, default: []].append(record)
    }
    let names = DocumentNames(gold: order)
    var read: [String: [Record]] = [:]
    for record in records {
      if let name = names.gold(of: record.document) { read[name, default: []].append(record) }
    }
    var documents: [(String, Score)] = []
    var mistakes: [Mistake] = []
    for name in order {
      let mine = read[name] ?? []
      let surroundings = Surroundings(mine)
      let claims = ClaimScoring(
        document: name, gold: golds[name]!, records: mine, surroundings: surroundings)
      let context = ContextScoring(
        document: name, gold: golds[name]!, records: mine, surroundings: surroundings)
      var score = claims.score + context.score
      score.documents = 1
      documents.append((name, score))
      mistakes += (context.mistakes + claims.mistakes).sorted {
        ($0.start, $0.end) < ($1.start, $1.end)
      }
    }
    return Evaluation(
      documents: documents, mistakes: mistakes, unread: order.filter { read[$0] == nil })
  }
}
