internal import HeshuClaims
public import HeshuGrammar

/// Gathers records into papers. Records come as lines of JSON in the order of the contract: a document, its articles,
/// their claims and entities; other types are passed over.
///
/// Document records must carry their text (`heshu extract --with-text`), or the checks that read between the figures
/// see none.
public struct PaperReader {
  public private(set) var papers: [Paper] = []

  private let folding: Folding

  /// `folding` is that of the grammar: words of Traditional script are looked for in Simplified.
  public init(_ folding: Folding) { self.folding = folding }

  /// Reads whole lines.
  public mutating func read(_ lines: [UInt8]) {
    lines.withUnsafeBufferPointer { bytes in
      var start = 0
      for at in bytes.indices where bytes[at] == 0x0A {
        if at > start { read(line: UnsafeBufferPointer(rebasing: bytes[start..<at])) }
        start = at + 1
      }
      if start < bytes.count { read(line: UnsafeBufferPointer(rebasing: bytes[start...])) }
    }
  }

  private mutating func read(line: UnsafeBufferPointer<UInt8>) {
    guard let json = JSONValue(line) else { return }
    switch json["type"]?.string {
    case "document": addPaper(json)
    case "article": addArticle(json)
    case "claim":
      if var fact = Fact(json), let at = lastArticle {
        fact.fold(folding)
        papers[papers.count - 1].articles[at].add(fact)
      }
    case "entity":
      if let name = Name(json), let at = lastArticle { papers[papers.count - 1].articles[at].names.append(name) }
    default: break
    }
  }

  private var lastArticle: Int? { papers.last.flatMap { $0.articles.isEmpty ? nil : $0.articles.count - 1 } }

  private mutating func addPaper(_ json: JSONValue) {
    papers.append(
      Paper(
        id: json["id"]?.string ?? "", source: json["source"]?.string ?? json["id"]?.string ?? "",
        publication: json["publication"]?.string, place: json["place"]?.string,
        date: json["date"]?.string.flatMap { Day(iso: $0) }, issue: json["issue"]?.string,
        text: SourceText(json["text"]?.string ?? "", folding)))
  }

  private mutating func addArticle(_ json: JSONValue) {
    guard !papers.isEmpty, let id = json["id"]?.string, let start = json["start"]?.integer,
      let end = json["end"]?.integer, start <= end
    else { return }
    let headlines = ["title", "kicker", "subtitle"].compactMap { json[$0]?.string?.unspaced }
    papers[papers.count - 1].articles.append(
      Article(
        id: id, document: papers[papers.count - 1].id, title: json["title"]?.string ?? "", headlines: headlines,
        byline: (json["byline"]?.elements ?? []).compactMap { entry in
          entry["name"]?.string.map { (entry["role"]?.string, $0) }
        }, span: start..<end))
  }
}
