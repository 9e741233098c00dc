/// A compiled grammar as one flat file, so that a program starts without parsing 50 rule files and 40,000 rows.
///
/// Header: eight letters, format version, where the sources begin. Then the parts in the order of `Grammar`'s fields, then
/// the sources themselves, from which `--grammars DIR` compiles anew. The same grammar always gives the same bytes.
enum GrammarImage {
  static let magic = Array("HESHUGRM".utf8)
  /// Goes up with every change of the layout.
  static let version = 3
  static let headerLength = 16

  /// Where the sources begin, after the header is checked.
  static func checkHeader(_ bytes: UnsafeRawBufferPointer) throws(ImageError) -> Int {
    guard bytes.count >= headerLength, bytes.prefix(magic.count).elementsEqual(magic) else {
      throw ImageError(.notAnImage)
    }
    var reader = ImageReader(bytes, at: magic.count)
    let found = try reader.number()
    guard found == version else { throw ImageError(.version(found: found, expected: version)) }
    return try reader.number()
  }
}

extension Grammar {
  /// The image of the grammar with the files it was compiled from.
  public func write(image sources: GrammarFiles) -> [UInt8] {
    var body = ImageWriter()
    body.text(hash)
    body.array(folding.pairs.map(\.0))
    body.array(folding.pairs.map(\.1))
    numerals.write(to: &body)
    body.number(units.count)
    for unit in units { unit.write(to: &body) }
    unitTrie.write(to: &body)
    termTrie.write(to: &body)
    let reads = Set(termReads).sorted()
    body.texts(reads)
    body.array(termReads.map { UInt8(reads.firstIndex(of: $0)!) })
    body.runs(termReach)
    wordTrie.write(to: &body)
    body.runs(characterSymbols)
    body.number(tokenSymbols.count)
    for (name, symbol) in tokenSymbols.sorted(by: { $0.key < $1.key }) {
      body.text(name)
      body.append(symbol)
    }
    body.array(unitSymbols)
    body.number(classes.count)
    for (name, bits) in classes.sorted(by: { $0.key < $1.key }) {
      body.text(name)
      body.array(bits)
    }
    for layers in [characterLayers, layers, mentionLayers] {
      body.number(layers.count)
      for layer in layers { layer.write(to: &body) }
    }
    identity.write(to: &body)
    places.write(to: &body)
    organizations.write(to: &body)
    times.write(to: &body)
    var head = ImageWriter()
    for byte in GrammarImage.magic { head.append(byte) }
    head.number(GrammarImage.version)
    head.number(GrammarImage.headerLength + body.bytes.count)
    var tail = ImageWriter()
    sources.write(to: &tail)
    return head.bytes + body.bytes + tail.bytes
  }

  /// The grammar that `write(image:)` wrote. Throws `ImageError` when the bytes are none of this version's.
  public convenience init(image bytes: UnsafeRawBufferPointer) throws(ImageError) {
    _ = try GrammarImage.checkHeader(bytes)
    var image = ImageReader(bytes, at: GrammarImage.headerLength)
    self.init()
    hash = try image.text()
    folding = Folding(pairs: Array(zip(try image.array(UInt16.self), try image.array(UInt16.self))))
    numerals = try NumeralTables(&image)
    for _ in 0..<(try image.number()) { units.append(try Unit(&image)) }
    unitTrie = try Trie(&image)
    termTrie = try Trie(&image)
    let reads = try image.texts()
    let indices = try image.array(UInt8.self)
    guard indices.allSatisfy({ $0 < reads.count }) else { throw ImageError(.cut(at: image.at)) }
    termReads = indices.map { reads[Int($0)] }
    termReach = try image.runs(UInt8.self, count: 65536)
    wordTrie = try Trie(&image)
    characterSymbols = try image.runs(UInt16.self, count: 65536)
    for _ in 0..<(try image.number()) {
      let name = try image.text()
      tokenSymbols[name] = try image.integer(UInt16.self)
    }
    unitSymbols = try image.array(UInt16.self)
    for _ in 0..<(try image.number()) {
      let name = try image.text()
      classes[name] = try image.array(UInt64.self)
    }
    for _ in 0..<(try image.number()) { characterLayers.append(try Layer(&image)) }
    for _ in 0..<(try image.number()) { layers.append(try Layer(&image)) }
    for _ in 0..<(try image.number()) { mentionLayers.append(try Layer(&image)) }
    identity = try IdentityTables(&image)
    places = try PlaceTables(&image)
    organizations = try OrganizationTables(&image)
    times = try TimeTables(&image)
    finish()
  }
}
