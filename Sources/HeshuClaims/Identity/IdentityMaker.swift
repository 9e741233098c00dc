internal import HeshuGrammar
internal import HeshuNumerals
internal import HeshuSegments
internal import HeshuText

/// Makes `group` and `key` of claims: what two claims must share to be about the same figure.
///
/// 全区新增高技能人才5126人 → group `技能人才@330109`, key `m:技能人才;q:高;d:人;s:flow;v:flow;t:…;p:`. Synonyms, the order of
/// words and level words are evened out by the tables of `identity/`; Traditional script is folded. The bytes of a
/// paragraph's claims lie behind one another; a claim has their places. One a thread.
final class IdentityMaker {
  private let grammar: Grammar
  private let tables: IdentityTables
  let bytes = ByteStore()
  /// The words of the claim at hand, one after another, and where each stands.
  private let letters = ByteStore()
  @exclusivity(unchecked) private var words: [Range<Int>] = []

  init(_ grammar: Grammar) {
    self.grammar = grammar
    tables = grammar.identity
  }

  /// A new paragraph: the places of the one before are no longer valid.
  func begin() { bytes.removeAll() }

  /// Sets both on a claim whose other fields stand; `tokens` are the words of its sentence.
  func settle(
    _ claim: inout Claim, _ tokens: [Token], _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>
  ) {
    letters.removeAll()
    words.removeAll(keepingCapacity: true)
    var head: Range<Int>?
    if let measure = claim.phrases[.measure] {
      add(Self.withoutBracket(measure, text), tokens, text)
      head = words.popLast()
    }
    if let qualifier = claim.phrases[.qualifier] { add(qualifier, tokens, text) }
    if let beneficiary = claim.beneficiary { add(beneficiary, tokens, text) }
    if words.count > 1 { words.sort { letters[$0].lexicographicallyPrecedes(letters[$1]) } }
    let start = bytes.count
    addGroup(head, claim, source)
    let middle = bytes.count
    addKey(head, claim, text)
    claim.group = start..<middle
    claim.key = middle..<bytes.count
  }

  private func addGroup(_ head: Range<Int>?, _ claim: Claim, _ source: UnsafeBufferPointer<UInt8>) {
    if let head { bytes.append(letters[head]) } else { addDimension(claim) }
    bytes.append(0x40)
    if let place = claim.place {
      bytes.append(place.code.isEmpty ? place.name : place.code)
    } else if let actor = claim.actor {
      if actor.name.isEmpty {
        bytes.append(UnsafeBufferPointer(rebasing: source[actor.span.bytes]))
      } else {
        bytes.append(actor.name)
      }
    } else {
      bytes.append(0x3F)
    }
  }

  private func addKey(_ head: Range<Int>?, _ claim: Claim, _ text: ReadingText) {
    bytes.append("m:")
    if let head { bytes.append(letters[head]) }
    bytes.append(";q:")
    var last: Range<Int>?
    for word in words {
      if let last, letters[last].elementsEqual(letters[word]) { continue }
      if let head, letters[head].elementsEqual(letters[word]) { continue }
      if last != nil { bytes.append(0x2B) }
      bytes.append(letters[word])
      last = word
    }
    bytes.append(";d:")
    addDimension(claim)
    bytes.append(";s:")
    bytes.append(claim.state)
    bytes.append(";v:")
    if let name = Grammar.predicateClassName(claim.predicateClass) { bytes.append(name) }
    bytes.append(";t:")
    if let period = claim.period, period.start != nil || period.end != nil {
      period.start?.write(to: bytes)
      bytes.append("..")
      period.end?.write(to: bytes)
    }
    bytes.append(";p:")
    if let per = claim.phrases[.per] { addCells(text, per.lowerBound, per.upperBound, to: bytes) }
  }

  private func addDimension(_ claim: Claim) {
    if claim.quantity.unit >= 0 {
      bytes.append(tables.dimensions[claim.quantity.unit])
    } else {
      // A number without unit.
      switch claim.kind {
      case .percentage: bytes.append("%")
      case .amount: bytes.append("CNY")
      default: bytes.append("个")
      }
    }
  }

  // MARK: words

  /// 镇街(平台) is the same as 镇街: the bracket behind a noun adds to it.
  private static func withoutBracket(_ phrase: Range<Int>, _ text: ReadingText) -> Range<Int> {
    guard text.cells[phrase.upperBound - 1] == 0xFF09,
      let open = phrase.reversed().first(where: { text.cells[$0] == 0xFF08 }), open > phrase.lowerBound
    else { return phrase }
    return phrase.lowerBound..<open
  }

  /// Adds the words of a phrase in their normal form: the longest row of the table from each word on, else the word itself.
  private func add(_ phrase: Range<Int>, _ tokens: [Token], _ text: ReadingText) {
    var at = phrase.lowerBound
    for token in tokens where Int(token.start) >= at && token.end > token.start {
      if Int(token.end) > phrase.upperBound { break }
      let start = Int(token.start)
      if let (end, row) = tables.words.longest(text.cells, start, phrase.upperBound), end >= Int(token.end) {
        add(row: row)
        at = end
      } else {
        addCompound(text, start, Int(token.end))
        at = Int(token.end)
      }
    }
  }

  private func add(row: Int) {
    for word in tables.means[row] {
      let from = letters.count
      letters.append(word)
      words.append(from..<letters.count)
    }
  }

  /// Adds a word without a row: a head that it ends in goes by itself (女会员 → 女, 会员).
  private func addCompound(_ text: ReadingText, _ start: Int, _ end: Int) {
    if let (from, row) = tables.heads.longestBackward(text.cells, end, start), from > start {
      if let (all, row) = tables.words.longest(text.cells, start, from), all == from {
        add(row: row)
      } else {
        addWord(text, start, from)
      }
      add(row: row)
    } else {
      addWord(text, start, end)
    }
  }

  private func addWord(_ text: ReadingText, _ start: Int, _ end: Int) {
    let from = letters.count
    addCells(text, start, end, to: letters)
    if letters.count > from { words.append(from..<letters.count) }
  }

  /// The folded characters of some cells as UTF-8, without signs and spaces.
  private func addCells(_ text: ReadingText, _ start: Int, _ end: Int, to bytes: ByteStore) {
    for cell in start..<end {
      let character = text.cells[cell]
      switch character {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(UInt8(character))
      case 0x3400...0x9FFF:
        bytes.append(0xE0 | UInt8(character >> 12))
        bytes.append(0x80 | UInt8(character >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(character & 0x3F))
      default: break
      }
    }
  }
}

extension Claim {
  /// What sort of statement it is; figures of two sorts are never the same.
  var state: StaticString {
    switch status {
    case .planned: return "plan"
    case .conditional: return "condition"
    case .actual: break
    }
    if change != nil { return "change" }
    if phrases[.per] != nil { return "rate" }
    if kind == .percentage { return "share" }
    switch predicateClass {
    case .stock: return "stock"
    case .flow, .payment, .award, .coverage: return "flow"
    default: return period?.kind == .asOf ? "stock" : "level"
    }
  }
}
