public import HeshuGrammar
public import HeshuNumerals
public import HeshuSegments
public import HeshuText

/// Reads the claims of one paragraph: quantities, sentences, words, then the rules layer by layer. One a thread.
public final class ClaimReader {
  let grammar: Grammar
  public let quantities: QuantityReader
  private let sentences = SentenceBreaker()
  private let words: WordBreaker
  private let layers: [ClaimRules]
  /// The scans of all of them.
  private let scans: LayerGroup
  @exclusivity(unchecked) private var tokens: [Token] = []
  @exclusivity(unchecked) public private(set) var claims: [Claim] = []
  /// Numerals seen and not understood.
  @exclusivity(unchecked) public private(set) var unread: [(range: Range<Int>, reason: String)] = []
  private let edge: UInt16
  /// Whether the paragraph gave nothing at all, not even a mention.
  var isEmpty: Bool { claims.isEmpty && unread.isEmpty && context.mentions.isEmpty }
  /// Called for every sentence read, with its words; for `explain`.
  @exclusivity(unchecked) public var onSentence: (([Token], [String]) -> Void)?
  /// Called for the same sentence with every mention as one word, for the layers over mentions.
  public var onMentions: (([Token]) -> Void)? {
    get { context.onTokens }
    set { context.onTokens = newValue }
  }
  @exclusivity(unchecked) private var readingSymbols: [UInt16] = []
  private let suffixes: SymbolSet
  /// What the claims of the sentence at hand took: the members of a list share it.
  @exclusivity(unchecked) private var shared = SharedPhrases()
  private let bare: BareSymbols
  private let unitSymbols: [UInt16]

  /// The names of the rules that make claims, for their records.
  let ruleNames: [String]
  let context: ContextReader
  let identities: IdentityMaker
  @exclusivity(unchecked) private var parts: PartLinker
  @exclusivity(unchecked) private(set) var identity = RecordIdentity(document: "-")

  public init(_ grammar: Grammar) {
    self.grammar = grammar
    words = WordBreaker(grammar)
    context = ContextReader(grammar, words)
    identities = IdentityMaker(grammar)
    parts = PartLinker(grammar)
    quantities = QuantityReader(grammar)
    scans = LayerGroup(grammar.layers)
    layers = zip(grammar.layers, scans.scans).map { ClaimRules($0, $1) }
    ruleNames = grammar.layers.first?.rules.map(\.id) ?? []
    edge = grammar.tokenSymbols["Break"] ?? 0
    bare = BareSymbols(grammar)
    unitSymbols = grammar.unitSymbols
    suffixes = grammar.symbols(of: "Suffix")
    readingSymbols = grammar.readings.rules.map { rule in
      let name = rule.sets["reads"] ?? ""
      let key = ["date": "Date", "time": "Time", "ordinal": "Ordinal", "phone": "Phone"][name] ?? "Name"
      return grammar.tokenSymbols[key] ?? 0
    }
  }

  /// A new document, and a new article of it: what their paragraphs name is inherited by later ones.
  public func begin(_ document: DecodedDocument?, _ masthead: Masthead) {
    identity = RecordIdentity(document: document?.id ?? "-")
    context.begin(document, masthead)
  }
  public func begin(_ article: Article) {
    context.begin(article)
    parts.begin()
  }

  /// Reads the text from cell `first` on; what stands before it belongs to no sentence. `source` is what it was filled from.
  public func read(
    _ text: ReadingText, in source: UnsafeBufferPointer<UInt8>, from first: Int = 0, kind: Block.Kind = .paragraph
  ) {
    claims.removeAll(keepingCapacity: true)
    unread.removeAll(keepingCapacity: true)
    quantities.read(text.cells, from: first, count: text.count)
    context.read(text, kind, quantities.spans, source)
    if quantities.spans.contains(where: \.holdsQuantity) {
      identities.begin()
      sentences(text, source, from: first)
      for index in claims.indices {
        claims[index].id = identity.id(text, claims[index].quantity.start, claims[index].quantity.end, source)
      }
      parts.link(&claims, identities.bytes)
    }
    context.end(text, source)
  }

  /// Whether `look` is asked for: nothing outside the article tells its area.
  var wantsArea: Bool { context.wantsArea }

  /// Looks into one of an article's first paragraphs for its area, so that its headline can be read with it.
  func look(_ text: ReadingText) { context.look(text) }

  /// Reads a headline ahead of the line over it.
  func lookAtHeadline(_ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {
    context.lookAtHeadline(text, source)
  }

  /// Finds only what the text names, no claims: mastheads and bylines.
  public func readMentions(_ text: ReadingText, in source: UnsafeBufferPointer<UInt8>, kind: Block.Kind) {
    claims.removeAll(keepingCapacity: true)
    unread.removeAll(keepingCapacity: true)
    quantities.read(text.cells, from: 0, count: text.count)
    context.read(text, kind, quantities.spans, source)
  }

  private func sentences(_ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>, from first: Int) {
    var span = 0
    var start = first
    for end in sentences.ends(text.cells, count: text.count) where Int(end) > first {
      let begin = span
      while span < quantities.spans.count, quantities.spans[span].start < Int(end) { span += 1 }
      // ICU may end a sentence inside a number (a full stop, a line end): the sentence goes on.
      if span > begin, quantities.spans[span - 1].end > Int(end) {
        span = begin
        continue
      }
      if quantities.spans[begin..<span].contains(where: \.holdsQuantity) {
        let known = claims.count
        sentence(text.cells, start, Int(end), quantities.spans[begin..<span])
        context.settle(&claims, from: known, tokens, text, source)
        for index in known..<claims.count { identify(&claims[index], text, source) }
      }
      start = Int(end)
    }
  }

  private func identify(_ claim: inout Claim, _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {
    if let verb = claim.phrases[.predicate] { claim.predicateClass = grammar.predicateClass(text.cells, verb) }
    identities.settle(&claim, context.words.tokens, text, source)
  }

  private func sentence(
    _ cells: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ spans: ArraySlice<NumeralSpan>
  ) {
    tokens.removeAll(keepingCapacity: true)
    tokens.append(Token(start: start, end: start, symbol: edge))
    var at = start
    for span in spans where span.end <= end {
      switch span.sort {
      case .term: continue
      case .quantity(let index):
        words.words(cells, at, span.start, into: &tokens)
        tokens.append(
          Token(start: span.start, end: span.end, symbol: symbol(quantities.quantities[index], cells), quantity: index))
      case .reading(let rule):
        words.words(cells, at, span.start, into: &tokens)
        tokens.append(Token(start: span.start, end: span.end, symbol: readingSymbols[rule]))
      case .unread:
        words.words(cells, at, span.start, into: &tokens)
        tokens.append(Token(start: span.start, end: span.end, symbol: bare.number))
        unread.append((span.start..<span.end, "more digits than a number of news has"))
      }
      at = max(at, span.end)
    }
    words.words(cells, at, end, into: &tokens)
    tokens.append(Token(start: end, end: end, symbol: edge))
    scans.see(tokens.lazy.map { $0.symbol })
    if let onSentence {
      onSentence(tokens, tokens.map { token in grammar.classNames(of: token.symbol).joined(separator: " ") })
    }
    shared.removeAll()
    for (index, token) in tokens.enumerated() where token.quantity >= 0 {
      if addClaim(at: index, start..<end, cells) {
        shared.add(claims[claims.count - 1].phrases, unit: claims[claims.count - 1].quantity.unit)
      }
    }
  }

  /// The symbol of a quantity: by its unit, or by how its bare number is written.
  private func symbol(_ q: Quantity, _ cells: UnsafePointer<UInt16>) -> UInt16 {
    // 一 before a classifier, or alone, may be no more than "a": the rules decide.
    let isOne = q.numeralEnd - q.numeralStart == 1 && cells[q.numeralStart] == 0x4E00
    if q.unit >= 0 { return isOne && q.kind == .count ? bare.one : unitSymbols[q.unit] }
    return isOne && q.kind == .number ? bare.one : bare.symbol(q)
  }

  /// Adds the claim of a quantity, if it is one.
  private func addClaim(at index: Int, _ sentence: Range<Int>, _ cells: UnsafePointer<UInt16>) -> Bool {
    let quantity = quantities.quantities[Int(tokens[index].quantity)]
    var claim = Claim(quantity: quantity, kind: quantity.kind, sentence: sentence)
    var isDropped = false
    scans.walk(anchor: index)
    for number in layers.indices {
      let layer = layers[number]
      scans.each(number) { rule in
        for place in layer.places(rule) {
          switch layer.actions[place] {
          case .drop: isDropped = true
          case .modifier(let modifier): claim.quantity.change(modifier)
          case .kind(let kind): claim.kind = kind
          case .status(let status): claim.status = status
          case .inherit(let field): claim.phrases[field] = shared.last[field]
          case .inheritUnit(let field): claim.phrases[field] = shared.phrases(ofUnit: quantity.unit)?[field]
          case .capture(let field, let slot):
            guard let found = layer.scan.capture(slot), found.to > found.from else { continue }
            let range =
              found.isLeft
              ? (index - found.to)..<(index - found.from) : (index + 1 + found.from)..<(index + 1 + found.to)
            claim.phrases[field] = Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
          }
        }
        if number == 0 { claim.rule = rule }
        return false
      }
      if isDropped { return false }
      if number == 0, claim.rule < 0 {
        if claim.kind == .number {
          if quantity.form == .arabic || quantity.form == .scaled {
            unread.append((quantity.start..<quantity.end, "a number without unit or counted thing"))
          }
          return false
        }
      }
    }
    if claim.kind == .percentage, quantity.kind == .number { claim.quantity.turnIntoShare() }
    if let verb = claim.phrases[.predicate], let measure = claim.phrases[.measure], !endsInSuffix(verb) {
      claim.phrases[.measure] = MeasureEdge.clear(measure, of: verb, before: quantity.start)
    }
    if let measure = claim.phrases[.measure], let name = MeasureEdge.nameBefore(measure, cells) {
      claim.phrases[.measure] = name.upperBound..<measure.upperBound
      if claim.phrases[.qualifier] == nil { claim.phrases[.qualifier] = name }
    }
    claims.append(claim)
    return true
  }

  /// Whether the verb is half a noun: 补贴 of 补贴性培训.
  private func endsInSuffix(_ verb: Range<Int>) -> Bool {
    for token in tokens where Int(token.start) >= verb.upperBound {
      return Int(token.start) == verb.upperBound && suffixes.contains(token.symbol)
    }
    return false
  }
}

extension NumeralSpan {
  var holdsQuantity: Bool {
    switch sort {
    case .quantity, .unread: true
    default: false
    }
  }
}

/// What the later members of a sentence's lists take over: the last phrase of each field, and the last by unit.
struct SharedPhrases {
  private(set) var last = Claim.Phrases()
  private var units: [(unit: Int, phrases: Claim.Phrases)] = []

  mutating func removeAll() {
    last = Claim.Phrases()
    units.removeAll(keepingCapacity: true)
  }

  mutating func add(_ phrases: Claim.Phrases, unit: Int) {
    last.merge(phrases)
    guard phrases[.measure] != nil else { return }
    if let index = units.firstIndex(where: { $0.unit == unit }) {
      units[index].phrases = phrases
    } else {
      units.append((unit, phrases))
    }
  }

  func phrases(ofUnit unit: Int) -> Claim.Phrases? { units.first { $0.unit == unit }?.phrases }
}
