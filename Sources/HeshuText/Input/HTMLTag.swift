/// What an element means for the text.
enum HTMLTag: Equatable {
  case heading(Int)
  /// A block with an empty line around it.
  case paragraph
  /// A block that begins and ends a line.
  case line
  case preformatted
  case lineBreak
  case table
  case row
  case cell
  case title
  /// Nothing in it is the page's text.
  case dropped
  case inline

  /// `h2` → a heading of level 2; `nav` → dropped; `span` → inline.
  init(_ name: UnsafePointer<UInt8>?) {
    guard let name else {
      self = .inline
      return
    }
    self = Self.tags[String(cString: name)] ?? .inline
  }

  private static let tags: [String: HTMLTag] = {
    var tags: [String: HTMLTag] = [
      "br": .lineBreak, "pre": .preformatted, "table": .table, "tr": .row, "td": .cell,
      "th": .cell, "title": .title,
    ]
    for level in 1...6 { tags["h\(level)"] = .heading(level) }
    let paragraphs = "p blockquote ul ol dl figure hr article section main aside header footer form"
    let lines = "div li dt dd caption figcaption address center fieldset legend details summary"
    let dropped =
      "script style nav noscript template svg math iframe object applet select textarea button"
    for name in paragraphs.split(separator: " ") { tags[String(name)] = .paragraph }
    for name in lines.split(separator: " ") { tags[String(name)] = .line }
    for name in dropped.split(separator: " ") { tags[String(name)] = .dropped }
    return tags
  }()
}
