import HeshuClaims

/// RFC 4180: a header, one row a record of one type, quotation marks only where a value needs them, CRLF.
struct CSVFormat: RecordFormat {
  private let columns: Columns
  private let type: RecordType?
  private var header: [UInt8]

  /// `type` nil takes every line, as those of `heshu quantities`.
  init(_ columns: Columns, type: RecordType?, bom: Bool) {
    self.columns = columns
    self.type = type
    header = bom ? [0xEF, 0xBB, 0xBF] : []
    Self.append(columns.names, to: &header)
  }

  mutating func convert(_ lines: [UInt8]) -> [UInt8] {
    var out = header
    header = []
    lines.eachLine { line in
      let (type, rows) = RowReader.rows(line, columns)
      guard self.type == nil ? type.isEmpty : type == self.type?.rawValue else { return }
      for row in rows { Self.append(row, to: &out) }
    }
    return out
  }

  mutating func finish() -> [UInt8] {
    defer { header = [] }
    return header
  }

  private static func append(_ values: [String], to out: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { out.append(0x2C) }
      let needsQuotes = value.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      if !needsQuotes {
        out += value.utf8
        continue
      }
      out.append(0x22)
      for byte in value.utf8 {
        if byte == 0x22 { out.append(0x22) }
        out.append(byte)
      }
      out.append(0x22)
    }
    out += [0x0D, 0x0A]
  }
}
