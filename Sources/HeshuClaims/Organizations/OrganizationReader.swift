internal import HeshuGrammar
internal import HeshuNumerals
internal import HeshuSegments
public import HeshuText

/// Finds the organisations and persons a paragraph names, resolves short names, and gives claims their actor. One a thread.
final class OrganizationReader {
  private let finder: OrganizationFinder
  private let persons: PersonFinder
  private let organizationSymbol: UInt16
  private let personSymbol: UInt16
  /// For each organisation of the paragraph its full name where it is another.
  @exclusivity(unchecked) private var names: [[UInt8]] = []
  @exclusivity(unchecked) private var roles: [SourceSpan?] = []
  /// The full names of the article's last organisations, in the order of the text: what 公司 or 工作室 means.
  @exclusivity(unchecked) private var named: [(name: [UInt8], span: SourceSpan, isPrivate: Bool)] = []
  @exclusivity(unchecked) private var byline: [BylineName] = []
  /// The actor of the last claim, and of the last sentence that named one, in this paragraph.
  @exclusivity(unchecked) private var last: Actor?
  /// The organisation that the article's headline begins with, for the lines over and under it.
  @exclusivity(unchecked) private var headliner: Actor?
  @exclusivity(unchecked) private var kind = Block.Kind.paragraph
  private let companyEndings: Trie
  /// The places and the quantities of the paragraph.
  @exclusivity(unchecked) private var known: [MentionSpan] = []
  @exclusivity(unchecked) private var quantities: [Range<Int>] = []

  init(_ grammar: Grammar, _ words: WordBreaker) {
    finder = OrganizationFinder(grammar, words)
    persons = PersonFinder(grammar)
    companyEndings = grammar.places.privateEndings
    organizationSymbol = grammar.tokenSymbols["Organization"] ?? 0
    personSymbol = grammar.tokenSymbols["Person"] ?? 0
  }

  func begin(_ document: DecodedDocument?, _ masthead: Masthead) { byline = [] }

  /// A new article; short names of the one before mean nothing in it.
  func begin(_ article: Article) {
    byline = article.byline
    headliner = nil
    named.removeAll(keepingCapacity: true)
    finder.begin()
    persons.begin()
  }

  /// Keeps the organisation that the headline, just read, begins with.
  func keepHeadline(_ mentions: [MentionSpan], _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {
    guard let first = mentions.first(where: { $0.kind == .organization }), first.start == 0 else { return }
    headliner = Actor(span: text.span(first.start, first.end, in: source), name: names[first.index])
  }

  /// Adds organisations and persons to `mentions`, which holds the paragraph's times and places so far.
  func read(
    _ text: ReadingText, _ kind: Block.Kind, _ spans: [NumeralSpan], _ places: PlaceReader,
    _ source: UnsafeBufferPointer<UInt8>, into mentions: inout [MentionSpan]
  ) {
    names.removeAll(keepingCapacity: true)
    roles.removeAll(keepingCapacity: true)
    last = nil
    self.kind = kind
    known.removeAll(keepingCapacity: true)
    for mention in mentions where mention.kind == .place { known.append(mention) }
    quantities.removeAll(keepingCapacity: true)
    for span in spans { if case .quantity = span.sort { quantities.append(span.start..<span.end) } }
    finder.find(text.cells, text.count, known, quantities) { place in
      places.isDeictic(place.index) ? .area : places.isShort(place.index) ? .short : .full
    }
    for found in finder.found {
      mentions.append(
        MentionSpan(
          kind: .organization, start: found.start, end: found.end, index: names.count, symbol: organizationSymbol))
      let name = name(of: found, text, places, source)
      names.append(name)
      if named.count == 16 { named.removeFirst() }
      let isPrivate = companyEndings.longestBackward(text.cells, found.end, found.start) != nil
      named.append((name, text.span(found.start, found.end, in: source), isPrivate))
    }
    readPersons(text, kind, source, into: &mentions)
  }

  /// 区总工会 is 萧山区总工会: the level is put in full.
  private func name(
    of found: OrganizationFinder.Found, _ text: ReadingText, _ places: PlaceReader, _ source: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    guard let level = found.level, let levelEnd = found.levelEnd, levelEnd < found.end, level != .town else {
      return []
    }
    let area = places.name(atLevel: level == .prefecture || level == .city ? .city : level)
    guard !area.isEmpty else { return [] }
    return area + source[text.span(levelEnd, found.end, in: source).bytes]
  }

  private func readPersons(
    _ text: ReadingText, _ kind: Block.Kind, _ source: UnsafeBufferPointer<UInt8>, into mentions: inout [MentionSpan]
  ) {
    func add(_ start: Int, _ end: Int, _ role: SourceSpan?) {
      guard !mentions.contains(where: { $0.kind == .person && $0.start < end && start < $0.end }) else { return }
      mentions.append(MentionSpan(kind: .person, start: start, end: end, index: roles.count, symbol: personSymbol))
      roles.append(role)
    }
    guard text.count > 0 else { return }
    let first = Int(text.points[0])
    let last = Int(text.points[text.count - 1])
    for name in byline where name.range.lowerBound >= first && name.range.upperBound <= last + 1 {
      guard let start = (0..<text.count).first(where: { Int(text.points[$0]) >= name.range.lowerBound }),
        let end = (start..<text.count).last(where: { Int(text.points[$0]) < name.range.upperBound })
      else { continue }
      add(start, end + 1, nil)
    }
    guard kind != .byline else { return }
    persons.find(text.cells, text.count)
    for found in persons.found {
      // A name inside an organisation's belongs to it.
      if finder.found.contains(where: { $0.start <= found.start && found.end <= $0.end }) { continue }
      add(found.start, found.end, found.role.map { text.span($0.lowerBound, $0.upperBound, in: source) })
    }
  }

  /// The full name of the mention with this index, and a person's title; for its entity record.
  func resolved(_ kind: MentionSpan.Kind, _ index: Int) -> (name: [UInt8], role: SourceSpan?) {
    kind == .organization ? (names[index], nil) : ([], roles[index])
  }

  /// Gives the claim its actor: by the clue, else that of the sentence before where its subject is left out.
  func settle(
    _ claim: inout Claim, _ clue: ContextClues.Clue, _ mentions: [MentionSpan], _ text: ReadingText,
    _ source: UnsafeBufferPointer<UInt8>
  ) {
    switch clue {
    case .mention(let number) where mentions[number].kind == .organization:
      let mention = mentions[number]
      claim.actor = Actor(span: text.span(mention.start, mention.end, in: source), name: names[mention.index])
    case .words(let range):
      // 公司 is the company named last, 全国法院 is what it says.
      let span = text.span(range.lowerBound, range.upperBound, in: source)
      let head = source[text.span(max(range.lowerBound, range.upperBound - 2), range.upperBound, in: source).bytes]
      if head.elementsEqual("企业".utf8) {
        // 企业 alone is the company just named; else it is any.
        guard range.count <= 3, let company = named.suffix(3).last(where: \.isPrivate) else { break }
        claim.actor = Actor(span: span, name: company.name.isEmpty ? Array(source[company.span.bytes]) : company.name)
        break
      }
      claim.actor = Actor(span: span, name: range.count <= 3 ? owner(head, source) : [])
    case .inherit:
      if let known = last ?? organization(before: claim.sentence.lowerBound, mentions, text, source) {
        claim.actor = known
        claim.actor?.isInferred = true
      }
    default: break
    }
    if claim.actor == nil, clue == .silent || clue == .inherit, kind == .kicker || kind == .subtitle,
      !mentions.contains(where: { $0.kind == .organization && $0.end <= claim.quantity.start })
    {
      claim.actor = headliner
      claim.actor?.isInferred = true
    }
    if claim.actor != nil { last = claim.actor }
  }

  /// The full name of the last organisation whose name ends so; empty where there is none.
  private func owner(_ head: Slice<UnsafeBufferPointer<UInt8>>, _ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    for (name, span, _) in named.reversed() {
      if name.isEmpty {
        if source[span.bytes].suffix(head.count).elementsEqual(head) { return Array(source[span.bytes]) }
      } else if name.suffix(head.count).elementsEqual(head) {
        return name
      }
    }
    return []
  }

  /// The organisation that the sentence before begins with.
  private func organization(
    before sentence: Int, _ mentions: [MentionSpan], _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>
  ) -> Actor? {
    guard let mention = mentions.last(where: { $0.kind == .organization && $0.end <= sentence }) else { return nil }
    // Not one that the sentence only mentions at its end.
    guard
      mention.start == 0 || !(0x3400...0x9FFF ~= text.cells[mention.start - 1])
        || mentions.contains(where: { $0.kind == .time && $0.end == mention.start })
    else { return nil }
    return Actor(span: text.span(mention.start, mention.end, in: source), name: names[mention.index])
  }

  /// The paragraph is done.
  func end(_ mentions: [MentionSpan], _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) { last = nil }
}
