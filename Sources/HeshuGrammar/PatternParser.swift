/// Reads the pattern language of `Grammars/README.md`; one error ends it.
struct PatternParser {
  struct Failure: Error {
    let offset: Int
    let length: Int
    let message: String
    let code: String
  }

  private let text: [Character]
  private var at = 0
  private var depth = 0
  private let definitions: [String: Pattern]
  /// Where names stand, so that an unknown one can be shown in place.
  private(set) var names: [(name: String, offset: Int)] = []
  /// In a character alphabet a literal of several characters is a sequence.
  private let byCharacter: Bool
  /// Literals are folded as the text is: 個 in a pattern is 个.
  private let folding: Folding

  init(_ text: String, definitions: [String: Pattern], byCharacter: Bool, folding: Folding) {
    self.text = Array(text)
    self.definitions = definitions
    self.byCharacter = byCharacter
    self.folding = folding
  }

  mutating func parse() throws -> Pattern {
    let pattern = try alternatives()
    if at < text.count {
      throw Failure(
        offset: at, length: 1, message: "found '\(text[at])'; expected the end of the pattern",
        code: "unbalanced")
    }
    return pattern
  }

  private var next: Character? { at < text.count ? text[at] : nil }

  private mutating func skipSpaces() { while let c = next, c == " " || c == "\n" { at += 1 } }

  private mutating func alternatives() throws -> Pattern {
    depth += 1
    defer { depth -= 1 }
    if depth > 40 {
      throw Failure(
        offset: at, length: 1, message: "more than 40 levels of brackets", code: "too-deep")
    }
    var branches = [try sequence()]
    while next == "|" {
      at += 1
      branches.append(try sequence())
    }
    return branches.count == 1 ? branches[0] : .either(branches)
  }

  private mutating func sequence() throws -> Pattern {
    var items: [Pattern] = []
    skipSpaces()
    while let c = next, c != "|", c != ")", c != "}" {
      items.append(try quantified())
      skipSpaces()
    }
    return items.count == 1 ? items[0] : items.isEmpty ? .empty : .sequence(items)
  }

  private mutating func quantified() throws -> Pattern {
    let start = at
    let item = try atom()
    guard let c = next, "?*+{".contains(c), c != "{" || isCount(after: at + 1) else { return item }
    var (low, high): (Int, Int?) = c == "?" ? (0, 1) : c == "*" ? (0, nil) : (1, nil)
    at += 1
    if c == "{" { (low, high) = try counts() }
    var greedy = true
    if next == "?" {
      greedy = false
      at += 1
    }
    if case .anchor = item {
      throw Failure(
        offset: start, length: at - start, message: "the anchor stands once, it cannot be repeated",
        code: "repeated-anchor")
    }
    return .repeated(item, min: low, max: high, greedy: greedy)
  }

  private func isCount(after index: Int) -> Bool {
    index < text.count && text[index].isASCII && text[index].isNumber
  }

  private mutating func counts() throws -> (Int, Int?) {
    let start = at
    var parts: [Int?] = [nil]
    while let c = next, c != "}" {
      if c == "," {
        parts.append(nil)
      } else if let d = c.wholeNumberValue {
        parts[parts.count - 1] = (parts[parts.count - 1] ?? 0) * 10 + d
      } else {
        break
      }
      at += 1
    }
    guard next == "}", let low = parts[0], parts.count <= 2, low <= 200, (parts.last! ?? 0) <= 200
    else {
      throw Failure(
        offset: start, length: max(1, at - start),
        message: "expected a count such as {2} or {2,5}, at most 200", code: "bad-count")
    }
    at += 1
    return (low, parts.count == 1 ? low : parts[1])
  }

  private mutating func atom() throws -> Pattern {
    let start = at
    guard let c = next else { return .empty }
    switch c {
    case "(":
      at += 1
      var look: Bool?
      if next == "?", at + 1 < text.count, text[at + 1] == "=" || text[at + 1] == "!" {
        look = text[at + 1] == "="
        at += 2
      }
      let inner = try alternatives()
      try expect(")", opened: start)
      return look.map { .look(inner, wanted: $0) } ?? inner
    case "{":
      at += 1
      let name = identifier()
      if name.isEmpty {
        throw Failure(
          offset: at, length: 1, message: "expected a name after '{', such as {measure:NP}",
          code: "no-name")
      }
      if name == "q" || name == "n" {
        var set: TokenSet?
        if next == ":" {
          at += 1
          skipSpaces()
          guard case .one(let found) = try atom() else {
            throw Failure(
              offset: start, length: at - start,
              message: "the anchor takes one class, such as {q:Amount}", code: "bad-anchor")
          }
          set = found
        }
        try expect("}", opened: start)
        return .anchor(set)
      }
      guard next == ":" else {
        throw Failure(
          offset: at, length: 1, message: "expected ':' after '{\(name)'", code: "no-colon")
      }
      at += 1
      let inner = try alternatives()
      try expect("}", opened: start)
      return .capture(name, inner)
    case "[": return .one(try set())
    case ".":
      at += 1
      var any = TokenSet()
      any.inverted = true
      return .one(any)
    case "?", "*", "+", "]", "!", "^":
      throw Failure(
        offset: at, length: 1,
        message: "found '\(c)' with nothing before it; to mean the character write \\\(c)",
        code: "dangling")
    default:
      if c.isASCII, c.isLetter { return try named() }
      return literal()
    }
  }

  private mutating func named() throws -> Pattern {
    let start = at
    let name = identifier()
    if let defined = definitions[name] { return defined }
    names.append((name, start))
    return .one(TokenSet(any: [.named(name)]))
  }

  private func item(_ word: [Character]) -> TokenSet.Item { .literal(folding.folded(String(word))) }
  private func item(_ c: Character) -> TokenSet.Item { item([c]) }

  private mutating func literal() -> Pattern {
    var word: [Character] = []
    while let c = next, !" |(){}[]?*+.!^\n".contains(c), !(c.isASCII && c.isLetter) {
      if c == "\\" {
        at += 1
        guard let escaped = next else { break }
        word.append(escaped)
      } else {
        word.append(c)
      }
      at += 1
    }
    if byCharacter {
      // A repetition sign belongs to the last character only.
      if word.count > 1, let c = next, "?*+{".contains(c) {
        at -= 1
        word.removeLast()
      }
      let ones = word.map { Pattern.one(TokenSet(any: [item($0)])) }
      return ones.count == 1 ? ones[0] : .sequence(ones)
    }
    return .one(TokenSet(any: [item(word)]))
  }

  /// `[Noun 和 !Verb]`: a noun or the word 和, and not a verb; `[Noun &People]`: both; `[^Stop]`: anything but a stop.
  private mutating func set() throws -> TokenSet {
    let start = at
    at += 1
    var set = TokenSet()
    if next == "^" {
      set.inverted = true
      at += 1
    }
    while true {
      skipSpaces()
      guard let c = next else { break }
      if c == "]" {
        at += 1
        return set
      }
      var target = \TokenSet.any
      if c == "!" || c == "&" {
        at += 1
        target = c == "!" ? \.none : \.all
      }
      if let d = next, d.isASCII, d.isLetter {
        let nameStart = at
        let name = identifier()
        if case .one(let defined)? = definitions[name], !defined.inverted, defined.none.isEmpty,
          defined.all.isEmpty
        {
          set[keyPath: target] += defined.any
        } else {
          names.append((name, nameStart))
          set[keyPath: target].append(.named(name))
        }
      } else {
        let word = setLiteral()
        if byCharacter {
          set[keyPath: target] += word.map { item($0) }
        } else {
          set[keyPath: target].append(item(word))
        }
      }
    }
    throw Failure(
      offset: start, length: 1, message: "'[' is never closed; expected ']'", code: "unbalanced")
  }

  /// Inside brackets only `]`, a space, `!` and `&` mean something.
  private mutating func setLiteral() -> [Character] {
    var word: [Character] = []
    while let c = next, !"] !&\n".contains(c), !(c.isASCII && c.isLetter) {
      if c == "\\", at + 1 < text.count { at += 1 }
      word.append(text[at])
      at += 1
    }
    return word
  }

  private mutating func identifier() -> String {
    var name = ""
    while let c = next, c.isASCII, c.isLetter || c.isNumber || c == "-" {
      name.append(c)
      at += 1
    }
    return name
  }

  private mutating func expect(_ c: Character, opened: Int) throws {
    guard next == c else {
      throw Failure(
        offset: opened, length: 1, message: "'\(text[opened])' is never closed; expected '\(c)'",
        code: "unbalanced")
    }
    at += 1
  }
}
