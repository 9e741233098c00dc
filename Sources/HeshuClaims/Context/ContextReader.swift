internal import HeshuGrammar
internal import HeshuNumerals
internal import HeshuSegments
public import HeshuText

/// What stands around the figures: times, places, organisations and persons, and which of them each claim gets.
///
/// A paragraph is read in three steps: its mentions; for every sentence with quantities the rules over mentions; then
/// each claim is settled by what they said, or inherits. One a thread.
final class ContextReader {
  let times: TimeReader
  let places: PlaceReader
  let organizations: OrganizationReader
  /// The mentions of the paragraph, in the order of the text; none overlaps another.
  @exclusivity(unchecked) private(set) var mentions: [MentionSpan] = []
  private let rules: [ContextRules]
  private let scans: LayerGroup
  /// The words of the last sentence with claims, every mention one.
  @exclusivity(unchecked) private(set) var words = MentionTokens()
  /// Called for every sentence with quantities, with its words; for `explain` and examples.
  @exclusivity(unchecked) var onTokens: (([Token]) -> Void)?

  init(_ grammar: Grammar, _ words: WordBreaker) {
    times = TimeReader(grammar)
    places = PlaceReader(grammar)
    organizations = OrganizationReader(grammar, words)
    scans = LayerGroup(grammar.mentionLayers)
    rules = zip(grammar.mentionLayers, scans.scans).map(ContextRules.init)
  }

  func begin(_ document: DecodedDocument?, _ masthead: Masthead) {
    times.begin(document, masthead)
    places.begin(document, masthead)
    organizations.begin(document, masthead)
  }

  func begin(_ article: Article) {
    times.begin(article)
    places.begin(article)
    organizations.begin(article)
  }

  /// Finds the mentions of the paragraph.
  func read(
    _ text: ReadingText, _ kind: Block.Kind, _ spans: [NumeralSpan], _ source: UnsafeBufferPointer<UInt8>
  ) {
    mentions.removeAll(keepingCapacity: true)
    times.read(text, kind, spans, into: &mentions)
    places.read(text, kind, spans, into: &mentions)
    organizations.read(text, kind, spans, places, source, into: &mentions)
    arrange()
  }

  /// By place; of two that overlap the longer stays.
  private func arrange() {
    mentions.sort { ($0.start, $1.end) < ($1.start, $0.end) }
    var kept = 0
    for index in mentions.indices {
      let mention = mentions[index]
      if kept > 0, mention.start < mentions[kept - 1].end {
        if mention.end - mention.start > mentions[kept - 1].end - mentions[kept - 1].start {
          mentions[kept - 1] = mention
        }
      } else {
        mentions[kept] = mention
        kept += 1
      }
    }
    mentions.removeSubrange(kept...)
  }

  /// Gives the claims of one sentence, those from `known` on, their context; `tokens` are its words.
  func settle(
    _ claims: inout [Claim], from known: Int, _ tokens: [Token], _ text: ReadingText,
    _ source: UnsafeBufferPointer<UInt8>
  ) {
    guard let first = tokens.first, let last = tokens.last, claims.count > known else { return }
    let low = mentions.partitioningIndex { $0.end > Int(first.start) }
    let high = mentions.partitioningIndex { $0.start >= Int(last.end) }
    words.merge(tokens, mentions[low..<max(low, high)])
    onTokens?(words.tokens)
    scans.see(words.tokens.lazy.map { $0.symbol })
    var claim = known
    for (anchor, token) in words.tokens.enumerated() where token.quantity >= 0 {
      guard claim < claims.count else { break }
      guard claims[claim].quantity.start == Int(token.start) else { continue }
      var clues = ContextClues()
      scans.walk(anchor: anchor)
      for layer in rules.indices {
        scans.each(layer) { rule in
          rules[layer].apply(rule, anchor: anchor, words, to: &clues)
          return false
        }
      }
      settle(&claims[claim], clues, text, source)
      claim += 1
    }
  }

  private func settle(
    _ claim: inout Claim, _ clues: ContextClues, _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>
  ) {
    if let measure = claim.phrases[.measure], MeasureEdge.isPlace(measure, mentions, text) {
      claim.phrases[.measure] = nil
    }
    times.settle(&claim, clues.period, mentions, text, source)
    organizations.settle(&claim, clues.actor, mentions, text, source)
    places.settle(&claim, clues.place, mentions, text, source)
    if case .mention(let index) = clues.place, mentions[index].kind == .place,
      !places.isDeictic(mentions[index].index), let measure = claim.phrases[.measure]
    {
      claim.phrases[.measure] = MeasureEdge.clear(measure, ofPlace: mentions[index], text)
    }
    if let per = clues.per { claim.phrases[.per] = per }
    if let isIncrease = clues.isIncrease {
      claim.change = Change(
        isIncrease: isIncrease, basis: clues.basis.map { text.span($0.lowerBound, $0.upperBound, in: source) })
    }
    claim.part = clues.part
    claim.beneficiary = clues.beneficiary
  }

  /// Whether the article's area is to be looked for ahead: only where the document has none.
  var wantsArea: Bool { places.wantsArea && !places.hasMasthead }

  func look(_ text: ReadingText) { places.look(text) }

  /// Reads the headline ahead of the line over it.
  func lookAtHeadline(_ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {
    mentions.removeAll(keepingCapacity: true)
    places.read(text, .headline, [], into: &mentions)
    organizations.read(text, .headline, [], places, source, into: &mentions)
    arrange()
    organizations.keepHeadline(mentions, text, source)
  }

  /// The paragraph is done.
  func end(_ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {
    times.end(mentions, text, source)
    organizations.end(mentions, text, source)
    places.end(mentions, text, source)
  }
}

extension Array {
  /// The first index from which on `belongs` holds, the array being sorted by it.
  fileprivate func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
