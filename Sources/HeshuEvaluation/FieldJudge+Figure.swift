internal import Foundation

extension FieldJudge {
  /// The value as an exact decimal; of ranges and vague numbers the bounds, of vague ones the lower alone will do.
  func value() -> (Bool, String, String) {
    guard let wanted = gold.claim, let given = record.claim else { return (false, "", "") }
    let modifiers = wanted.modifier.values
    guard modifiers.contains("range") || modifiers.contains("vague"), wanted.lower.hasValue else {
      let got = given.value.only
      return (
        wanted.value.values.contains(got), list(wanted.value) { "\($0)" },
        got.map { "\($0)" } ?? "none"
      )
    }
    let isVague = modifiers.contains("vague")
    let lower = given.lower.only
    let upper = given.upper.only
    let isRight =
      wanted.lower.values.contains(lower) && (isVague || wanted.upper.values.contains(upper))
    let write = { (value: Decimal) in "\(value)" }
    return (
      isRight, list(wanted.lower, write) + "–" + list(wanted.upper, write),
      (lower.map(write) ?? "none") + "–" + (upper.map(write) ?? "none")
    )
  }

  /// The measure, alone or with its qualifier before it: 国家级 + 技能大师工作室.
  func measure() -> (Bool, String, String) {
    guard let wanted = gold.claim, let given = record.claim else { return (false, "", "") }
    func joined(_ measure: Phrase?, _ qualifier: Phrase?) -> String? {
      squeezed((text(qualifier) ?? "") + (text(measure) ?? ""))
    }
    let got = [text(given.measure.only), joined(given.measure.only, given.qualifier.only)]
    var right: [String?] = wanted.measure.values.map(text)
    for measure in wanted.measure.values {
      for qualifier in wanted.qualifier.values { right.append(joined(measure, qualifier)) }
    }
    let isRight = got.contains { a in right.contains { areAlike(a, $0) } }
    let want =
      list(wanted.measure, text)
      + (wanted.qualifier.hasValue ? " with \(list(wanted.qualifier, text))" : "")
    let qualifier = text(given.qualifier.only)
    return (isRight, want, (got[0] ?? "none") + (qualifier.map { " with \($0)" } ?? ""))
  }
}
