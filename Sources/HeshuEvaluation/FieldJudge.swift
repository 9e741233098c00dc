internal import Foundation

/// Judges the fields of one claim against its gold, one after the other.
struct FieldJudge {
  let gold: Record
  let record: Record
  /// Where the quantity of the claim starts that the record names as its whole.
  let wholeStart: Int?

  private var wanted: ClaimFields { gold.claim! }
  private var given: ClaimFields { record.claim! }

  /// Whether the field is right, with what was wanted and given; nil when the gold does not ask for it.
  func judge(_ field: Score.Field) -> (isRight: Bool, want: String, got: String)? {
    switch field {
    case .span:
      return (
        record.start == gold.start && record.end == gold.end, gold.text ?? "", record.text ?? ""
      )
    case .kind: return equal(gold.kind, record.kind.only)
    case .value: return value()
    case .modifier: return equal(wanted.modifier, given.modifier.only)
    case .unit: return equal(wanted.unit, given.unit.only)
    case .measure: return measure()
    case .period: return period()
    case .place:
      let got = name(given.place.only)
      return (
        wanted.place.values.contains { name($0) == got }, list(wanted.place, name), got ?? "none"
      )
    case .status: return equal(wanted.status, given.status.only)
    case .predicate:
      let got = squeezed(given.predicate.only?.text)
      let isRight = wanted.predicate.values.contains { answer in
        let want = squeezed(answer?.text)
        if let want, let got { return isPart(want, of: got) }
        return want == got
      }
      return (isRight, list(wanted.predicate, text), got ?? "none")
    case .actor: return actor()
    case .change: return change()
    case .per:
      guard wanted.per.hasValue else { return nil }
      let got = squeezed(given.per.only?.text)
      return (wanted.per.values.contains { text($0) == got }, list(wanted.per, text), got ?? "none")
    case .partOf: return partOf()
    }
  }

  /// A change, a rate or a part where the gold has none.
  func isSpurious(_ field: Score.Field) -> Bool {
    switch field {
    case .change: given.change.hasValue && !wanted.change.hasValue
    case .per: given.per.hasValue && !wanted.per.hasValue
    case .partOf: given.partOf.hasValue && !wanted.partOf.hasValue
    default: false
    }
  }

  func text(_ phrase: Phrase?) -> String? { squeezed(phrase?.text) }
  func name(_ phrase: Phrase?) -> String? { squeezed(phrase?.name ?? phrase?.text) }

  func list<Value>(_ answers: Answers<Value>, _ write: (Value) -> String?) -> String {
    answers.values.map { $0.flatMap(write) ?? "none" }.joined(separator: " or ")
  }

  private func equal(_ answers: Answers<String>, _ got: String?) -> (Bool, String, String) {
    (answers.values.contains { squeezed($0) == squeezed(got) }, list(answers) { $0 }, got ?? "none")
  }

  /// The days; a period without days and none at all are the same answer.
  private func period() -> (Bool, String, String) {
    let none = PeriodDays()
    let got = given.period.only ?? none
    func write(_ days: PeriodDays) -> String? {
      days == none ? nil : "\(days.start ?? "…") to \(days.end ?? "…")"
    }
    let isRight = wanted.period.values.contains { ($0 ?? none) == got }
    return (isRight, list(wanted.period, write), write(got) ?? "none")
  }

  private func actor() -> (Bool, String, String) {
    let got = [text(given.actor.only), name(given.actor.only)]
    let isRight = wanted.actor.values.contains { answer in
      let want = answer?.text.flatMap { squeezed($0) } ?? name(answer)
      guard let want else { return got.contains(nil) }
      return got.contains { $0.map { isPart(want, of: $0) } ?? false }
    }
    return (isRight, list(wanted.actor, text), got[0] ?? "none")
  }

  private func change() -> (Bool, String, String)? {
    guard wanted.change.hasValue else { return nil }
    let got = given.change.only?.direction
    return (
      wanted.change.values.contains { $0?.direction == got }, list(wanted.change) { $0.direction },
      got ?? "none"
    )
  }

  private func partOf() -> (Bool, String, String)? {
    guard wanted.partOf.hasValue else { return nil }
    var isRight = wanted.partOf.admitsNone && !given.partOf.hasValue
    if let wholeStart {
      for case .start(wholeStart)? in wanted.partOf.values { isRight = true }
    }
    let want = list(wanted.partOf) {
      if case .start(let start) = $0 { "the one at \(start)" } else { nil }
    }
    return (
      isRight, want,
      wholeStart.map { "the one at \($0)" } ?? (given.partOf.hasValue ? "an unknown id" : "none")
    )
  }
}
