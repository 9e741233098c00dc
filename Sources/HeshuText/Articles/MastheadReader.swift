internal import HeshuGrammar

/// Reads the lines before the first article: which of them are the masthead's, and what they say.
///
/// The idea: a masthead line shows a date, an issue number, a publisher, staff or an address. The
/// masthead reaches to the last such line before any text; a line between them that shows nothing
/// may be the paper's name.
struct MastheadReader {
  private static let longestLine = 120
  private static let mostLines = 80

  let view: LineView
  let source: UnsafeBufferPointer<UInt8>
  let numerals: NumeralTables
  var masthead = Masthead()
  /// The lines of the masthead: the article begins behind them. 0 where there is none.
  private(set) var lineCount = 0
  /// Those of its lines that say something.
  private(set) var own: [Int] = []
  var unknown: [Int] = []
  var dateLine: Int?
  var nameInLine: Mention?
  var rules: LineRules { view.rules }

  init(_ view: LineView, _ source: UnsafeBufferPointer<UInt8>, _ numerals: NumeralTables) {
    self.view = view
    self.source = source
    self.numerals = numerals
  }

  /// Whether this is an issue of a paper and not a lone article with a date.
  var isIssue: Bool {
    lineCount > 0
      && (masthead.publication != nil || masthead.issue != nil || masthead.organizer != nil
        || hasStaff)
  }
  private var hasStaff = false
  /// A web page says where an article is from: what stands above is its headline, no paper's name.
  var hasOrigin = false

  mutating func read(_ lines: [TextLine]) {
    var index = 0
    var seen: [Int] = []
    while index < min(lines.count, Self.mostLines) {
      let line = lines[index]
      if canRead(line), reads(line, index) {
        lineCount = index + 1
        own.append(index)
        unknown += seen
        seen = []
      } else if line.sort == .rule {
        if lineCount == index, index > 0 { lineCount = index + 1 }
      } else if line.sort == .heading || line.sort == .caption {
        seen.append(index)
      } else {
        break
      }
      index += 1
    }
    findPublication(lines)
  }

  private func canRead(_ line: TextLine) -> Bool {
    line.length <= Self.longestLine && line.ending != .sentence && line.ending != .exclamation
      && line.sort != .byline
      && line.sort != .lead
  }

  /// Takes from a line what it says; false when it is no line of a masthead.
  private mutating func reads(_ line: TextLine, _ index: Int) -> Bool {
    view.load(source, line)
    var isFound = false
    var at = 0
    var firstFind: Int?
    var lastEnd = 0
    while at < view.count {
      guard view.cells[at] != 0x20, isWordStart(at) || at == lastEnd,
        let match = rules.match(.masthead, at: at)
      else {
        at += 1
        continue
      }
      if !take(match, at, index) {
        at += 1
        continue
      }
      // A weekday alone may stand in any line.
      if match.sort != .weekday || view.count <= 8 { isFound = true }
      firstFind = firstFind ?? at
      at = max(match.end, at + 1)
      lastEnd = at
    }
    if let firstFind, firstFind >= 2, nameInLine == nil { nameInLine = name(0..<firstFind) }
    if isFound { return true }
    return line.length <= 16 && rules.match(.init(.channel), endingAt: view.count) != nil
  }

  /// Where a word can begin: a Chinese character after none, the first of some digits, what stands behind a colon.
  private func isWordStart(_ at: Int) -> Bool {
    guard at > 0 else { return true }
    let isHan = view.cells[at] >= 0x3400 && view.cells[at] <= 0x9FFF
    let wasHan = view.cells[at - 1] >= 0x3400 && view.cells[at - 1] <= 0x9FFF
    return isHan != wasHan || view.cells[at - 1] == 0x20 || view.cells[at - 1] == 0xFF1A
  }

  private mutating func take(_ match: LineRules.Match, _ at: Int, _ index: Int) -> Bool {
    let range = at..<match.end
    switch match.sort {
    case .date:
      guard let date = date(match, at) else { return false }
      if masthead.date == nil {
        masthead.date = Mention(value: date.iso, range: view.points(range))
        dateLine = index
      }
    case .weekday: masthead.weekday = masthead.weekday ?? view.mention(range)
    case .issue:
      var mention = view.mention(range)
      mention.value.unicodeScalars.removeAll { $0.properties.isWhitespace }
      if masthead.issue == nil { dateLine = dateLine ?? index }
      masthead.issue = masthead.issue ?? mention
    case .organizer:
      guard let name = rules.capture("organizer", of: match, at: at) else { return false }
      masthead.organizer = masthead.organizer ?? view.mention(name)
    case .staff: hasStaff = true
    case .origin: hasOrigin = true
    default: break
    }
    return true
  }

  private func date(_ match: LineRules.Match, _ at: Int) -> CalendarDate? {
    func number(_ field: String) -> Int? {
      rules.capture(field, of: match, at: at).flatMap {
        CalendarDate.number(
          UnsafeBufferPointer(start: view.cells + $0.lowerBound, count: $0.count), numerals)
      }
    }
    return CalendarDate(
      year: number("year"), month: number("month"), day: number("day"),
      isRepublic: rules.sets("calendar", "republic", in: match))
  }

  /// A line among the masthead's that can be a headline, where the date stands under it.
  var headline: Int?
}
