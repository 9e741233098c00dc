package import HeshuNumerals
internal import HeshuText

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
    var scanner = JSONScanner(UnsafeRawBufferPointer(bytes))
    guard let value = try? scanner.value(depth: 0) else { return nil }
    scanner.skipSpace()
    guard scanner.position == bytes.count else { return nil }
    self = value
  }
}

extension JSONScanner {
  /// Brackets deeper than any record has.
  private static let deepest = 64

  /// The value here; of a key that comes twice the last counts.
  fileprivate mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    if depth > Self.deepest { throw fault("fewer brackets inside each other") }
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"):
      var fields: [String: JSONValue] = [:]
      try members(until: UInt8(ascii: "}")) { scanner throws(JSONFault) in
        let name = try scanner.text()
        try scanner.take(UInt8(ascii: ":"), "':'")
        fields[name] = try scanner.value(depth: depth + 1)
      }
      return .object(fields)
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      try members(until: UInt8(ascii: "]")) { scanner throws(JSONFault) in
        values.append(try scanner.value(depth: depth + 1))
      }
      return .array(values)
    case UInt8(ascii: "\""): return .string(try text())
    default: return try scalar()
    }
  }

  /// Reads what stands between the bracket here and its end, one after another.
  private mutating func members(until close: UInt8, _ read: (inout JSONScanner) throws(JSONFault) -> Void)
    throws(JSONFault)
  {
    position += 1
    skipSpace()
    var isOpen = byte != close
    while isOpen {
      try read(&self)
      skipSpace()
      isOpen = byte != close
      if isOpen { try take(UInt8(ascii: ","), "','") }
    }
    position += 1
  }

  private mutating func scalar() throws(JSONFault) -> JSONValue {
    let start = position
    try skipScalar()
    switch bytes[start] {
    case UInt8(ascii: "t"): return .bool(true)
    case UInt8(ascii: "f"): return .bool(false)
    case UInt8(ascii: "n"): return .null
    default:
      guard let number = Exact(digits: bytes[start..<position]) else { throw fault("a number of at most 38 digits") }
      return .number(number)
    }
  }
}
