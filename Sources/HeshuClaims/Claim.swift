public import HeshuGrammar
public import HeshuNumerals

/// One quantity that the text states, with what the rules found around it; places are cells of the paragraph.
public struct Claim: Sendable {
  public var quantity: Quantity
  public var kind: Kind
  /// What is counted: 技能人才 of 新增技能人才11944人.
  public var phrases = Phrases()
  public var status: Status = .actual
  /// The rule that made the claim, as index in the layer `claims`; -1 for none but the quantity's own.
  public var rule = -1
  public var sentence: Range<Int>
  /// A hash of document, span and text.
  public var id = RecordID(high: 0, low: 0)
  public var period: Period?
  public var place: ClaimPlace?
  public var actor: Actor?
  public var change: Change?
  /// The id of the claim of which the text says that this one is a part.
  public var partOf: RecordID?
  /// The same as index among the claims of the paragraph.
  var whole: Int?
  /// How the text says so; until the paragraph is done.
  var part: ContextClues.Part?
  /// For whom it is, where the words stand apart from the measure: 困难职工家庭.
  var beneficiary: Range<Int>?
  /// What kind of verb the predicate is: flow, stock, coverage …
  public var predicateClass = PredicateClass.none
  /// Measure and place, coarse, by which streams are grouped; and the full identity inside the group: places in the bytes
  /// of the `IdentityMaker`.
  var group = 0..<0
  var key = 0..<0

  /// The parts of a claim that are phrases of the text.
  public enum Field: UInt8, Sendable, CaseIterable {
    case measure, qualifier, predicate, per

    public var name: String {
      switch self {
      case .measure: "measure"
      case .qualifier: "qualifier"
      case .predicate: "predicate"
      case .per: "per"
      }
    }
  }

  public enum Status: UInt8, Sendable, CaseIterable {
    case actual, planned, conditional

    public var name: String {
      switch self {
      case .actual: "actual"
      case .planned: "planned"
      case .conditional: "conditional"
      }
    }
  }

  /// A place for each field, in plain memory.
  public struct Phrases: Sendable {
    private var starts = SIMD8<Int32>(repeating: -1)
    private var ends = SIMD8<Int32>(repeating: -1)

    public subscript(field: Field) -> Range<Int>? {
      get {
        let start = starts[Int(field.rawValue)]
        return start < 0 ? nil : Int(start)..<Int(ends[Int(field.rawValue)])
      }
      set {
        starts[Int(field.rawValue)] = newValue.map { Int32($0.lowerBound) } ?? -1
        ends[Int(field.rawValue)] = newValue.map { Int32($0.upperBound) } ?? -1
      }
    }

    /// Takes over the phrases that `other` has.
    mutating func merge(_ other: Phrases) {
      let found = other.starts .>= 0
      starts.replace(with: other.starts, where: found)
      ends.replace(with: other.ends, where: found)
    }
  }
}
