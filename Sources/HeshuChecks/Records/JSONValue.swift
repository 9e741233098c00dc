package import HeshuNumerals

/// A value of a JSON record, its numbers exact: `4726428700`, `0.15` are what they are written as.
package enum JSONValue {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Exact)
  case bool(Bool)
  case null

  package subscript(name: String) -> JSONValue? {
    if case .object(let fields) = self { fields[name] } else { nil }
  }
  package var string: String? { if case .string(let text) = self { text } else { nil } }
  package var number: Exact? { if case .number(let value) = self { value } else { nil } }
  package var integer: Int? { number?.integer }
  package var isTrue: Bool { if case .bool(let flag) = self { flag } else { false } }
  package var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }

  /// Nil when the bytes are no JSON value, or more than one.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var parser = JSONParser(bytes)
    guard let value = parser.value(), parser.isAtEnd else { return nil }
    self = value
  }
}

/// Reads one JSON value from left to right; every function leaves `at` behind what it read, nil ends the reading.
private struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Brackets deeper than any record has.
  private static let deepest = 64

  private var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return at == bytes.count
    }
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || 0x09...0x0D ~= bytes[at] { at += 1 }
  }

  mutating func value() -> JSONValue? {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) -> JSONValue? {
    guard bytes[at...].starts(with: word.utf8) else { return nil }
    at += word.utf8.count
    return value
  }

  private mutating func object() -> JSONValue? {
    var fields: [String: JSONValue] = [:]
    depth += 1
    defer { depth -= 1 }
    at += 1
    skipSpace()
    while byte != UInt8(ascii: "}") {
      if !fields.isEmpty {
        guard byte == UInt8(ascii: ",") else { return nil }
        at += 1
        skipSpace()
      }
      guard depth < Self.deepest, byte == UInt8(ascii: "\""), let name = string() else { return nil }
      skipSpace()
      guard byte == UInt8(ascii: ":") else { return nil }
      at += 1
      guard let value = value() else { return nil }
      fields[name] = value
      skipSpace()
    }
    at += 1
    return .object(fields)
  }

  private mutating func array() -> JSONValue? {
    var values: [JSONValue] = []
    depth += 1
    defer { depth -= 1 }
    at += 1
    skipSpace()
    while byte != UInt8(ascii: "]") {
      if !values.isEmpty {
        guard byte == UInt8(ascii: ",") else { return nil }
        at += 1
      }
      guard depth < Self.deepest, let value = value() else { return nil }
      values.append(value)
      skipSpace()
    }
    at += 1
    return .array(values)
  }

  private mutating func number() -> JSONValue? {
    let start = at
    while at < bytes.count, Self.isOfNumber(bytes[at]) { at += 1 }
    return Exact(digits: bytes[start..<at]).map { .number($0) }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || byte == 0x2B || byte == 0x2D || byte == 0x2E || byte | 0x20 == 0x65
  }

  private mutating func string() -> String? {
    at += 1
    let start = at
    while byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      if at == bytes.count { return nil }
      at += 1
    }
    if byte == UInt8(ascii: "\"") {
      defer { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    return escapedString(from: start)
  }

  private mutating func escapedString(from start: Int) -> String? {
    var units = Array(String(decoding: bytes[start..<at], as: UTF8.self).utf16)
    while byte != UInt8(ascii: "\"") {
      if at >= bytes.count { return nil }
      if byte == UInt8(ascii: "\\") {
        at += 1
        guard let unit = escape() else { return nil }
        units.append(unit)
      } else {
        let from = at
        while at < bytes.count, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { at += 1 }
        units += String(decoding: bytes[from..<at], as: UTF8.self).utf16
      }
    }
    at += 1
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func escape() -> UInt16? {
    defer { at += 1 }
    switch byte {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "u"):
      guard at + 4 < bytes.count else { return nil }
      let digits = String(decoding: bytes[(at + 1)...(at + 4)], as: UTF8.self)
      at += 4
      return UInt16(digits, radix: 16)
    default: return UInt16(byte)
    }
  }
}
