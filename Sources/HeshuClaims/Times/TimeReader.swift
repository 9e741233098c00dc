internal import HeshuGrammar
internal import HeshuNumerals
public import HeshuText

/// Finds the times a paragraph names and gives claims their period. One a thread.
final class TimeReader {
  @exclusivity(unchecked) private var atoms: TimeAtomReader
  @exclusivity(unchecked) private var frame = TimeFrame()
  /// The times of the paragraph, in the order of the text.
  @exclusivity(unchecked) private(set) var entries: [TimeEntry] = []
  /// For each of them the last up to it that is no basis of comparison, -1 for none.
  @exclusivity(unchecked) private var lastPlain: [Int] = []
  /// A whole year that the article is about, named in a paragraph or heading before: 全年 of a year's summary.
  @exclusivity(unchecked) private var year: TimeEntry?
  @exclusivity(unchecked) private var yearSource: SourceSpan?
  /// Whether the paragraph is the headline of a year's review.
  @exclusivity(unchecked) private var isReview = false
  /// So many characters of a quotation are looked at.
  private static let quotation = 200
  private let plain: UInt16
  private let basis: UInt16

  init(_ grammar: Grammar) {
    atoms = TimeAtomReader(grammar)
    plain = grammar.tokenSymbols["TimeSpan"] ?? 0
    basis = grammar.tokenSymbols["TimeBasis"] ?? 0
  }

  /// A new document: its date is that of the masthead, of its JSON line or of `--date`.
  func begin(_ document: DecodedDocument?, _ masthead: Masthead) {
    frame = TimeFrame()
    frame.today = masthead.date.flatMap { Day(iso: $0.value) } ?? document?.date.flatMap { Day(iso: $0) }
  }

  /// A new article; nothing of the one before is inherited.
  func begin(_ article: Article) {
    frame.beginArticle()
    year = nil
  }

  /// Adds the times of the reading text to `mentions`; `spans` are its numerals, dates among them.
  func read(_ text: ReadingText, _ kind: Block.Kind, _ spans: [NumeralSpan], into mentions: inout [MentionSpan]) {
    isReview = false
    entries.removeAll(keepingCapacity: true)
    lastPlain.removeAll(keepingCapacity: true)
    frame.beginParagraph()
    atoms.read(text.cells, text.count, spans)
    guard !atoms.atoms.isEmpty else { return }
    var composer = TimeComposer(cells: text.cells, count: text.count, atoms: atoms.atoms, frame: frame)
    var at = 0
    while at < atoms.atoms.count {
      guard var (entry, next) = composer.time(at: at) else {
        at += 1
        continue
      }
      if composer.isOfRecord(next) { entry.isBasis = true }
      mentions.append(
        MentionSpan(
          kind: .time, start: entry.cells.lowerBound, end: mentionEnd(entry, at, next), index: entries.count,
          symbol: entry.isBasis ? basis : plain))
      lastPlain.append(entry.isBasis ? lastPlain.last ?? -1 : entries.count)
      entries.append(entry)
      at = next
    }
    frame = composer.frame
    switch kind {
    case .headline, .kicker, .subtitle:
      frame.noteHeadline()
      isReview = atoms.atoms.contains { $0.isWord(.review) }
    default: break
    }
  }

  /// A length of time in it is a quantity of its own: 今年前5个月 is the word 今年前.
  private func mentionEnd(_ entry: TimeEntry, _ first: Int, _ next: Int) -> Int {
    for atom in atoms.atoms[first..<next] where atom.sort == .length { return atom.start }
    return entry.cells.upperBound
  }

  /// Gives the claim its period: by the clue, else inherited from the sentences before.
  func settle(
    _ claim: inout Claim, _ clue: ContextClues.Clue, _ mentions: [MentionSpan], _ text: ReadingText,
    _ source: UnsafeBufferPointer<UInt8>
  ) {
    switch clue {
    case .none: return
    case .words(let cells):
      claim.period = Period(
        span: text.span(cells.lowerBound, cells.upperBound, in: source), start: nil, end: nil, kind: kind(claim, nil))
    case .mention(let index):
      guard mentions[index].kind == .time else { return }
      let entry = entries[mentions[index].index]
      if entry.isAhead, claim.status == .actual { claim.status = .planned }
      claim.period = period(entry, claim, text, source)
    case .silent, .inherit:
      guard mayInherit(claim), !isQuoted(claim, text.cells) else { return }
      if let entry = inherited(claim) {
        claim.period = period(entry, claim, text, source)
      } else if let year, let yearSource, last(before: claim.quantity.start) == nil,
        year.sets(isPlan: claim.status == .planned, frame.today)
      {
        let days = year.days(isPlan: claim.status == .planned, frame.today)
        claim.period = Period(span: yearSource, start: days.start, end: days.end, kind: kind(claim, year))
      }
      claim.period?.isInferred = true
    }
  }

  /// Lengths, sizes, rates and conditions hold at any time.
  private func mayInherit(_ claim: Claim) -> Bool {
    claim.kind != .duration && claim.kind != .measurement && claim.status != .conditional && claim.phrases[.per] == nil
  }

  /// The last time before this place that nothing is compared with.
  private func last(before place: Int) -> TimeEntry? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].cells.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    guard low > 0, lastPlain[low - 1] >= 0 else { return nil }
    return entries[lastPlain[low - 1]]
  }

  /// The time that the sentences before the claim's have set, where it fits the claim.
  private func inherited(_ claim: Claim) -> TimeEntry? {
    let entry = last(before: claim.sentence.lowerBound)
    guard let entry, entry.sets(isPlan: claim.status == .planned, frame.today) else { return nil }
    return entry
  }

  /// Whether the quantity stands in words that somebody says: their time is another.
  private func isQuoted(_ claim: Claim, _ cells: UnsafePointer<UInt16>) -> Bool {
    for at in stride(
      from: claim.quantity.start - 1, through: max(claim.sentence.lowerBound, claim.quantity.start - Self.quotation),
      by: -1)
    {
      if cells[at] == 0x201D || cells[at] == 0x300D { return false }
      if cells[at] == 0x201C || cells[at] == 0x300C { return true }
    }
    return false
  }

  private func period(
    _ entry: TimeEntry, _ claim: Claim, _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>
  ) -> Period {
    let days = entry.days(isPlan: claim.status == .planned, frame.today)
    return Period(
      span: text.span(entry.cells.lowerBound, entry.cells.upperBound, in: source), start: days.start, end: days.end,
      kind: kind(claim, entry))
  }

  private func kind(_ claim: Claim, _ entry: TimeEntry?) -> Period.Kind {
    claim.status == .planned ? .planned : entry?.isAsOf == true ? .asOf : .during
  }

  /// The paragraph is done: keeps what later ones may inherit.
  func end(_ mentions: [MentionSpan], _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {
    guard
      let found = entries.first(where: {
        !$0.isBasis && ($0.isWholeYear(frame.today) || isReview && $0.isYearJustOver(frame.today))
      })
    else { return }
    year = found
    yearSource = text.span(found.cells.lowerBound, found.cells.upperBound, in: source)
  }
}
