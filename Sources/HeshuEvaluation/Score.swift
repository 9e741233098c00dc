/// What was counted in one or more documents: the numbers behind every line of the table.
public struct Score: Sendable {
  /// The fields judged one by one, in the order of the table.
  public enum Field: String, Sendable, CaseIterable {
    case span, kind, value, modifier, unit
    case measure, period, place, status
    case predicate, actor, change, per, partOf

    /// span, kind, value, modifier, unit: the figure itself.
    static let core: [Field] = [.span, .kind, .value, .modifier, .unit]
    /// The core and measure, period, place, status: what a researcher needs of a figure.
    static let record: [Field] = core + [.measure, .period, .place, .status]
  }

  /// Right answers among the judged, and answers where none belongs.
  public struct Tally: Sendable {
    public var right = 0
    public var judged = 0
    public var spurious = 0
    public var share: Double { judged == 0 ? 1 : Double(right) / Double(judged) }
  }

  /// Found things against wanted things.
  public struct Found: Sendable {
    public var right = 0
    public var wanted = 0
    public var given = 0
    public var precision: Double {
      given == 0 ? (wanted == 0 ? 1 : 0) : Double(right) / Double(given)
    }
    public var recall: Double {
      wanted == 0 ? (given == 0 ? 1 : 0) : Double(right) / Double(wanted)
    }
    public var f1: Double {
      precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
  }

  public var documents = 0
  public internal(set) var fields: [Field: Tally] = [:]
  /// Quantities at the right place; those with a right core; those with a right record.
  public internal(set) var quantity = Found()
  public internal(set) var core = Found()
  public internal(set) var record = Found()
  /// By kind: organization, person, place.
  public internal(set) var entities: [String: Found] = [:]
  public internal(set) var articles = Found()
  public internal(set) var bylines = 0

  /// A score of nothing, to add to.
  public init() {}

  public subscript(field: Field) -> Tally { fields[field] ?? Tally() }

  /// The scores of several documents as one: everything is counted, nothing averaged.
  public static func + (a: Score, b: Score) -> Score {
    var sum = a
    sum.documents += b.documents
    for (field, tally) in b.fields { sum.fields[field, default: Tally()] += tally }
    sum.quantity += b.quantity
    sum.core += b.core
    sum.record += b.record
    for (kind, found) in b.entities { sum.entities[kind, default: Found()] += found }
    sum.articles += b.articles
    sum.bylines += b.bylines
    return sum
  }
}

extension Score.Tally {
  static func += (a: inout Self, b: Self) {
    a.right += b.right
    a.judged += b.judged
    a.spurious += b.spurious
  }
}

extension Score.Found {
  static func += (a: inout Self, b: Self) {
    a.right += b.right
    a.wanted += b.wanted
    a.given += b.given
  }
}
