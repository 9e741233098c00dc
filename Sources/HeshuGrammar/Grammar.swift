/// All that Heshu knows of the language, compiled; shared by all threads.
///
/// A class so that handing it on costs nothing. It is written only while it is compiled or loaded, before anyone else has
/// it: hence `@unchecked Sendable`.
public final class Grammar: @unchecked Sendable {
  /// A digest of the grammar files, 32 hex digits; the `grammars` field of every document record.
  @exclusivity(unchecked) public var hash = ""
  @exclusivity(unchecked) public var folding = Folding(pairs: [])
  @exclusivity(unchecked) public var numerals = NumeralTables()
  @exclusivity(unchecked) public var units: [Unit] = []
  @exclusivity(unchecked) public var unitTrie = Trie.empty
  /// Fixed terms with a numeral inside; the value is an index into `termReads`.
  @exclusivity(unchecked) public var termTrie = Trie.empty
  @exclusivity(unchecked) public var termReads: [String] = []
  /// For a character inside a term, how many characters before it a term can begin.
  @exclusivity(unchecked) public var termReach: [UInt8] = []
  /// Words of the lexicon, the terms and the literals of rules; the value is the word's symbol.
  @exclusivity(unchecked) public var wordTrie = Trie.empty
  /// Symbols of single characters in the patterns over characters.
  @exclusivity(unchecked) public var characterSymbols: [UInt16] = []
  /// The symbols of tokens that are no words, by name: `Unknown`, `Latin`, `Number`, `Space`, a reading's name.
  @exclusivity(unchecked) public var tokenSymbols: [String: UInt16] = [:]
  /// The symbol of a quantity token for each unit; those without unit have names (`BareArabic` …).
  @exclusivity(unchecked) public var unitSymbols: [UInt16] = []
  /// For each class the symbols that have it, a bit each.
  @exclusivity(unchecked) public var classes: [String: [UInt64]] = [:]
  /// Over characters: `readings/`, what is no quantity; `lines/`, what a line of a newsletter is.
  @exclusivity(unchecked) public var characterLayers: [Layer] = []
  /// Over words, in the order of master.yaml.
  @exclusivity(unchecked) public var layers: [Layer] = []
  /// Over words among which times, places, organisations and persons are one each.
  @exclusivity(unchecked) public var mentionLayers: [Layer] = []

  /// For each symbol of a word the class a predicate of it has in the records (新增: flow), by the first that fits.
  @exclusivity(unchecked) public private(set) var predicateClasses: [PredicateClass] = []

  /// Derives what is looked up by symbol; called once the classes stand.
  func finish() {
    // As many as there are symbols: every class has a bit for each.
    predicateClasses = Array(repeating: .none, count: (classes.values.map(\.count).max() ?? 0) * 64)
    for kind in PredicateClass.allCases.dropFirst().reversed() {
      let set = symbols(of: kind.word)
      for symbol in predicateClasses.indices where set.contains(UInt16(symbol)) { predicateClasses[symbol] = kind }
    }
  }

  /// The class of a predicate: 新增 is flow, 覆盖 coverage; `none` for words of no such class.
  public func predicateClass(_ cells: UnsafePointer<UInt16>, _ range: Range<Int>) -> PredicateClass {
    guard let (end, symbol) = wordTrie.longest(cells, range.lowerBound, range.upperBound), end == range.upperBound
    else {
      return .none
    }
    return predicateClasses[symbol]
  }

  /// Heads of organisations' names, family names.
  @exclusivity(unchecked) public var organizations = OrganizationTables()
  /// The gazetteer.
  @exclusivity(unchecked) public var places = PlaceTables()
  /// What makes two figures the same one.
  @exclusivity(unchecked) public var identity = IdentityTables()
  /// The words of `times/`.
  @exclusivity(unchecked) public var times = TimeTables()

  public init() {}

  /// Whether tokens of this symbol have the class; for the few classes the mechanisms themselves ask for.
  public func symbols(of name: String) -> SymbolSet { SymbolSet(bits: classes[name] ?? []) }

  /// The same for any of several classes.
  public func symbols(of names: [String]) -> SymbolSet {
    var bits: [UInt64] = []
    for name in names {
      for (index, word) in (classes[name] ?? []).enumerated() {
        if index == bits.count { bits.append(word) } else { bits[index] |= word }
      }
    }
    return SymbolSet(bits: bits)
  }

  /// The classes of a symbol, in alphabetical order; for `explain`.
  public func classNames(of symbol: UInt16) -> [String] {
    classes.filter { SymbolSet(bits: $0.value).contains(symbol) }.map(\.key).sorted()
  }

  public func layer(_ folder: String) -> Layer? {
    (layers + mentionLayers).first { $0.folder == folder } ?? characterLayers.first { $0.folder == folder }
  }

  public var readings: Layer {
    characterLayers.first { $0.folder == "readings" } ?? Layer(folder: "readings")
  }
}

/// A set of symbols, tested by one bit.
public struct SymbolSet: Sendable {
  @usableFromInline let bits: [UInt64]

  @inlinable @inline(__always)
  public func contains(_ symbol: UInt16) -> Bool {
    let word = Int(symbol >> 6)
    return bits.withUnsafeBufferPointer { word < $0.count && $0[word] >> UInt64(symbol & 63) & 1 == 1 }
  }
}

/// One row of `units/`: 公里 is a measurement, UCUM km, 1000 m.
public struct Unit: Sendable, Hashable {
  public var text: String
  public var kind: Kind
  /// UCUM or ISO 4217, empty when there is none.
  public var code: String
  /// One unit is `numerator / denominator` of the base unit; 0/1 when no factor is known.
  public var numerator: Int64
  public var denominator: Int64
  public var base: String
  /// The file it stands in: people, money, time.
  public var family: String
  public var flags: Flags
  /// The unit that the same word is beside units of another dimension: 分 of money is 分钟 beside 秒.
  public var twin: Int?

  public struct Flags: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// May follow 个: 3个小时.
    public static let ge = Flags(rawValue: 1)
    /// A plain noun as well.
    public static let noun = Flags(rawValue: 2)
    /// A unit only where nothing else reads it.
    public static let weak = Flags(rawValue: 4)
    /// Only where no Latin letter follows.
    public static let latin = Flags(rawValue: 8)
    /// Its name holds 半 and adds a half: 一分半钟.
    public static let half = Flags(rawValue: 16)
    /// May stand before a single digit for one and so many tenths: 米九.
    public static let one = Flags(rawValue: 32)
    /// Names what it counts by itself: 人, 人次.
    public static let whole = Flags(rawValue: 64)
  }
}

/// What a quantity is; the names are those of the record contract.
public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
  case number, ordinal, count, amount, percentage, multiple, measurement, duration

  public var name: String {
    switch self {
    case .number: "number"
    case .ordinal: "ordinal"
    case .count: "count"
    case .amount: "amount"
    case .percentage: "percentage"
    case .multiple: "multiple"
    case .measurement: "measurement"
    case .duration: "duration"
    }
  }
  public init?(name: some StringProtocol) {
    guard let found = Kind.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}

/// What the words around a number make of it; the names are those of the record contract.
public enum Modifier: UInt8, Sendable, Hashable, CaseIterable {
  case exact, over, atLeast, nearly, under, atMost, about, range, vague
  /// The words only look like a modifier: 要约 in 要约1804份.
  case none

  public var name: String {
    switch self {
    case .exact: "exact"
    case .over: "over"
    case .atLeast: "atLeast"
    case .nearly: "nearly"
    case .under: "under"
    case .atMost: "atMost"
    case .about: "about"
    case .range: "range"
    case .vague: "vague"
    case .none: "none"
    }
  }
}

/// The words of `numerals/`.
public struct NumeralTables: Sendable {
  /// What a character can be inside a numeral.
  public enum Form: UInt8, Sendable, CaseIterable {
    case none, arabic, han, formal, tens, zero, scale, big, latin, point, comma, vague, several,
      half, sign, space
    case fraction, also, inside, bare, opening
  }

  /// The form of every cell, and its digit or power of ten.
  public var forms: [UInt8] = Array(repeating: 0, count: 65536)
  public var values: [UInt8] = Array(repeating: 0, count: 65536)
  /// Cells at which a numeral can begin: 1 always, 2 only if more of it follows.
  public var starts: [UInt8] = Array(repeating: 0, count: 65536)
  /// Words before a number, reversed; inside it; after the quantity. Values are raw `Modifier`s.
  public var before = Trie.empty
  /// 大 before 半 (大半年), 上 before a bare scale word (上百家), what may stand between a word and its number (超过了).
  public var half = Trie.empty
  public var bare = Trie.empty
  public var fillers = Trie.empty
  public var inside = Trie.empty
  public var after = Trie.empty
  /// 数以万计: a whole vague numeral; the value is an index into `vagueBounds`.
  public var vague = Trie.empty
  public var vagueBounds: [(lower: Int64, upper: Int64)] = []
  /// What joins two ends of a range (1), members of a list (2), parts of a compound (3).
  public var joints = Trie.empty
  /// Currency and scale words that stand before a number: 人民币, ¥, 摄氏; reversed; values index `prefixCodes`.
  public var prefixes = Trie.empty
  public var prefixCodes: [String] = []
  /// The rows, kept for the image and for `heshu grammars`.
  var characters: [(UInt16, UInt8, UInt8)] = []

  public init() {}
}
