internal import HeshuGrammar
internal import HeshuSegments

/// Which rule of a layer applies at each quantity of a sentence, and whether another of its priority
/// says otherwise.
final class RuleChoice {
  private let scan: LayerScan

  init(_ layer: Layer) { scan = LayerScan(layer) }

  /// Notes the best rule at every quantity; two rules of the best priority that set different things
  /// are a failure.
  func apply(to tokens: [Token], _ result: inout ExampleResult) {
    let row = tokens.map { scan.layer.column($0.symbol) }
    row.withUnsafeBufferPointer { row in
      for (index, token) in tokens.enumerated() where token.quantity >= 0 {
        var best: [(rule: Rule, outcome: [String: String])] = []
        scan.each(row, anchor: index) { rule, _, _ in
          let rule = scan.layer.rules[rule]
          if let first = best.first, rule.priority < first.rule.priority { return false }
          if !best.contains(where: { $0.rule.id == rule.id }) {
            best.append((rule, outcome(of: rule)))
          }
          return true
        }
        guard let first = best.first else { continue }
        result.rules.insert(first.rule.id)
        for other in best.dropFirst() where other.outcome != first.outcome {
          result.fail(
            "\(first.rule.id) and \(other.rule.id) have the same priority \(first.rule.priority), "
              + "both match here and differ: \(describe(first.outcome)) or "
              + describe(other.outcome)
          )
        }
      }
    }
  }

  /// What the rule would set: constants and the places of its captures.
  private func outcome(of rule: Rule) -> [String: String] {
    var outcome = rule.sets
    for (slot, name) in scan.layer.captureNames.enumerated() {
      guard let found = scan.capture(slot) else { continue }
      outcome[name] = "\(found.isLeft ? "left" : "right") \(found.from)..<\(found.to)"
    }
    return outcome
  }

  private func describe(_ outcome: [String: String]) -> String {
    outcome.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }
}
