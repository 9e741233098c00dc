internal import HeshuGrammar

/// What the rules of one layer do, looked up once: captures and constants by field.
final class ClaimRules {
  enum Action {
    case capture(Claim.Field, Int)
    case inherit(Claim.Field)
    /// From the last claim of the same unit: 排查32600条，整改32502条.
    case inheritUnit(Claim.Field)
    case kind(Kind)
    case status(Claim.Status)
    case modifier(Modifier)
    case drop
  }

  let scan: LayerScan
  /// The actions of all rules, and where those of each begin; one entry more for the end.
  let actions: [Action]
  private let firsts: [Int]

  func places(_ rule: Int) -> Range<Int> { firsts[rule]..<firsts[rule + 1] }

  /// With a scan of its own, or with that of a group.
  init(_ layer: Layer, _ scan: LayerScan? = nil) {
    self.scan = scan ?? LayerScan(layer)
    var actions: [Action] = []
    var firsts = [0]
    for rule in layer.rules {
      defer { firsts.append(actions.count) }
      for field in Claim.Field.allCases {
        if let index = layer.captureNames.firstIndex(of: field.name) { actions.append(.capture(field, index)) }
      }
      for (name, value) in rule.sets.sorted(by: { $0.key < $1.key }) {
        if name == "drop" { actions.append(.drop) }
        if name == "modifier", let modifier = Modifier.allCases.first(where: { $0.name == value }) {
          actions.append(.modifier(modifier))
        }
        if name == "kind", let kind = Kind(name: value) { actions.append(.kind(kind)) }
        if name == "status", let status = Claim.Status.allCases.first(where: { $0.name == value }) {
          actions.append(.status(status))
        }
        guard let field = Claim.Field.allCases.first(where: { $0.name == name }) else { continue }
        if value == "inherit-unit" { actions.append(.inheritUnit(field)) }
        if value == "inherit" { actions.append(.inherit(field)) }
        if value.hasPrefix("$"), let index = layer.captureNames.firstIndex(of: String(value.dropFirst())) {
          actions.append(.capture(field, index))
        }
      }
    }
    self.actions = actions
    self.firsts = firsts
  }
}
