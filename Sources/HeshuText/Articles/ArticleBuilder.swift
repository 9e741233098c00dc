/// Makes the articles of a text out of its lines and heads: blocks, pieces, titles and bylines.
struct ArticleBuilder {
  private let lines: [TextLine]
  private let source: UnsafeBufferPointer<UInt8>
  private let bylines: [ReadByline]
  private let joining: LineJoining
  private(set) var articles: [Article] = []
  private(set) var pieces: [Piece] = []

  init(
    _ splitter: ArticleSplitter, _ source: UnsafeBufferPointer<UInt8>, bylines: [ReadByline],
    wrapping: LineWrapping
  ) {
    lines = splitter.lines
    self.source = source
    self.bylines = bylines
    joining = LineJoining(wrapping)
    let heads = splitter.heads
    pieces.reserveCapacity(lines.count)
    for (index, head) in heads.enumerated() {
      build(head, end: index + 1 < heads.count ? heads[index + 1].first : lines.count)
    }
  }

  private mutating func build(_ head: Head, end: Int) {
    var article = Article()
    article.start = lines[head.first].points.lowerBound
    article.end = lines[end - 1].points.upperBound
    for index in head.first..<end { add(index, head, to: &article) }
    article.title = text(head, .headline) ?? ""
    article.kicker = text(head, .kicker)
    article.subtitle = text(head, .subtitle)
    addByline(head.first..<end, to: &article)
    articles.append(article)
  }

  private mutating func add(_ index: Int, _ head: Head, to article: inout Article) {
    let line = lines[index]
    let kind: Block.Kind
    if index < head.end, line.sort == .heading {
      kind = head.kind(index)
    } else {
      kind =
        switch line.sort {
        case .body, .lead: .paragraph
        case .heading: .subheading
        case .byline: .byline
        case .caption, .rule: .caption
        }
    }
    pieces.append(Piece(points: line.points, bytes: line.bytes, followsGap: line.gap > 0))
    let here = pieces.count - 1..<pieces.count
    if let last = article.blocks.last, last.kind == kind, continues(index, kind, head) {
      article.blocks[article.blocks.count - 1].pieces = last.pieces.lowerBound..<here.upperBound
      article.blocks[article.blocks.count - 1].range =
        last.range.lowerBound..<line.points.upperBound
    } else {
      article.blocks.append(Block(kind: kind, range: line.points, pieces: here))
    }
  }

  /// Whether the line goes on with the block that the line before it is in.
  private func continues(_ index: Int, _ kind: Block.Kind, _ head: Head) -> Bool {
    switch kind {
    case .headline: head.title.contains(index) && head.title.contains(index - 1)
    case .paragraph: joining.joins(lines[index - 1], lines[index])
    default: false
    }
  }

  /// The lines of one kind in a head, one space between them.
  private func text(_ head: Head, _ kind: Block.Kind) -> String? {
    var found: [UInt8] = []
    for index in head.first..<max(head.first, head.end)
    where lines[index].sort == .heading && head.kind(index) == kind {
      if !found.isEmpty && kind != .headline { found.append(0x20) }
      found += source[lines[index].bytes]
    }
    return found.isEmpty ? nil : HeadlineText(found).string
  }

  /// The names of the article's bylines, leads and signature; each name once.
  private func addByline(_ range: Range<Int>, to article: inout Article) {
    var block = 0
    for index in range where lines[index].byline >= 0 {
      let line = lines[index]
      let byline = bylines[Int(line.byline)]
      switch line.sort {
      case .byline: add(byline, to: &article)
      case .lead:
        add(byline, to: &article)
        while block + 1 < article.blocks.count,
          article.blocks[block].range.lowerBound < line.points.lowerBound
        { block += 1 }
        if article.blocks[block].range.lowerBound == line.points.lowerBound {
          article.blocks[block].textStart = byline.end
        }
      default:
        // A signature ends the article, or a part of it.
        if index + 1 == range.upperBound || lines[index + 1].sort != .body {
          add(byline, to: &article)
        }
      }
    }
  }

  private func add(_ byline: ReadByline, to article: inout Article) {
    article.place = article.place ?? byline.place
    for name in byline.names where !article.byline.contains(where: { $0.name == name.name }) {
      article.byline.append(name)
    }
  }
}
