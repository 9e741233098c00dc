internal import HeshuGrammar
internal import HeshuNumerals

/// Between what the quotient of two figures usually lies: `checks/ratios.tsv`.
public struct Ratios: Sendable {
  struct Band: Sendable {
    let over: String
    let under: String
    let interval: Interval
    /// 人均, 每户.
    let meaning: String
  }

  private let bands: [Band]

  init(_ files: GrammarFiles) throws {
    bands = try ParameterTable("ratios", ["over", "under", "lowest", "highest", "meaning", "example"], files).rows.map {
      Band(over: $0[0], under: $0[1], interval: Interval(try $0.number(2), try $0.number(3)), meaning: $0[4])
    }
  }

  func band(_ over: Fact, _ under: Fact) -> Band? {
    bands.first { $0.over == over.key.dimension && $0.under == under.key.dimension }
  }
}
