/// The columns of a sentence's words in every layer of a group, one row a layer, in plain memory that is used again.
final class ColumnRows {
  /// For each layer the column of every symbol.
  private let tables: UnsafeMutablePointer<UnsafeMutablePointer<UInt16>>
  private let layerCount: Int
  @exclusivity(unchecked) private var symbols: UnsafeMutablePointer<UInt16>
  @exclusivity(unchecked) private var rows: UnsafeMutablePointer<UInt16>
  @exclusivity(unchecked) private var capacity = 1024
  /// How many words the sentence has.
  @exclusivity(unchecked) private(set) var count = 0

  init(_ layers: [Layer]) {
    layerCount = layers.count
    tables = .allocate(capacity: max(layers.count, 1))
    for (number, layer) in layers.enumerated() {
      let table = UnsafeMutablePointer<UInt16>.allocate(capacity: max(layer.columns.count, 1))
      table[0] = 0
      table.update(from: layer.columns, count: layer.columns.count)
      tables[number] = table
    }
    symbols = .allocate(capacity: capacity)
    rows = .allocate(capacity: capacity * max(layers.count, 1))
  }

  deinit {
    for layer in 0..<layerCount { tables[layer].deallocate() }
    tables.deallocate()
    symbols.deallocate()
    rows.deallocate()
  }

  /// Where the symbols of a sentence of `count` words are to be written.
  func begin(_ count: Int) -> UnsafeMutablePointer<UInt16> {
    self.count = count
    if count > capacity {
      symbols.deallocate()
      rows.deallocate()
      capacity = count * 2
      symbols = .allocate(capacity: capacity)
      rows = .allocate(capacity: capacity * max(layerCount, 1))
    }
    return symbols
  }

  /// The symbols are written.
  func fill() {
    let (symbols, count) = (symbols, count)
    for layer in 0..<layerCount {
      let (row, table) = (rows + layer * capacity, tables[layer])
      for index in 0..<count { row[index] = table[Int(symbols[index])] }
    }
  }

  @inline(__always)
  func row(_ layer: Int) -> UnsafeBufferPointer<UInt16> {
    UnsafeBufferPointer(start: rows + layer &* capacity, count: count)
  }
}
