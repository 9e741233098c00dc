/// `identity/`: what makes two figures the same one. Words of a measure in their normal form, dimensions of classifiers.
public struct IdentityTables: Sendable {
  /// Words with a normal form of their own; values index `means`.
  public var words = Trie.empty
  /// The same words backwards, of those that are also the head of longer ones (会员 of 女会员).
  public var heads = Trie.empty
  /// The normal forms, UTF-8: modifiers first, the head last; empty for words that are left out.
  public var means: [[[UInt8]]] = []
  /// For each unit of the grammar its dimension, UTF-8.
  public var dimensions: [[UInt8]] = []

  public init() {}
}

extension GrammarCompiler {
  /// `identity/words.tsv` and `identity/dimensions.tsv`; after the units.
  mutating func compileIdentity() {
    var tables = IdentityTables()
    var words: [([UInt16], Int)] = []
    var heads: [([UInt16], Int)] = []
    for row in table("identity/words.tsv", ["word", "means", "flags"])?.rows ?? [] {
      if row[2] == "head" { heads.append((grammar.folding.fold(row[0]).reversed(), tables.means.count)) }
      words.append((grammar.folding.fold(row[0]), tables.means.count))
      tables.means.append(row[1] == "-" ? [] : row[1].split(separator: " ").map { Array($0.utf8) })
    }
    tables.words = Trie(words)
    tables.heads = Trie(heads)
    var dimensions: [Substring: Substring] = [:]
    if let table = table("identity/dimensions.tsv", ["unit", "dimension"]) {
      for row in table.rows {
        dimensions[row[0]] = row[1]
        if grammar.unitTrie.value(of: grammar.folding.fold(row[0])) == nil, row[1] != row[0] {
          diagnostics.append(table.diagnostic(row, 0, "'\(row[0])' is no unit", "unknown-unit"))
        }
      }
    }
    tables.dimensions = grammar.units.map { unit in
      switch unit.kind {
      case .count: Array((dimensions[Substring(unit.text)].map(String.init) ?? "个").utf8)
      case .percentage: Array((unit.base.isEmpty ? unit.text : unit.base).utf8)
      case .multiple: Array("倍".utf8)
      default: Array((unit.base.isEmpty ? unit.text : unit.base).utf8)
      }
    }
    grammar.identity = tables
  }
}

extension IdentityTables {
  func write(to image: inout ImageWriter) {
    words.write(to: &image)
    heads.write(to: &image)
    image.texts(means.map { $0.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") })
    image.texts(dimensions.map { String(decoding: $0, as: UTF8.self) })
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    words = try Trie(&image)
    heads = try Trie(&image)
    means = try image.texts().map { $0.split(separator: " ").map { Array($0.utf8) } }
    dimensions = try image.texts().map { Array($0.utf8) }
  }
}
