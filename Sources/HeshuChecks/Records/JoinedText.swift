/// The text of an article in Simplified script with lines joined and white space taken out, and where each character
/// stood.
///
/// Papers broken in the middle of words (加班⏎费争议) read on; the end of a short line that no comma or word continues stays
/// as a line feed, so that a headline does not run into what is below it.
struct JoinedText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// The code point of the document for each character.
  private(set) var places: [Int] = []
  private let source: SourceText

  /// Lines shorter than this are headlines when no sign ends them.
  private static let headline = 25

  /// The text of an article; a line inside a sentence of a claim goes on whatever its length.
  init(_ text: SourceText, _ article: Article) {
    self.init(text, article.span, sentences: article.facts.map(\.quote.span))
  }

  /// `sentences`, in the order of the text, are known to go on across their lines.
  init(_ text: SourceText, _ range: Range<Int>, sentences: [Range<Int>] = []) {
    source = text
    var lineStart = 0
    var next = sentences[...]
    for place in range.clamped(to: 0..<text.count) {
      let scalar = text[place]
      if scalar == "\n" || scalar == "\r" {
        if scalars.count > lineStart {
          let last = scalars[scalars.count - 1]
          while let first = next.first, first.upperBound <= place { next = next.dropFirst() }
          let isInside = next.first.map { $0.lowerBound < place } ?? false
          let isWhole = "。！？!?；;：:".unicodeScalars.contains(last)
          if !isInside, isWhole || scalars.count - lineStart < Self.headline {
            scalars.append("\n")
            places.append(place)
          }
          lineStart = scalars.count
        }
      } else if !scalar.isBlank {
        scalars.append(scalar)
        places.append(place)
      }
    }
    places.append(range.upperBound)
  }

  /// The span in the document of a range of characters.
  func span(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last else { return places[range.lowerBound]..<places[range.lowerBound] }
    return places[range.lowerBound]..<(places[last] + 1)
  }

  /// The character at or behind a place of the document.
  func index(of place: Int) -> Int {
    var (low, high) = (0, places.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the document begins a line here, joined or not.
  func beginsLine(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    return (places[index - 1] + 1..<max(places[index - 1] + 1, places[index])).contains {
      source.scalars[$0] == "\n" || source.scalars[$0] == "\r"
    }
  }

  func has(_ words: some Collection<Unicode.Scalar>, at place: Int) -> Bool {
    place >= 0 && place <= scalars.count && scalars[place...].starts(with: words)
  }

  func has(_ words: String, at place: Int) -> Bool { has(words.unicodeScalars, at: place) }

  /// Whether the words end right before `place`.
  func has(_ words: String, before place: Int) -> Bool { has(words, at: place - words.unicodeScalars.count) }

  /// The characters as they stand in the document.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: places[range.clamped(to: 0..<scalars.count)].lazy.map { source.scalars[$0] })
    return String(view)
  }
}
