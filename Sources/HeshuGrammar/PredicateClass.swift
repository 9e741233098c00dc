/// What kind of verb links a figure to what it counts: 新增 is flow, 拥有 stock, 覆盖 coverage, 发放 payment.
public enum PredicateClass: UInt8, Sendable, CaseIterable {
  case none, coverage, payment, award, increase, decrease, share, stock, flow, reach, copula

  /// The class of words that it comes from; earlier ones go first where a verb has several.
  var word: String {
    let name = "\(self)"
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

extension Grammar {
  /// The name in the records; nil for none.
  public static func predicateClassName(_ kind: PredicateClass) -> StaticString? {
    switch kind {
    case .none: nil
    case .coverage: "coverage"
    case .payment: "payment"
    case .award: "award"
    case .increase: "increase"
    case .decrease: "decrease"
    case .share: "share"
    case .stock: "stock"
    case .flow: "flow"
    case .reach: "reach"
    case .copula: "copula"
    }
  }
}
