public import HeshuText

/// The time of a claim: 截至目前 in a paper of 2023-12-29 ends that day and is `asOf`.
public struct Period: Sendable {
  /// The words, wherever they stand.
  public var span: SourceSpan?
  /// Inclusive days; absent where the words do not tell (近日, 近年来) or the date of the document is unknown.
  public var start: Day?
  public var end: Day?
  public var kind: Kind
  /// Whether the words stand outside the claim's sentence.
  public var isInferred: Bool

  public enum Kind: UInt8, Sendable, CaseIterable {
    case during, asOf, planned

    /// As the records write it.
    var name: StaticString {
      switch self {
      case .during: "during"
      case .asOf: "asOf"
      case .planned: "planned"
      }
    }
  }

  public init(span: SourceSpan?, start: Day?, end: Day?, kind: Kind = .during, isInferred: Bool = false) {
    self.span = span
    self.start = start
    self.end = end
    self.kind = kind
    self.isInferred = isInferred
  }
}

/// The area a claim is about: 全区 in a paper of Xiaoshan is 萧山区, 330109.
public struct ClaimPlace: Sendable {
  /// The words in the claim's sentence, if they stand there.
  public var span: SourceSpan?
  /// The resolved name in the text's script, UTF-8.
  public var name: [UInt8]
  /// Six digits of GB/T 2260, valid at the document's date; empty for what has none of its own.
  public var code: [UInt8]
  public var isInferred: Bool

  public init(span: SourceSpan?, name: [UInt8], code: [UInt8] = [], isInferred: Bool = false) {
    self.span = span
    self.name = name
    self.code = code
    self.isInferred = isInferred
  }
}

/// The organisation that did or has what a claim states: 区总工会, resolved to 萧山区总工会.
public struct Actor: Sendable {
  /// The words, wherever they stand.
  public var span: SourceSpan
  /// The full name where it is another, UTF-8; else empty.
  public var name: [UInt8]
  public var isInferred: Bool

  public init(span: SourceSpan, name: [UInt8] = [], isInferred: Bool = false) {
    self.span = span
    self.name = name
    self.isInferred = isInferred
  }
}

/// That a claim states a change and not a level: 同比上涨19% is an increase on the basis 同比.
public struct Change: Sendable {
  public var isIncrease: Bool
  /// 同比, 环比, 比上年; absent where the text names none.
  public var basis: SourceSpan?

  public init(isIncrease: Bool, basis: SourceSpan? = nil) {
    self.isIncrease = isIncrease
    self.basis = basis
  }
}
