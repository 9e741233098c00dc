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

extension OrganizationTables {
  func write(to image: inout ImageWriter) {
    heads.write(to: &image)
    levels.write(to: &image)
    surnames.write(to: &image)
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    heads = try Trie(&image)
    levels = try Trie(&image)
    surnames = try Trie(&image)
  }
}
