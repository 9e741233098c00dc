extension NumeralTables {
  func write(to image: inout ImageWriter) {
    image.array(characters.map(\.0))
    image.array(characters.map(\.1))
    image.array(characters.map(\.2))
    for trie in [before, half, bare, fillers, inside, after, vague, joints, prefixes] {
      trie.write(to: &image)
    }
    image.array(vagueBounds.map(\.lower))
    image.array(vagueBounds.map(\.upper))
    image.texts(prefixCodes)
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    self.init()
    let cells = try image.array(UInt16.self)
    let forms = try image.array(UInt8.self)
    let values = try image.array(UInt8.self)
    guard forms.allSatisfy({ Form(rawValue: $0) != nil }) else {
      throw ImageError(.cut(at: image.at))
    }
    characters = zip(cells, zip(forms, values)).map { ($0, $1.0, $1.1) }
    spread()
    before = try Trie(&image)
    half = try Trie(&image)
    bare = try Trie(&image)
    fillers = try Trie(&image)
    inside = try Trie(&image)
    after = try Trie(&image)
    vague = try Trie(&image)
    joints = try Trie(&image)
    prefixes = try Trie(&image)
    let lower = try image.array(Int64.self)
    vagueBounds = Array(zip(lower, try image.array(Int64.self))).map { (lower: $0.0, upper: $0.1) }
    prefixCodes = try image.texts()
  }
}

extension Unit {
  func write(to image: inout ImageWriter) {
    for part in [text, code, base, family] { image.text(part) }
    image.append(kind.rawValue)
    image.append(numerator)
    image.append(denominator)
    image.append(flags.rawValue)
    image.append(Int32(twin ?? -1))
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    text = try image.text()
    code = try image.text()
    base = try image.text()
    family = try image.text()
    guard let kind = Kind(rawValue: try image.integer(UInt8.self)) else {
      throw ImageError(.cut(at: image.at))
    }
    self.kind = kind
    numerator = try image.integer(Int64.self)
    denominator = try image.integer(Int64.self)
    flags = Flags(rawValue: try image.integer(UInt8.self))
    let row = try image.integer(Int32.self)
    twin = row >= 0 ? Int(row) : nil
  }
}
