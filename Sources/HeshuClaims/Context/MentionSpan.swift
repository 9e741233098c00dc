/// A time, a place, an organisation or a person that the paragraph names: 截至12月20日, 全区, 区总工会, 岳明川.
///
/// Places are cells of the reading text, half-open; what it stands for is kept by its reader under `index`.
public struct MentionSpan: Sendable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    case time, place, organization, person

    /// As the records write it.
    var name: StaticString {
      switch self {
      case .time: "time"
      case .place: "place"
      case .organization: "organization"
      case .person: "person"
      }
    }
  }
  public var kind: Kind
  public var start: Int
  public var end: Int
  /// Index among the mentions of its kind in this paragraph.
  public var index: Int
  /// The symbol of its token in the layers over mentions.
  public var symbol: UInt16

  public init(kind: Kind, start: Int, end: Int, index: Int, symbol: UInt16) {
    self.kind = kind
    self.start = start
    self.end = end
    self.index = index
    self.symbol = symbol
  }
}
