internal import HeshuGrammar
internal import HeshuSegments

extension Explainer {
  /// How far each pattern of a rule comes around the quantity at `anchor`; `winner` is the rule of its layer that applied.
  func attempts(
    _ layer: Layer, _ rule: Int, _ columns: [UInt16], _ tokens: [Token], _ anchor: Int,
    _ winner: String?
  ) -> [Explanation.Attempt] {
    WhyNot.reasons(layer, rule: rule, columns: columns, anchor: anchor).map { reason in
      switch reason.place {
      case .anchor:
        return .init(
          fitted: "", found: slice(tokens[anchor...anchor]), place: "quantity",
          expected: reason.expected)
      case .left:
        let at = anchor - reason.matched - 1
        return .init(
          fitted: slice(tokens[(at + 1)...anchor]), found: found(tokens, at), place: "left",
          expected: reason.expected)
      case .right:
        let at = anchor + reason.matched + 1
        return .init(
          fitted: slice(tokens[anchor..<min(at, tokens.count)]), found: found(tokens, at),
          place: "right",
          expected: reason.expected)
      case nil:
        let isWinner = winner == layer.rules[rule].id
        return .init(
          fitted: slice(tokens[anchor...anchor]), place: "", expected: [],
          note: isWinner
            ? "it matches and is applied" : "it matches, but \(winner ?? "another rule") goes first"
        )
      }
    }
  }

  private func found(_ tokens: [Token], _ at: Int) -> String? {
    guard tokens.indices.contains(at) else { return nil }
    let word = word(tokens[at])
    return word.text.isEmpty ? "(\(word.classes))" : "\(word.text) (\(word.classes))"
  }
}
