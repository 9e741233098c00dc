/// Which gold a record's document belongs to.
///
/// Gold `2023/000` and the records of `newsletters/2023/000.txt` are one document: their paths without endings agree
/// from the right, as far as the shorter goes. Of several that agree the longest wins, so that 2022/000 stays apart.
struct DocumentNames {
  private var byName: [Substring: [(parts: [Substring], gold: String)]] = [:]

  init(gold: [String]) {
    for name in gold {
      let parts = Self.parts(name)
      byName[parts.last ?? "", default: []].append((parts, name))
    }
  }

  func gold(of document: String) -> String? {
    let parts = Self.parts(document)
    let candidates = byName[parts.last ?? ""] ?? []
    return candidates.max { Self.shared($0.parts, parts) < Self.shared($1.parts, parts) }?.gold
  }

  /// A path without its endings: `2023/000.gold.jsonl` → `2023/000`.
  static func bare(_ path: String) -> String { parts(path).joined(separator: "/") }

  private static func shared(_ a: [Substring], _ b: [Substring]) -> Int {
    zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
  }

  /// `Corpus/b07.gold.jsonl` → Corpus, b07. Only known endings are cut: `2023.12` keeps its dot.
  private static func parts(_ path: String) -> [Substring] {
    var parts = path.split(separator: "/").filter { $0 != "." }
    guard var name = parts.popLast() else { return [] }
    while let ending = endings.first(where: {
      name.lowercased().hasSuffix($0) && name.count > $0.count
    }) {
      name = name.dropLast(ending.count)
    }
    return parts + [name]
  }

  private static let endings = [
    ".gold", ".gz", ".jsonl", ".ndjson", ".txt", ".text", ".md", ".markdown", ".html", ".htm",
    ".xhtml", ".pdf", ".docx",
  ]
}
