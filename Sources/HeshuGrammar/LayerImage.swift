extension Layer {
  func write(to image: inout ImageWriter) {
    image.text(folder)
    image.number(rules.count)
    for rule in rules { rule.write(to: &image) }
    image.array(entries.flatMap { [$0.rule, $0.left, $0.right, $0.anchor] })
    left.write(to: &image)
    right.write(to: &image)
    image.array(columns)
    image.number(columnCount)
    image.array(setBits)
    image.texts(captureNames)
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    self.init(folder: try image.text())
    for _ in 0..<(try image.number()) { rules.append(try Rule(&image)) }
    let numbers = try image.array(Int32.self)
    entries = stride(from: 0, to: numbers.count - 3, by: 4).map {
      Entry(
        rule: numbers[$0], left: numbers[$0 + 1], right: numbers[$0 + 2], anchor: numbers[$0 + 3])
    }
    left = try Program(&image)
    right = try Program(&image)
    columns = try image.array(UInt16.self)
    columnCount = try image.number()
    setBits = try image.array(UInt64.self)
    captureNames = try image.texts()
  }
}

extension Program {
  func write(to image: inout ImageWriter) {
    image.array(code.map { UInt8($0.op.rawValue) })
    image.array(code.map(\.x))
    image.array(code.map(\.y))
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    let ops = try image.array(UInt8.self)
    let x = try image.array(Int32.self)
    let y = try image.array(Int32.self)
    guard ops.count == x.count, ops.count == y.count else { throw ImageError(.cut(at: image.at)) }
    code.reserveCapacity(ops.count)
    for index in ops.indices {
      guard let op = Op(rawValue: Int32(ops[index])) else { throw ImageError(.cut(at: image.at)) }
      code.append(Instruction(op: op, x: x[index], y: y[index]))
    }
  }
}

extension Rule {
  func write(to image: inout ImageWriter) {
    image.text(id)
    image.text(about)
    image.append(Int32(priority))
    image.pairs(sets)
    image.pairs(when)
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    id = try image.text()
    about = try image.text()
    priority = Int(try image.integer(Int32.self))
    sets = try image.pairs()
    when = try image.pairs()
  }
}

extension GrammarFiles {
  func write(to image: inout ImageWriter) {
    let sources = files.filter { $0.suffix != "examples" }
    image.texts(sources.map(\.path))
    image.texts(sources.map(\.text))
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    let paths = try image.texts()
    let texts = try image.texts()
    guard paths.count == texts.count else { throw ImageError(.cut(at: image.at)) }
    self.init(Array(zip(paths, texts)).map { (path: $0, text: $1) })
  }
}
