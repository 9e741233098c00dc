public import HeshuNumerals

/// How many records of each type a run found, whether they were asked for or not.
public struct RecordCounts: Sendable, Hashable {
  public var documents = 0
  public var articles = 0
  public var claims = 0
  public var entities = 0
  public var unread = 0
  public var findings = 0
  public var errors = 0
  /// Bytes of text that were read.
  public var bytes = 0

  public init() {}

  public mutating func add(_ other: RecordCounts) {
    documents += other.documents
    articles += other.articles
    claims += other.claims
    entities += other.entities
    unread += other.unread
    findings += other.findings
    errors += other.errors
    bytes += other.bytes
  }

  /// Writes the `end` record: whoever does not find it knows that the stream was cut.
  public func writeEnd(to out: inout RecordWriter) {
    out.beginObject()
    out.field("type", "end" as StaticString)
    out.field("documents", documents)
    out.field("articles", articles)
    out.field("claims", claims)
    out.field("entities", entities)
    out.field("unread", unread)
    out.field("findings", findings)
    out.field("errors", errors)
    out.endObject()
    out.endLine()
  }
}
