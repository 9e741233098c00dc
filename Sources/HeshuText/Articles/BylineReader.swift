/// Reads a byline from a place on: mark, source, then roles and names, in brackets or not, then 报道
/// or 摄.
///
/// The invariant: nothing is a byline without a sign of its own: a role, a source, a mark or
/// brackets with family names only.
struct BylineReader {
  let view: LineView
  var at = 0
  var byline = Byline()
  var hasMark = false
  var isBracketed = false
  var hasRole = false
  var hasCredit = false
  /// A role is glued to its name: 记者羊大江.
  var isGlued = false
  /// The rule found where it began, so that none is asked twice.
  var found: (place: Int, match: LineRules.Match)?
  /// Where the text goes on after 本报讯 when no names follow.
  var sourceEnd = 0

  var rules: LineRules { view.rules }
  func cell(_ index: Int) -> UInt16 { index < view.count ? view.cells[index] : 0 }

  /// The byline that begins at cell `start`, or nil.
  /// `first` is what the caller found there already.
  static func read(_ view: LineView, at start: Int = 0, first: LineRules.Match? = nil) -> Byline? {
    var reader = BylineReader(view: view, at: start, first: first)
    return reader.read()
  }

  private init(view: LineView, at: Int, first: LineRules.Match?) {
    self.view = view
    self.at = at
    found = first.map { (at, $0) }
  }

  /// The role, source or mark at a place.
  mutating func sign(at place: Int) -> LineRules.Match? {
    if let found, found.place == place { return found.match }
    guard rules.opens(cell(place)), let match = rules.match(.byline, at: place) else {
      return nil
    }
    found = (place, match)
    return match
  }

  private mutating func read() -> Byline? {
    readOpening()
    readNames()
    if isBracketed, byline.entries.isEmpty && byline.hasSource || !close() {
      // A bracket after 本报讯 that holds no names.
      guard byline.hasSource else { return nil }
      byline.entries = []
      at = sourceEnd
    }
    at = view.skipSpaces(at)
    byline.isWhole = at == view.count && view.isWhole
    byline.end = at
    if byline.hasSource { return byline }
    let names = byline.entries
    guard !names.isEmpty else { return nil }
    if byline.isWhole {
      if hasRole && (!isGlued || hasCredit || names.count > 1 || areFamilyNames) { return byline }
      if (hasMark || isBracketed) && areFamilyNames { return byline }
      return hasCredit ? byline : nil
    }
    if isBracketed { return hasRole || areFamilyNames ? byline : nil }
    return hasRole && hasCredit ? byline : nil
  }

  private var areFamilyNames: Bool {
    byline.entries.allSatisfy { rules.match(.init(.surname), at: $0.name.lowerBound) != nil }
  }

  /// ■, 【, （, 本报讯, 新华社南昌3月8日电, and the bracket after them.
  private mutating func readOpening() {
    if let mark = sign(at: at), mark.sort == .mark {
      hasMark = true
      at = view.skipSpaces(mark.end)
    }
    readBracket()
    guard let source = sign(at: at), source.sort == .source else { return }
    byline.hasSource = true
    byline.place = rules.capture("place", of: source, at: at)
    at = source.end
    if isBracketed, isClosing(cell(view.skipSpaces(at))) {
      at = view.skipSpaces(at) + 1
      isBracketed = false
    }
    sourceEnd = at
    let next = view.skipSpaces(at)
    if isOpening(cell(next)) {
      at = next
      readBracket()
    } else if let role = sign(at: next), role.sort == .role {
      at = next
    }
  }

  private mutating func readBracket() {
    guard isOpening(cell(at)) else { return }
    isBracketed = true
    at = view.skipSpaces(at + 1)
  }

  func isOpening(_ cell: UInt16) -> Bool { cell == 0xFF08 || cell == 0x3010 }
  func isClosing(_ cell: UInt16) -> Bool { cell == 0xFF09 || cell == 0x3011 }

  /// Goes behind the closing bracket, over what else stands inside: （记者陈敬亭整理　咨询电话：…）.
  private mutating func close() -> Bool {
    var end = at
    while end < view.count, !isClosing(cell(end)) {
      if cell(end) == 0x3002 || end - at > 40 { return false }
      end += 1
    }
    guard end < view.count, end == at || hasRole else { return false }
    at = end + 1
    return true
  }
}
