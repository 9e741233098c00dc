internal import HeshuNumerals
internal import HeshuText

/// Writes the `document` and `article` records.
struct DocumentRecord {
  let document: DecodedDocument
  let newsletter: Newsletter

  func write(grammars: String, _ options: ExtractionOptions, to out: inout RecordWriter) {
    out.beginObject()
    out.field("type", "document" as StaticString)
    out.field("id", document.id)
    out.field("source", document.source)
    if let line = document.line { out.field("line", line) }
    out.field("encoding", document.encoding)
    out.field("characters", document.characters)
    out.field("sha256", document.sha256)
    if let title = document.title { out.field("title", title) }
    if let publication = newsletter.masthead.publication?.value ?? document.publication {
      out.field("publication", publication)
    }
    if let issue = newsletter.masthead.issue?.value { out.field("issue", issue) }
    if let date = newsletter.masthead.date?.value ?? document.date { out.field("date", date) }
    if let place = document.place { out.field("place", place) }
    out.field("schema", ExtractionOptions.schema)
    out.field("tool", options.tool)
    out.field("grammars", grammars)
    if options.withText { document.text.withUnsafeBufferPointer { out.field("text", slice: $0) } }
    out.endObject()
    out.endLine()
  }

  func write(_ article: Article, id: String, to out: inout RecordWriter) {
    out.beginObject()
    out.field("type", "article" as StaticString)
    out.field("id", id)
    out.field("document", document.id)
    if !article.title.isEmpty { out.field("title", article.title) }
    if let kicker = article.kicker { out.field("kicker", kicker) }
    if let subtitle = article.subtitle { out.field("subtitle", subtitle) }
    if !article.byline.isEmpty {
      out.beginArray("byline")
      for entry in article.byline {
        out.beginObject()
        if let role = entry.role { out.field("role", role) }
        out.field("name", entry.name)
        out.endObject()
      }
      out.endArray()
    }
    if let place = article.place { out.field("place", place.value) }
    out.field("start", article.start)
    out.field("end", article.end)
    out.endObject()
    out.endLine()
  }
}
