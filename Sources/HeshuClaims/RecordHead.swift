internal import HeshuNumerals

/// The fields that all records of an article share, written once: `"document":"…","article":"…"`.
struct RecordHead {
  let bytes: [UInt8]

  /// `article` is nil for the lines before the first one.
  init(document: String, article: String?) {
    var out = RecordWriter(capacity: 256)
    out.field("document", document)
    if let article { out.field("article", article) }
    bytes = out.take()
  }
}
