public import HeshuClaims

/// A document with its articles: what the checks of one issue look at.
public struct Paper: Sendable {
  public let id: String
  /// Where it was read from, as given.
  public let source: String
  public let publication: String?
  /// Where the paper is from, when the input says so.
  public let place: String?
  /// The day of the issue.
  public let date: Day?
  /// As the masthead gives it: 总第407期.
  public let issue: String?
  public let text: SourceText
  public internal(set) var articles: [Article] = []
}

/// One article with its facts and names, in the order of the text.
public struct Article: Sendable {
  public let id: String
  public let document: String
  public let title: String
  /// Title, kicker and subtitle, without white space.
  let headlines: [String]
  public let byline: [(role: String?, name: String)]
  /// Code points of the document, headline included.
  public let span: Range<Int>
  public internal(set) var facts: [Fact] = []
  public internal(set) var names: [Name] = []

  /// The facts of the running text.
  var body: [Fact] { facts.filter { !$0.isHeadline } }

  /// Adds a fact and finds out whether it stands in a headline: its quotation is one, or part of one.
  mutating func add(_ fact: Fact) {
    var fact = fact
    let quote = fact.quote.text.unspaced
    let isNearTop = fact.span.lowerBound - span.lowerBound < 200
    fact.isHeadline = isNearTop && headlines.contains { $0.contains(quote) }
    facts.append(fact)
  }
}

/// A mention of an organisation, person or place.
public struct Name: Sendable {
  public let id: String
  public let document: String
  /// `organization`, `person` or `place`.
  public let kind: String
  public let text: String
  public let span: Range<Int>
  /// Resolved: 区总工会 in a Xiaoshan paper is 萧山区总工会.
  public let name: String
  public let role: String?

  init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let document = json["document"]?.string, let kind = json["kind"]?.string,
      let text = json["text"]?.string, let start = json["start"]?.integer, let end = json["end"]?.integer, start < end
    else { return nil }
    self.id = id
    self.document = document
    self.kind = kind
    self.text = text
    span = start..<end
    name = json["name"]?.string ?? text
    role = json["role"]?.string
  }
}
