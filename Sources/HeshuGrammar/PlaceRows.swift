extension GrammarCompiler {
  /// `places/divisions.tsv`, `aliases.tsv`, `levels.tsv`, `weak.tsv`, `endings.tsv`, `unless.tsv`.
  mutating func compilePlaces() {
    var tables = PlaceTables()
    var meant: [[UInt16]: (sort: PlaceTables.Sort, divisions: [Int32], level: PlaceTables.Level)] = [:]
    var byName: [Substring: [Int32]] = [:]
    func add(_ key: [UInt16], _ sort: PlaceTables.Sort, _ division: Int32) {
      // A full name goes before a short one.
      if let known = meant[key], known.sort.rawValue < sort.rawValue { return }
      if let known = meant[key], known.sort == sort {
        meant[key]!.divisions.append(division)
      } else {
        meant[key] = (sort, [division], .relative)
      }
    }
    for row in table("places/divisions.tsv", ["code", "name", "level", "parent", "from", "until", "short"])?.rows ?? []
    {
      let number = Int32(tables.codes.count)
      tables.add(row)
      byName[row[1], default: []].append(number)
      add(grammar.folding.fold(row[1]), .full, number)
      for short in row[6].split(separator: " ") { add(grammar.folding.fold(short), .short, number) }
    }
    let country = Int32(tables.codes.count)
    tables.add(country: "中国")
    byName["中国"] = [country]
    for row in table("places/aliases.tsv", ["name", "means", "flags"])?.rows ?? [] {
      let flags = row[2].split(separator: " ")
      let means = row[1].split(separator: " ").compactMap { byName[$0] }
      // One character is too little to go by, and an area of several divisions has no code.
      guard !flags.contains("abbreviation"), !flags.contains("deictic"), means.count == 1,
        row[0].unicodeScalars.count > 1
      else { continue }
      for division in means[0] { add(grammar.folding.fold(row[0]), .alias, division) }
    }
    for row in table("places/weak.tsv", ["name", "why"])?.rows ?? [] {
      let key = grammar.folding.fold(row[0])
      if meant[key] != nil { meant[key]!.sort = .weak }
    }
    if let table = table("places/levels.tsv", ["word", "level", "place"]) {
      for row in table.rows {
        meant[grammar.folding.fold(row[0])] = (.deictic, byName[row[2]].map { [$0.last!] } ?? [], Self.level(row[1]))
      }
    }
    var words: [([UInt16], Int)] = []
    for (key, meaning) in meant.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      words.append((key, tables.sorts.count))
      tables.sorts.append(meaning.sort.rawValue)
      tables.levels.append(meaning.level.rawValue)
      tables.firsts.append(Int32(tables.candidates.count))
      tables.candidates += meaning.divisions
    }
    tables.firsts.append(Int32(tables.candidates.count))
    tables.names = Trie(words)
    tables.byCode = tables.codes.indices.sorted { (tables.codes[$0], $0) < (tables.codes[$1], $1) }.map(Int32.init)
    compileEndings(&tables, byName)
    grammar.places = tables
  }

  private mutating func compileEndings(_ tables: inout PlaceTables, _ byName: [Substring: [Int32]]) {
    var endings: [([UInt16], Int)] = []
    for row in table("places/endings.tsv", ["ending", "least", "most"])?.rows ?? [] {
      endings.append((grammar.folding.fold(row[0]).reversed(), tables.endingLengths.count / 2))
      tables.endingLengths += [UInt8(row[1]) ?? 2, UInt8(row[2]) ?? 3]
    }
    tables.endings = Trie(endings)
    tables.institutions = Trie(
      (table("places/institutions.tsv", ["word"])?.rows ?? []).enumerated().map { (grammar.folding.fold($1[0]), $0) })
    for row in table("places/datelines.tsv", ["place", "means"])?.rows ?? [] {
      tables.datelines[String(row[0])] = byName[row[1]]?.last ?? -1
    }
    tables.privateEndings = Trie(
      (table("places/private.tsv", ["ending"])?.rows ?? []).enumerated().map {
        (grammar.folding.fold($1[0]).reversed(), $0)
      })
    tables.levelWords = Trie(
      (table("places/organs.tsv", ["beginning", "level", "place"])?.rows ?? []).map {
        (
          grammar.folding.fold($0[0]),
          byName[$0[2]]?.last.map { PlaceTables.fixed + Int($0) } ?? Int(Self.level($0[1]).rawValue)
        )
      })
    for row in table("places/unless.tsv", ["last", "next"])?.rows ?? [] {
      let last = grammar.folding.fold(row[0])
      for next in grammar.folding.fold(row[1]) where !last.isEmpty {
        tables.unless.insert(UInt32(last[0]) << 16 | UInt32(next))
      }
    }
  }

  /// `district` of levels.tsv and the like.
  private static func level(_ name: Substring) -> PlaceTables.Level {
    switch name {
    case "country", "place": .country
    case "province": .province
    case "city": .city
    case "prefecture": .prefecture
    case "district", "county", "banner": .county
    case "town", "township", "subdistrict", "village", "community", "zone": .town
    default: .relative
    }
  }
}

extension PlaceTables {
  fileprivate mutating func add(_ row: Table.Row) {
    codes.append(Int32(row[0]) ?? 0)
    divisionLevels.append(
      (row[2] == "province" ? Level.province : row[2] == "prefecture" ? .prefecture : .county).rawValue)
    parents.append(Int32(row[3]) ?? 0)
    from.append(Self.day(row[4], else: 0, year: "0000"))
    until.append(Self.day(row[5], else: 99_999_999, year: "9999"))
    add(name: row[1])
  }

  fileprivate mutating func add(country name: Substring) {
    codes.append(0)
    divisionLevels.append(Level.country.rawValue)
    parents.append(0)
    from.append(0)
    until.append(99_999_999)
    add(name: name)
  }

  private mutating func add(name: Substring) {
    if nameStarts.isEmpty { nameStarts = [0] }
    nameBytes += Array(name.utf8)
    nameStarts.append(Int32(nameBytes.count))
  }

  /// `2001-02-02` → 20010202, `1996` → 1996 and the four digits given, so that the whole year counts on both sides.
  private static func day(_ text: Substring, else other: Int32, year: String) -> Int32 {
    let digits = text.filter(\.isNumber)
    return Int32(digits.count == 4 ? digits + year : digits) ?? other
  }

  func write(to image: inout ImageWriter) {
    names.write(to: &image)
    image.array(sorts)
    image.array(levels)
    for numbers in [firsts, candidates, codes, parents, from, until, byCode, nameStarts] { image.array(numbers) }
    image.array(divisionLevels)
    image.array(nameBytes)
    institutions.write(to: &image)
    privateEndings.write(to: &image)
    levelWords.write(to: &image)
    image.texts(datelines.keys.sorted())
    image.array(datelines.sorted { $0.key < $1.key }.map(\.value))
    endings.write(to: &image)
    image.array(endingLengths)
    image.array(unless.sorted())
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    names = try Trie(&image)
    sorts = try image.array(UInt8.self)
    levels = try image.array(UInt8.self)
    firsts = try image.array(Int32.self)
    candidates = try image.array(Int32.self)
    codes = try image.array(Int32.self)
    parents = try image.array(Int32.self)
    from = try image.array(Int32.self)
    until = try image.array(Int32.self)
    byCode = try image.array(Int32.self)
    nameStarts = try image.array(Int32.self)
    divisionLevels = try image.array(UInt8.self)
    nameBytes = try image.array(UInt8.self)
    institutions = try Trie(&image)
    privateEndings = try Trie(&image)
    levelWords = try Trie(&image)
    let places = try image.texts()
    datelines = Dictionary(zip(places, try image.array(Int32.self)), uniquingKeysWith: { $1 })
    endings = try Trie(&image)
    endingLengths = try image.array(UInt8.self)
    unless = Set(try image.array(UInt32.self))
  }
}
