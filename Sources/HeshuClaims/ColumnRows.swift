internal import HeshuGrammar
internal import HeshuSegments

/// The columns of a sentence's tokens in every layer, one row a layer, in plain memory that is used again.
final class ColumnRows {
  /// For each layer the column of every symbol.
  private let tables: [UnsafeMutablePointer<UInt16>]
  @exclusivity(unchecked) private var rows: UnsafeMutablePointer<UInt16>
  @exclusivity(unchecked) private var capacity = 1024
  @exclusivity(unchecked) private var count = 0

  init(_ layers: [Layer]) {
    tables = layers.map { layer in
      let table = UnsafeMutablePointer<UInt16>.allocate(capacity: max(layer.symbolCount, 1))
      table[0] = 0
      for symbol in 0..<layer.symbolCount { table[symbol] = layer.column(UInt16(symbol)) }
      return table
    }
    rows = .allocate(capacity: capacity * max(layers.count, 1))
  }

  deinit {
    for table in tables { table.deallocate() }
    rows.deallocate()
  }

  func fill(_ tokens: [Token]) {
    count = tokens.count
    if count > capacity {
      rows.deallocate()
      capacity = count * 2
      rows = .allocate(capacity: capacity * max(tables.count, 1))
    }
    tokens.withUnsafeBufferPointer { tokens in
      for (number, table) in tables.enumerated() {
        let row = rows + number * capacity
        for index in 0..<tokens.count { row[index] = table[Int(tokens[index].symbol)] }
      }
    }
  }

  func row(_ layer: Int) -> UnsafeBufferPointer<UInt16> {
    UnsafeBufferPointer(start: rows + layer * capacity, count: count)
  }
}
