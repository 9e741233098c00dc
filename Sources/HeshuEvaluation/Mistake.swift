/// One difference between gold and records, with where it stands: a line of `--errors`.
public struct Mistake: Sendable {
  /// A scored field's name, or `quantity`, `article`, `byline`, `entity`.
  public var field: String
  public var document: String
  /// Code points of the document's text.
  public var start: Int
  public var end: Int
  /// The quantity, title or name concerned.
  public var text: String
  /// What is wrong: `want 问卷, got 有效问卷`; `missed`; `spurious`.
  public var message: String
  /// The sentence around it, when a record quotes it.
  public var context: String?
}

extension Mistake: CustomStringConvertible {
  public var description: String {
    let line = "\(document):\(start) \(text) \(field): \(message)"
    return context.map { line + "\n    " + $0 } ?? line
  }
}

/// Finds the words around a place: in the document's text (`--with-text`), else in a claim's quotation.
struct Surroundings {
  private let points: [Unicode.Scalar]
  private let quotes: [Quote]

  init(_ records: [Record]) {
    points = records.first { $0.type == "document" }?.text.map { Array($0.unicodeScalars) } ?? []
    quotes = records.compactMap(\.quote)
  }

  /// The place in ⟦⟧ with up to 30 code points on each side, on one line.
  func around(_ start: Int, _ end: Int) -> String? {
    if end <= points.count { return marked(points, start, end) }
    guard let quote = quotes.first(where: { $0.start <= start && end <= $0.end }) else {
      return nil
    }
    return marked(Array(quote.text.unicodeScalars), start - quote.start, end - quote.start)
  }

  private func marked(_ points: [Unicode.Scalar], _ start: Int, _ end: Int) -> String? {
    guard start >= 0, start <= end, end <= points.count else { return nil }
    func text(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(points[range])).split(whereSeparator: \.isNewline).joined(
        separator: "⏎")
    }
    let left = max(0, start - 30)
    let right = min(points.count, end + 30)
    return text(left..<start) + "⟦" + text(start..<end) + "⟧" + text(end..<right)
  }
}
