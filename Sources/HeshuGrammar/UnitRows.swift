extension GrammarCompiler {
  /// `units/*.tsv`: one row a unit, its key unique over all files.
  mutating func compileUnits() {
    var words: [([UInt16], Int)] = []
    var seen: [[UInt16]: String] = [:]
    var twins: [(row: Table.Row, table: Table, unit: Int)] = []
    for file in files.inFolder("units", suffix: "tsv") {
      let table = Table(
        file, columns: ["unit", "kind", "code", "factor", "base", "flags"], into: &diagnostics)
      for row in table.rows {
        guard let unit = unit(row, of: table) else { continue }
        let key = grammar.folding.fold(row[0])
        if let other = seen[key] {
          diagnostics.append(
            table.diagnostic(row, 0, "'\(row[0])' stands in \(other) too", "twice"))
          continue
        }
        seen[key] = file.path
        words.append((key, grammar.units.count))
        if Self.twin(row) != nil { twins.append((row, table, grammar.units.count)) }
        grammar.units.append(unit)
      }
    }
    grammar.unitTrie = Trie(words)
    for (row, table, unit) in twins {
      let name = Self.twin(row)!
      grammar.units[unit].twin = grammar.unitTrie.value(of: grammar.folding.fold(name))
      if grammar.units[unit].twin == nil {
        diagnostics.append(
          table.diagnostic(row, 5, "the twin '\(name)' is no unit", "unknown-twin"))
      }
    }
  }

  /// `分钟` of the flag `twin:分钟`.
  private static func twin(_ row: Table.Row) -> Substring? {
    row[5].split(separator: " ").first { $0.hasPrefix("twin:") }?.dropFirst(5)
  }

  private mutating func unit(_ row: Table.Row, of table: Table) -> Unit? {
    guard let kind = Kind(name: row[1]) else {
      diagnostics.append(table.diagnostic(row, 1, "unknown kind '\(row[1])'", "unknown-kind"))
      return nil
    }
    var flags: Unit.Flags = []
    for name in row[5].split(separator: " ") where !name.hasPrefix("twin:") {
      guard let flag = Unit.Flags.names[String(name)] else {
        let near = nearest(String(name), in: Unit.Flags.names.keys.sorted())
        diagnostics.append(
          table.diagnostic(
            row, 5, "unknown flag '\(name)'", "unknown-flag", near.map { "did you mean '\($0)'?" }))
        continue
      }
      flags.insert(flag)
    }
    guard let factor = Self.ratio(row[3]) else {
      diagnostics.append(
        table.diagnostic(
          row, 3, "factor '\(row[3])' is neither a decimal nor a fraction", "bad-factor"))
      return nil
    }
    return Unit(
      text: String(row[0]), kind: kind, code: String(row[2]), numerator: factor.0,
      denominator: factor.1, base: String(row[4]), family: table.file.stem, flags: flags)
  }

  /// `2000/3`, `0.0254`, `1000` in lowest terms; empty is 0/1; nil what is no positive number or overflows.
  static func ratio(_ text: Substring) -> (Int64, Int64)? {
    if text.isEmpty { return (0, 1) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(decimal)
    guard parts.count <= 2, let top = parts[0] else { return nil }
    guard parts.count == 2 else { return reduced(top) }
    guard let bottom = parts[1] else { return nil }
    let (numerator, isTooLarge) = top.0.multipliedReportingOverflow(by: bottom.1)
    let (denominator, isTooSmall) = top.1.multipliedReportingOverflow(by: bottom.0)
    return isTooLarge || isTooSmall ? nil : reduced((numerator, denominator))
  }

  /// `0.0254` is 254 of 10000.
  private static func decimal(_ text: Substring) -> (Int64, Int64)? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    let places = halves.count == 2 ? halves[1].count : 0
    guard halves.count <= 2, let value = Int64(halves.joined()), value > 0, places <= 15 else {
      return nil
    }
    return (value, (0..<places).reduce(Int64(1)) { power, _ in power * 10 })
  }

  private static func reduced(_ value: (Int64, Int64)) -> (Int64, Int64) {
    var (a, b) = value
    while b != 0 { (a, b) = (b, a % b) }
    return (value.0 / a, value.1 / a)
  }
}

extension Unit.Flags {
  /// As the column `flags` writes them.
  static let names: [String: Unit.Flags] = [
    "ge": .ge, "noun": .noun, "weak": .weak, "latin": .latin, "half": .half, "one": .one,
    "self": .whole,
  ]
}
