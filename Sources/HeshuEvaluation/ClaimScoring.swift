/// Scores the claims of one document.
struct ClaimScoring {
  private(set) var score = Score()
  private(set) var mistakes: [Mistake] = []
  private let document: String
  private let surroundings: Surroundings

  init(document: String, gold: [Record], records: [Record], surroundings: Surroundings) {
    self.document = document
    self.surroundings = surroundings
    let gold = gold.filter { $0.type == "claim" }
    let claims = records.filter { $0.type == "claim" }
    let starts = Dictionary(
      claims.map { ($0.id ?? "", $0.start) }, uniquingKeysWith: { first, _ in first })
    let pairing = ClaimPairing(gold: gold, claims: claims)
    for (wanted, answer) in zip(gold, pairing.answers) where !wanted.isOptional {
      score.quantity.wanted += 1
      guard let answer else {
        note("quantity", wanted, "missed")
        continue
      }
      var whole: Int?
      if case .id(let id)? = claims[answer].claim?.partOf.only { whole = starts[id] }
      judge(FieldJudge(gold: wanted, record: claims[answer], wholeStart: whole))
    }
    score.quantity.given = claims.count - pairing.excused
    for index in pairing.spurious {
      note("quantity", claims[index], "spurious \(claims[index].kind.only ?? "claim")")
    }
    for path in [\Score.core, \Score.record] {
      score[keyPath: path].wanted = score.quantity.wanted
      score[keyPath: path].given = score.quantity.given
    }
  }

  private mutating func judge(_ judge: FieldJudge) {
    var wrong: Set<Score.Field> = []
    for field in Score.Field.allCases {
      var tally = Score.Tally()
      if let result = judge.judge(field) {
        tally.judged = 1
        tally.right = result.isRight ? 1 : 0
        if !result.isRight {
          wrong.insert(field)
          note(field.rawValue, judge.gold, "want \(result.want), got \(result.got)")
        }
      }
      if judge.isSpurious(field) {
        tally.spurious = 1
        note(field.rawValue, judge.gold, "spurious")
      }
      score.fields[field, default: Score.Tally()] += tally
    }
    score.quantity.right += 1
    if wrong.isDisjoint(with: Score.Field.core) { score.core.right += 1 }
    if wrong.isDisjoint(with: Score.Field.record) { score.record.right += 1 }
  }

  private mutating func note(_ field: String, _ record: Record, _ message: String) {
    mistakes.append(
      Mistake(
        field: field, document: document, start: record.start, end: record.end,
        text: record.text ?? "",
        message: message, context: surroundings.around(record.start, record.end)))
  }
}
