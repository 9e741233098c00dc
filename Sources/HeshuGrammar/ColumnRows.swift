/// The columns of a sentence's words in every layer of a group, one row a layer, in plain memory that is used again.
final class ColumnRows {
  /// For each symbol its columns in all layers, one beside the other.
  private let table: UnsafeMutablePointer<UInt16>
  private let layerCount: Int
  @exclusivity(unchecked) private var symbols: UnsafeMutablePointer<UInt16>
  @exclusivity(unchecked) private var rows: UnsafeMutablePointer<UInt16>
  @exclusivity(unchecked) private var capacity = 1024
  /// How many words the sentence has.
  @exclusivity(unchecked) private(set) var count = 0

  init(_ layers: [Layer]) {
    layerCount = layers.count
    let symbolCount = layers.map(\.columns.count).max() ?? 0
    table = .allocate(capacity: max(symbolCount * layers.count, 1))
    table.initialize(repeating: 0, count: symbolCount * layers.count)
    for (number, layer) in layers.enumerated() {
      for (symbol, column) in layer.columns.enumerated() { table[symbol * layers.count + number] = column }
    }
    symbols = .allocate(capacity: capacity)
    rows = .allocate(capacity: capacity * max(layers.count, 1))
  }

  deinit {
    table.deallocate()
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
    let (symbols, rows, capacity, layerCount) = (symbols, rows, capacity, layerCount)
    for index in 0..<count {
      let columns = table + Int(symbols[index]) &* layerCount
      for layer in 0..<layerCount { rows[layer &* capacity &+ index] = columns[layer] }
    }
  }

  @inline(__always)
  func row(_ layer: Int) -> UnsafeBufferPointer<UInt16> {
    UnsafeBufferPointer(start: rows + layer &* capacity, count: count)
  }
}
