/// Takes the values of some columns out of a record that this program wrote itself.
///
/// `{"type":"claim","quantity":{"text":"653人","value":653}}` → `653人` under `quantity.text`, `653` under `quantity.value`. What
/// stands in an array is one value, `1/3`, but each quantity of a `quantities` line is a row of its own.
struct RowReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let columns: Columns
  private var at = 0
  private var path: [UInt8] = []
  private var row: [String]
  private var rows: [[String]] = []
  private(set) var type = ""
  private var isList = false

  /// The rows of one line, and the type of its record.
  static func rows(_ line: UnsafeBufferPointer<UInt8>, _ columns: Columns) -> (
    type: String, rows: [[String]]
  ) {
    var reader = RowReader(line, columns)
    reader.object()
    return (reader.type, reader.isList ? reader.rows : [reader.row])
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ columns: Columns) {
    self.bytes = bytes
    self.columns = columns
    row = Array(repeating: "", count: columns.names.count)
  }

  private mutating func object() {
    at += 1
    while at < bytes.count, bytes[at] != 0x7D {
      if bytes[at] == 0x2C { at += 1 }
      let length = path.count
      if length > 0 { path.append(0x2E) }
      path.append(contentsOf: string().utf8)
      at += 1
      value()
      path.removeLast(path.count - length)
    }
    at += 1
  }

  private mutating func value() {
    switch bytes[at] {
    case 0x7B: object()
    case 0x5B: array()
    case 0x22: keep(string())
    default:
      let start = at
      while at < bytes.count, bytes[at] != 0x2C, bytes[at] != 0x7D, bytes[at] != 0x5D { at += 1 }
      keep(String(decoding: bytes[start..<at], as: UTF8.self))
    }
  }

  private mutating func keep(_ value: String) {
    if let index = columns.index(of: path) { row[index] = value }
    if path == Self.typePath { type = value }
  }

  private static let typePath = Array("type".utf8)
  private static let listPath = Array("quantities".utf8)

  private mutating func array() {
    isList = isList || path == Self.listPath
    let isRows = path == Self.listPath
    let base = row
    var values: [String] = []
    at += 1
    while at < bytes.count, bytes[at] != 0x5D {
      if bytes[at] == 0x2C { at += 1 }
      if isRows {
        row = base
        let length = path.count
        path.removeAll()
        object()
        path = Array(Self.listPath.prefix(length))
        rows.append(row)
      } else {
        values.append(element())
      }
    }
    at += 1
    if isRows {
      row = base
    } else {
      keep(values.joined(separator: path.suffix(5).elementsEqual("ratio".utf8) ? "/" : "; "))
    }
  }

  /// An element of an array as text: a string, a number, or the values of an object with spaces between.
  private mutating func element() -> String {
    if bytes[at] == 0x22 { return string() }
    guard bytes[at] == 0x7B else {
      let start = at
      while at < bytes.count, bytes[at] != 0x2C, bytes[at] != 0x5D { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    var parts: [String] = []
    at += 1
    while at < bytes.count, bytes[at] != 0x7D {
      if bytes[at] == 0x2C { at += 1 }
      _ = string()
      at += 1
      parts.append(element())
    }
    at += 1
    return parts.joined(separator: " ")
  }

  private mutating func string() -> String {
    at += 1
    let start = at
    var isEscaped = false
    while at < bytes.count, bytes[at] != 0x22 {
      if bytes[at] == 0x5C {
        isEscaped = true
        at += 1
      }
      at += 1
    }
    let range = start..<min(at, bytes.count)
    at += 1
    return isEscaped ? Self.unescape(bytes[range]) : String(decoding: bytes[range], as: UTF8.self)
  }

  /// The escapes that `RecordWriter` writes.
  private static func unescape(_ slice: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var text: [UInt8] = []
    var at = slice.startIndex
    while at < slice.endIndex {
      if slice[at] != 0x5C || at + 1 >= slice.endIndex {
        text.append(slice[at])
        at += 1
        continue
      }
      switch slice[at + 1] {
      case 0x6E: text.append(0x0A)
      case 0x72: text.append(0x0D)
      case 0x74: text.append(0x09)
      case 0x75:
        let digits = String(decoding: slice[(at + 2)..<min(at + 6, slice.endIndex)], as: UTF8.self)
        text.append(UInt8(digits, radix: 16) ?? 0x3F)
        at += 4
      default: text.append(slice[at + 1])
      }
      at += 2
    }
    return String(decoding: text, as: UTF8.self)
  }
}
