/// Random patterns as text, over the words and classes of `TestGrammar`.
struct RandomPattern {
  var random: SplitMix

  /// `{measure:(A|[B !C])*} 甲? {q} …`; looks stand only right of the anchor.
  mutating func rule() -> String {
    let left = sequence(depth: 2, looks: false)
    let right = sequence(depth: 2, looks: true)
    return [
      pick([left, "{measure:\(left)}"]), "{q}", pick([right, "{kind:\(right)}"]),
    ].joined(separator: " ")
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random)!
  }

  private mutating func sequence(depth: Int, looks: Bool) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in item(depth: depth, looks: looks) }
      .joined(separator: " ")
  }

  private mutating func item(depth: Int, looks: Bool) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: return token()
    case 4: return token() + pick(["?", "*", "+", "{1,3}", "{2}", "{0,2}"])
    case 5: return token() + pick(["??", "*?", "+?", "{1,3}?"])
    case 6 where depth > 0:
      return
        "(\(sequence(depth: depth - 1, looks: looks))|\(sequence(depth: depth - 1, looks: looks)))"
    case 7 where depth > 0:
      // Never empty inside a star: a loop that takes nothing has no one order.
      return "(\(token()) \(sequence(depth: depth - 1, looks: looks)))"
        + pick(["?", "*", "+", "*?"])
    case 8 where looks: return pick(["(?=", "(?!"]) + token() + ")"
    default: return token()
    }
  }

  private mutating func token() -> String {
    pick([
      "A", "B", "C", "甲", "乙", "丙", "[A B]", "[A &B]", "[A !B]", "[^C]", "[甲 丁]", "[!A]", ".",
    ])
  }
}
