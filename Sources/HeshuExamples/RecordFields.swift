/// The fields of one JSON record by path, each as written: `quantity.value` is `270000`,
/// `predicate.text` is `覆盖`.
///
/// Numbers keep their digits, which a decoder into floating point would lose.
struct RecordFields {
  private(set) var values: [String: String] = [:]
  private let bytes: [UInt8]
  private var at = 0

  /// Nil when the record is not JSON.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard value("") != nil else { return nil }
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    if at < bytes.count { return nil }
  }

  /// `base` finds `base.value`, `measure` finds `measure.text`; in a claim the fields of its quantity
  /// go first.
  func value(of name: String) -> String? {
    for prefix in ["quantity.", ""] {
      for suffix in ["", ".name", ".text", ".value"] {
        if let found = values[prefix + name + suffix] { return found }
      }
    }
    return nil
  }

  private var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  /// Reads the value at `at`, notes it under `path` and returns how it is written; nil when it is
  /// none.
  private mutating func value(_ path: String) -> String? {
    switch next {
    case UInt8(ascii: "{"): return object(path)
    case UInt8(ascii: "["): return array(path)
    case UInt8(ascii: "\""):
      guard let text = string() else { return nil }
      values[path] = text
      return text
    default:
      let start = at
      while !", ]}\n\0".utf8.contains(next) { at += 1 }
      let text = String(decoding: bytes[start..<at], as: UTF8.self)
      guard Double(text) != nil || text == "true" || text == "false" else { return nil }
      values[path] = text
      return text
    }
  }

  private mutating func object(_ path: String) -> String? {
    at += 1
    while next != UInt8(ascii: "}") {
      guard let name = string(), next == UInt8(ascii: ":") else { return nil }
      at += 1
      guard value(path.isEmpty ? name : path + "." + name) != nil else { return nil }
      if next == UInt8(ascii: ",") { at += 1 } else if next != UInt8(ascii: "}") { return nil }
    }
    at += 1
    return ""
  }

  /// Its elements are `path.0`, `path.1`; the whole is `200/3`.
  private mutating func array(_ path: String) -> String? {
    at += 1
    var parts: [String] = []
    while next != UInt8(ascii: "]") {
      guard let part = value("\(path).\(parts.count)") else { return nil }
      parts.append(part)
      if next == UInt8(ascii: ",") { at += 1 } else if next != UInt8(ascii: "]") { return nil }
    }
    at += 1
    values[path] = parts.joined(separator: "/")
    return values[path]
  }

  private mutating func string() -> String? {
    guard next == UInt8(ascii: "\"") else { return nil }
    at += 1
    var text: [UInt8] = []
    while next != UInt8(ascii: "\"") {
      guard next >= 0x20 else { return nil }
      if next == UInt8(ascii: "\\") {
        guard let escaped = escape() else { return nil }
        text += Array(String(escaped).utf8)
      } else {
        text.append(next)
        at += 1
      }
    }
    at += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape() -> Unicode.Scalar? {
    at += 2
    guard at <= bytes.count else { return nil }
    switch bytes[at - 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard at + 4 <= bytes.count else { return nil }
      defer { at += 4 }
      return UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
        .flatMap { Unicode.Scalar($0) }
    case let other: return Unicode.Scalar(other)
    }
  }
}
