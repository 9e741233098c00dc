import Foundation

/// A JSON value, for looking at records; read without Foundation's decoder, which takes a minute for ten thousand records.
enum JSON: Equatable {
  case object([String: JSON])
  case array([JSON])
  case string(String)
  case number(Decimal)
  case bool(Bool)
  case null

  struct Mistake: Error { var offset: Int }

  init(_ text: some StringProtocol) throws {
    var reader = JSONReader(bytes: Array(text.utf8))
    self = try reader.value()
    reader.skipSpace()
    if reader.at < reader.bytes.count { throw Mistake(offset: reader.at) }
  }

  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var array: [JSON] { if case .array(let items) = self { items } else { [] } }
  var int: Int? {
    if case .number(let number) = self { NSDecimalNumber(decimal: number).intValue } else { nil }
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var at = 0

  mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
  }

  private mutating func take(_ byte: Character) throws {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte.asciiValue else { throw JSON.Mistake(offset: at) }
    at += 1
  }

  private mutating func takes(_ byte: Character) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte.asciiValue else { return false }
    at += 1
    return true
  }

  mutating func value() throws -> JSON {
    skipSpace()
    guard at < bytes.count else { throw JSON.Mistake(offset: at) }
    switch bytes[at] {
    case 0x7B: return .object(try object())
    case 0x5B: return .array(try array())
    case 0x22: return .string(try string())
    default: return try scalar()
    }
  }

  private mutating func object() throws -> [String: JSON] {
    try take("{")
    var members: [String: JSON] = [:]
    if takes("}") { return members }
    repeat {
      skipSpace()
      let key = try string()
      try take(":")
      guard members.updateValue(try value(), forKey: key) == nil else {
        throw JSON.Mistake(offset: at)
      }
    } while takes(",")
    try take("}")
    return members
  }

  private mutating func array() throws -> [JSON] {
    try take("[")
    var items: [JSON] = []
    if takes("]") { return items }
    repeat { items.append(try value()) } while takes(",")
    try take("]")
    return items
  }

  private mutating func string() throws -> String {
    try take("\"")
    let start = at
    while at < bytes.count, bytes[at] != 0x22 {
      if bytes[at] < 0x20 { throw JSON.Mistake(offset: at) }
      at += bytes[at] == 0x5C ? 2 : 1
    }
    guard at < bytes.count, let text = String(validating: bytes[start..<at], as: UTF8.self) else {
      throw JSON.Mistake(offset: start)
    }
    at += 1
    if !text.contains("\\") { return text }
    // Escapes are rare: the slow way.
    return try JSONDecoder().decode([String].self, from: Data("[\"\(text)\"]".utf8))[0]
  }

  private mutating func scalar() throws -> JSON {
    let start = at
    while at < bytes.count, ![0x2C, 0x5D, 0x7D, 0x20, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    switch String(decoding: bytes[start..<at], as: UTF8.self) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case let text:
      guard let number = Decimal(string: text) else { throw JSON.Mistake(offset: start) }
      return .number(number)
    }
  }
}
