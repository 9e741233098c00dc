public import HeshuClaims
public import HeshuGrammar

/// A claim as the checks see it: a figure, what it is about, and which of that was inferred.
public struct Fact: Sendable {
  /// A piece of the text, and what it was resolved to.
  public struct Phrase: Sendable {
    public let text: String
    /// The resolved name, else the text.
    public let name: String
    public let isInferred: Bool
    /// The text without white space, in Simplified script once the script is known: what checks look for words in.
    public internal(set) var words: String
    /// The division code (GB/T 2260) of a place.
    var code: String?
  }

  public struct Period: Sendable {
    public let start: Day?
    public let end: Day?
    /// `during`, `asOf` or `planned`.
    public let kind: String
    public let isInferred: Bool
    public var hasDays: Bool { start != nil || end != nil }
  }

  public let id: String
  public let document: String
  public let article: String
  public let kind: Kind
  public let figure: Figure
  public private(set) var measure: Phrase?
  public private(set) var predicate: Phrase?
  public let actor: Phrase?
  public let place: Phrase?
  public let period: Period?
  /// 1 for increase, -1 for decrease, nil for no change.
  public let change: Int?
  /// `actual`, `planned` or `conditional`.
  public let status: String
  public let partOf: String?
  public let quote: (text: String, span: Range<Int>)
  public let group: String
  public let key: FigureKey
  public let keyText: String
  /// Whether it stands in a headline; known once its article is.
  public internal(set) var isHeadline = false

  public var span: Range<Int> { figure.span }
  public var isCount: Bool { kind == .count }

  /// Nil for records that are no claims or lack what every claim has.
  init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let document = json["document"]?.string,
      let kind = json["kind"]?.string.flatMap({ Kind(name: $0) }), let figure = json["quantity"].flatMap(Figure.init)
    else { return nil }
    self.id = id
    self.document = document
    article = json["article"]?.string ?? ""
    self.kind = kind
    self.figure = figure
    measure = Self.phrase(json["measure"])
    predicate = Self.phrase(json["predicate"])
    actor = Self.phrase(json["actor"])
    place = Self.phrase(json["place"])
    period = json["period"].map {
      Period(
        start: $0["start"]?.string.flatMap { Day(iso: $0) }, end: $0["end"]?.string.flatMap { Day(iso: $0) },
        kind: $0["kind"]?.string ?? "during", isInferred: $0["inferred"]?.isTrue ?? false)
    }
    change = json["change"]?["direction"]?.string.map { $0 == "decrease" ? -1 : 1 }
    status = json["status"]?.string ?? "actual"
    partOf = json["partOf"]?.string
    let quote = json["quote"]
    let start = quote?["start"]?.integer ?? figure.span.lowerBound
    self.quote = (
      quote?["text"]?.string ?? figure.text, start..<max(start, quote?["end"]?.integer ?? figure.span.upperBound)
    )
    group = json["group"]?.string ?? ""
    keyText = json["key"]?.string ?? ""
    key = FigureKey(keyText)
  }

  private static func phrase(_ json: JSONValue?) -> Phrase? {
    guard let json else { return nil }
    let text = json["text"]?.string ?? ""
    let name = json["name"]?.string ?? text
    return name.isEmpty
      ? nil
      : Phrase(
        text: text, name: name, isInferred: json["inferred"]?.isTrue ?? false, words: text.unspaced,
        code: json["code"]?.string)
  }

  mutating func fold(_ folding: Folding) {
    if let words = measure?.words { measure?.words = folding.folded(words) }
    if let words = predicate?.words { predicate?.words = folding.folded(words) }
  }
}
