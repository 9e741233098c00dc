import CLibXML

/// The text, title and headings of an HTML page.
///
/// `<title>萧山工人</title><nav>首页</nav><p>入会率达到98.6&#37;。</p>` → title `萧山工人`, text
/// `入会率达到98.6%。`. libxml2 reports tags and text one by one, and mends what is not closed;
/// no tree is built, so neither depth nor size matters.
struct HTMLPage {
  let text: PageText
  let title: String?

  /// Reads a page that was decoded to UTF-8; nil when libxml2 cannot begin.
  init?(_ page: UnsafeRawBufferPointer) {
    let reader = HTMLReader()
    var events = xmlSAXHandler()
    events.startElement = { context, name, _ in HTMLReader.of(context)?.start(HTMLTag(name)) }
    events.endElement = { context, name in HTMLReader.of(context)?.end(HTMLTag(name)) }
    events.characters = { context, text, count in HTMLReader.of(context)?.add(text, count) }
    events.cdataBlock = events.characters
    events.ignorableWhitespace = events.characters
    let context = Unmanaged.passUnretained(reader).toOpaque()
    guard
      let parser = htmlCreatePushParserCtxt(
        &events, context, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else { return nil }
    defer { htmlFreeParserCtxt(parser) }
    // The page's own declaration has been dealt with; its text is UTF-8 now.
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(parser, Int32(options))
    withExtendedLifetime(reader) { Self.feed(page, to: parser) }
    reader.page.finish()
    text = reader.page
    title = reader.titleText
  }

  /// In pieces, each NUL as U+FFFD: libxml2 takes a NUL for the end.
  private static func feed(_ page: UnsafeRawBufferPointer, to parser: htmlParserCtxtPtr) {
    let pieces = page.split(separator: 0, omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if index > 0 { htmlParseChunk(parser, "\u{FFFD}", 3, 0) }
      var rest = UnsafeRawBufferPointer(rebasing: piece)
      while let base = rest.baseAddress, !rest.isEmpty {
        let count = min(rest.count, 1 << 16)
        htmlParseChunk(parser, base.assumingMemoryBound(to: CChar.self), Int32(count), 0)
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
    htmlParseChunk(parser, nil, 0, 1)
  }
}

/// What reads the parser's events.
final class HTMLReader {
  var page = PageText()
  private var title: [UInt8] = []
  private var isInTitle = false
  /// Open elements whose content is not the page's text.
  private var dropped = 0

  /// The reader that libxml2 hands back as its context.
  static func of(_ context: UnsafeMutableRawPointer?) -> HTMLReader? {
    context.map { Unmanaged<HTMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The title without the white space around it; nil when there is none.
  var titleText: String? {
    let words = String(decoding: title, as: UTF8.self)
      .split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" })
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  func start(_ tag: HTMLTag) {
    switch tag {
    case .title: isInTitle = title.isEmpty
    case .dropped: dropped += 1
    default: if dropped == 0 { open(tag) }
    }
  }

  private func open(_ tag: HTMLTag) {
    switch tag {
    case .heading(let level): page.openHeading(level)
    case .paragraph: page.endLine(2)
    case .line: page.endLine(1)
    case .preformatted:
      page.endLine(2)
      page.preformatted += 1
    case .lineBreak: page.breakLine()
    case .table: page.openTable()
    case .row: page.openRow()
    case .cell: page.openCell()
    case .title, .dropped, .inline: break
    }
  }

  func end(_ tag: HTMLTag) {
    if tag == .title { isInTitle = false }
    if tag == .dropped { dropped = max(dropped - 1, 0) }
    if dropped > 0 { return }
    switch tag {
    case .heading: page.closeHeading()
    case .paragraph: page.endLine(2)
    case .line: page.endLine(1)
    case .preformatted:
      page.preformatted = max(page.preformatted - 1, 0)
      page.endLine(2)
    case .table: page.closeTable()
    case .row, .cell, .lineBreak, .title, .dropped, .inline: break
    }
  }

  func add(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    let text = UnsafeBufferPointer(start: text, count: Int(count))
    if isInTitle {
      title.append(contentsOf: text)
    } else if dropped == 0 {
      page.add(text)
    }
  }
}
