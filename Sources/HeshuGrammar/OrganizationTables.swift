/// What names of organisations end in, the levels before them, and family names.
public struct OrganizationTables: Sendable {
  /// How a head makes a name; see `organizations/heads.tsv`.
  public enum Sort: UInt8, Sendable, CaseIterable {
    case proper, organ, alone, unit, levels, brand, union
  }

  /// Heads backwards; the value is a raw `Sort`.
  public var heads = Trie.empty
  /// Levels backwards; the value is a raw `PlaceTables.Level`.
  public var levels = Trie.empty
  /// Family names.
  public var surnames = Trie.empty
  /// Titles and words for people that stand before a name, backwards.
  public var titles = Trie.empty
  public var people = Trie.empty

  /// Characters that such a word has.
  public static let titleLengths = 2...8

  public init() {}
}

extension GrammarCompiler {
  /// `organizations/heads.tsv`, `organizations/levels.tsv`, `people/surnames.tsv`.
  mutating func compileOrganizations() {
    var tables = OrganizationTables()
    var heads: [([UInt16], Int)] = []
    if let table = table("organizations/heads.tsv", ["head", "flags"]) {
      for row in table.rows {
        guard let sort = OrganizationTables.Sort.allCases.first(where: { "\($0)" == row[1] }) else {
          let names = OrganizationTables.Sort.allCases.map { "\($0)" }.joined(separator: ", ")
          diagnostics.append(table.diagnostic(row, 1, "unknown flag '\(row[1])'; expected \(names)", "unknown-flag"))
          continue
        }
        heads.append((grammar.folding.fold(row[0]).reversed(), Int(sort.rawValue)))
      }
    }
    tables.heads = Trie(heads)
    var levels: [([UInt16], Int)] = []
    if let table = table("organizations/levels.tsv", ["word", "level"]) {
      for row in table.rows {
        guard let level = PlaceTables.Level.allCases.first(where: { "\($0)" == row[1] }) else {
          diagnostics.append(table.diagnostic(row, 1, "unknown level '\(row[1])'", "unknown-level"))
          continue
        }
        levels.append((grammar.folding.fold(row[0]).reversed(), Int(level.rawValue)))
      }
    }
    tables.levels = Trie(levels)
    tables.surnames = Trie(
      (table("people/surnames.tsv", ["surname"])?.rows ?? []).enumerated().map { (grammar.folding.fold($1[0]), $0) })
    grammar.organizations = tables
  }
}

extension GrammarCompiler {
  /// Titles and words for people; after the words.
  mutating func compileTitles() {
    for (name, path) in [("Title", \OrganizationTables.titles), ("PeopleNoun", \.people)] {
      let symbols = grammar.symbols(of: name)
      grammar.organizations[keyPath: path] = grammar.wordTrie.backwards(OrganizationTables.titleLengths) {
        symbols.contains(UInt16($0))
      }
    }
  }
}

extension OrganizationTables {
  func write(to image: inout ImageWriter) {
    heads.write(to: &image)
    levels.write(to: &image)
    for trie in [surnames, titles, people] { trie.write(to: &image) }
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    heads = try Trie(&image)
    levels = try Trie(&image)
    surnames = try Trie(&image)
    titles = try Trie(&image)
    people = try Trie(&image)
  }
}
