internal import HeshuGrammar
internal import HeshuNumerals
internal import HeshuSegments
internal import HeshuText

/// Makes `group` and `key` of claims: what two claims must share to be about the same figure.
///
/// 全区新增高技能人才5126人 → group `技能人才@330109`, key `m:技能人才;q:高;d:人;s:flow;v:flow;t:…;p:`. Synonyms, the order of
/// words and level words are evened out by the tables of `identity/`; Traditional script is folded. One a thread.
final class IdentityMaker {
  private let grammar: Grammar
  private var words: [[UInt8]] = []
  private var out: [UInt8] = []

  init(_ grammar: Grammar) { self.grammar = grammar }

  /// Sets both on a claim whose other fields stand; `tokens` are the words of its sentence.
  func settle(_ claim: inout Claim, _ tokens: [Token], _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {
    words.removeAll(keepingCapacity: true)
    let dimension = claim.quantity.unit >= 0 ? grammar.identity.dimensions[claim.quantity.unit] : Self.bare(claim)
    var head: [UInt8] = []
    if let measure = claim.phrases[.measure] {
      add(measure, tokens, text)
      head = words.popLast() ?? []
    }
    if let qualifier = claim.phrases[.qualifier] { add(qualifier, tokens, text) }
    if let beneficiary = claim.beneficiary { add(beneficiary, tokens, text) }
    words.sort { $0.lexicographicallyPrecedes($1) }
    claim.group = group(head.isEmpty ? dimension : head, claim, source)
    claim.key = key(head, dimension, claim)
  }

  private func group(_ head: [UInt8], _ claim: Claim, _ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var group = head + [0x40]
    if let place = claim.place {
      group += place.code.isEmpty ? place.name : place.code
    } else if let actor = claim.actor {
      group += actor.name.isEmpty ? Array(source[actor.span.bytes]) : actor.name
    } else {
      group.append(0x3F)
    }
    return group
  }

  private func key(_ head: [UInt8], _ dimension: [UInt8], _ claim: Claim) -> [UInt8] {
    out.removeAll(keepingCapacity: true)
    add("m:")
    out += head
    add(";q:")
    var last: [UInt8]?
    for word in words where word != last && word != head {
      if last != nil { out.append(0x2B) }
      out += word
      last = word
    }
    add(";d:")
    out += dimension
    add(";s:")
    add(state(claim))
    add(";v:")
    if let name = claim.predicateClass { out += name.utf8 }
    add(";t:")
    if let period = claim.period, period.start != nil || period.end != nil {
      if let start = period.start { out += start.bytes }
      add("..")
      if let end = period.end { out += end.bytes }
    }
    add(";p:")
    if let per = claim.per { out += per }
    return out
  }

  private func add(_ text: StaticString) {
    out.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// What sort of statement it is; figures of two sorts are never the same.
  private func state(_ claim: Claim) -> StaticString {
    switch claim.status {
    case .planned: return "plan"
    case .conditional: return "condition"
    case .actual: break
    }
    if claim.change != nil { return "change" }
    if claim.phrases[.per] != nil { return "rate" }
    if claim.kind == .percentage { return "share" }
    switch claim.predicateClass {
    case "stock": return "stock"
    case "flow", "payment", "award", "coverage": return "flow"
    default: return claim.period?.kind == .asOf ? "stock" : "level"
    }
  }

  /// The dimension of a number without unit.
  private static func bare(_ claim: Claim) -> [UInt8] {
    switch claim.kind {
    case .percentage: Array("%".utf8)
    case .amount: Array("CNY".utf8)
    default: Array("个".utf8)
    }
  }

  /// Adds the words of a phrase in their normal form: the longest row of the table from each word on, else the word itself.
  private func add(_ phrase: Range<Int>, _ tokens: [Token], _ text: ReadingText) {
    var at = phrase.lowerBound
    for token in tokens where Int(token.start) >= at && Int(token.end) <= phrase.upperBound && token.end > token.start {
      let start = Int(token.start)
      if let (end, row) = grammar.identity.words.longest(text.cells, start, phrase.upperBound), end >= Int(token.end) {
        words += grammar.identity.means[row]
        at = end
      } else {
        addCompound(text, start, Int(token.end))
        at = Int(token.end)
      }
    }
  }

  /// Adds a word without a row: a head that it ends in goes by itself (女会员 → 女, 会员).
  private func addCompound(_ text: ReadingText, _ start: Int, _ end: Int) {
    if let (from, row) = grammar.identity.heads.longestBackward(text.cells, end, start), from > start {
      let rest = Self.word(text, start, from)
      if let (all, row) = grammar.identity.words.longest(text.cells, start, from), all == from {
        words += grammar.identity.means[row]
      } else if !rest.isEmpty {
        words.append(rest)
      }
      words += grammar.identity.means[row]
    } else {
      let word = Self.word(text, start, end)
      if !word.isEmpty { words.append(word) }
    }
  }

  /// The folded characters of a word as UTF-8, without signs and spaces.
  static func word(_ text: ReadingText, _ start: Int, _ end: Int) -> [UInt8] {
    var bytes: [UInt8] = []
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
    return bytes
  }
}
