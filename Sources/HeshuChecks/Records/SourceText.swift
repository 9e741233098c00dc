public import HeshuGrammar

/// The text of a document by code points, in which the records' offsets count.
///
/// Passages are given as they stand; words are looked for in Simplified script: `has("上调至", at:)` is true where 上調至
/// stands.
public struct SourceText: Sendable {
  public let scalars: [Unicode.Scalar]
  private let folded: [Unicode.Scalar]

  public init(_ text: String, _ folding: Folding) {
    scalars = Array(text.unicodeScalars)
    folded = scalars.map(folding.fold)
  }

  public var count: Int { scalars.count }

  /// The passage, cut to what there is.
  public subscript(range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  /// The character in Simplified script and of the width the lexicons write it in.
  subscript(at: Int) -> Unicode.Scalar { folded[at] }

  /// The passage in Simplified script, without white space.
  func words(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: folded[range.clamped(to: 0..<folded.count)])
    return String(view).unspaced
  }

  /// Whether the words stand here.
  func has(_ words: [Unicode.Scalar], at start: Int) -> Bool {
    start >= 0 && start + words.count <= scalars.count && folded[start..<(start + words.count)].elementsEqual(words)
  }

  func has(_ words: String, at start: Int) -> Bool { has(Array(words.unicodeScalars), at: start) }

  /// Whether the words stand before `end`, at most so many characters before it.
  func has(_ words: String, before end: Int, within reach: Int) -> Bool {
    contains(words, in: max(0, end - reach)..<max(0, end))
  }

  /// The first place of the words inside the range.
  func first(_ words: String, in range: Range<Int>) -> Int? {
    first(Array(words.unicodeScalars), in: range)
  }

  func first(_ words: [Unicode.Scalar], in range: Range<Int>) -> Int? {
    guard !words.isEmpty, range.count >= words.count else { return nil }
    return (range.lowerBound...(range.upperBound - words.count)).first { has(words, at: $0) }
  }

  func contains(_ words: String, in range: Range<Int>) -> Bool { first(words, in: range.clamped(to: 0..<count)) != nil }

  /// The line that holds the place, without its end.
  func line(around place: Int) -> Range<Int> {
    var start = min(place, count)
    var end = start
    while start > 0, scalars[start - 1] != "\n", scalars[start - 1] != "\r" { start -= 1 }
    while end < count, scalars[end] != "\n", scalars[end] != "\r" { end += 1 }
    return start..<end
  }
}

extension Unicode.Scalar {
  /// White space of any width, line ends included.
  var isBlank: Bool {
    self == " " || self == "\u{3000}" || self == "\n" || self == "\r" || self == "\t" || self == "\u{A0}"
  }
  var isHan: Bool { 0x3400...0x9FFF ~= value }
}

extension StringProtocol {
  /// Without white space.
  package var unspaced: String { String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isBlank })) }
}
