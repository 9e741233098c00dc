public import HeshuGrammar
public import HeshuNumerals

/// One quantity that the text states, with what the rules found around it; places are cells of the paragraph.
public struct Claim: Sendable {
  public var quantity: Quantity
  public var kind: Kind
  /// What is counted: 技能人才 of 新增技能人才11944人.
  public var phrases: [Field: Range<Int>] = [:]
  public var status: Status = .actual
  /// `folder/stem` of the rule that made the claim.
  public var rule: String
  public var sentence: Range<Int>

  /// The parts of a claim that are phrases of the text.
  public enum Field: UInt8, Sendable, CaseIterable {
    case measure, qualifier, predicate, actor, per
    public var name: String { "\(self)" }
  }

  public enum Status: UInt8, Sendable, CaseIterable {
    case actual, planned, conditional
    public var name: String { "\(self)" }
  }
}
