/// What an input is, by its name and then by its first bytes.
struct DocumentKind {
  var isPacked: Bool
  /// Nil where the name says nothing and the content decides.
  var format: DocumentFormat?

  /// `2023年第39期.html.gz` → packed HTML; `newsletter` → unknown.
  init(name: String) {
    var parts = name.split(separator: "/").last?.split(separator: ".").dropFirst() ?? []
    isPacked = parts.last?.lowercased() == "gz"
    if isPacked { parts = parts.dropLast() }
    format = parts.last.flatMap { Self.endings[$0.lowercased()] }
  }

  private static let endings: [String: DocumentFormat] = [
    "txt": .text, "text": .text, "md": .markdown, "markdown": .markdown,
    "html": .html, "htm": .html, "xhtml": .html, "shtml": .html,
    "jsonl": .jsonLines, "ndjson": .jsonLines, "json": .jsonLines, "pdf": .pdf,
  ]

  static func isGzip(_ head: UnsafeRawBufferPointer) -> Bool { head.starts(with: [0x1F, 0x8B]) }

  /// `{"id": …` → JSON Lines; `<!DOCTYPE html>` → HTML; `%PDF-1.7` → PDF; else text.
  static func sniff(_ head: UnsafeRawBufferPointer) -> DocumentFormat {
    if head.starts(with: "%PDF-".utf8) { return .pdf }
    var rest = head.dropFirst(head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    rest = rest.drop { $0 <= 0x20 }
    if rest.first == UInt8(ascii: "{") {
      let key = rest.dropFirst().drop { $0 <= 0x20 }
      return key.first == UInt8(ascii: "\"") ? .jsonLines : .text
    }
    guard rest.first == UInt8(ascii: "<") else { return .text }
    let opening = String(decoding: rest.prefix(1024), as: UTF8.self).lowercased()
    let tags = ["<!doctype html", "<html", "<head", "<body", "<title", "<meta"]
    if tags.contains(where: opening.hasPrefix) { return .html }
    let prefaced = opening.hasPrefix("<?xml") || opening.hasPrefix("<!--")
    return prefaced && opening.contains("<html") ? .html : .text
  }
}

extension DocumentFormat {
  /// How the text that comes out of a format is to be read.
  var markup: Markup {
    switch self {
    case .text, .jsonLines: .plain
    case .markdown: .markdown
    case .html: .html
    case .pdf: .pdf
    }
  }
}
