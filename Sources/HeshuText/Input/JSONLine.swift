/// The fields of one line that matter here.
///
/// `{"id":"p1","text":"覆盖职工27万余人次。","meta":{…}}` → id, text; what `meta` holds is
/// checked and skipped. Of a key that comes twice the last counts, as in Python and JavaScript.
struct JSONLine {
  var id: String?
  var text: [UInt8]?
  var title: String?
  var date: String?
  var publication: String?
  var place: String?
  /// Keys that are there with a value of the wrong kind, null excepted.
  var wrongTypes: [String] = []

  init(_ bytes: UnsafeRawBufferPointer) throws(JSONFault) {
    var scanner = JSONScanner(bytes)
    try scanner.take(UInt8(ascii: "{"), "'{', the beginning of an object")
    scanner.skipSpace()
    if scanner.byte == UInt8(ascii: "}") {
      scanner.position += 1
    } else {
      try readMembers(&scanner)
    }
    scanner.skipSpace()
    if scanner.position < bytes.count {
      throw scanner.fault("nothing behind the object, as one object is one line")
    }
  }

  private mutating func readMembers(_ scanner: inout JSONScanner) throws(JSONFault) {
    while true {
      scanner.skipSpace()
      let key = try Self.key(&scanner)
      try scanner.take(UInt8(ascii: ":"), "':'")
      scanner.skipSpace()
      if let key { try readValue(key, &scanner) } else { try scanner.skipValue() }
      scanner.skipSpace()
      if scanner.byte == UInt8(ascii: "}") { break }
      try scanner.take(UInt8(ascii: ","), "',' or '}'")
    }
    scanner.position += 1
  }

  private mutating func readValue(_ key: Key, _ scanner: inout JSONScanner) throws(JSONFault) {
    wrongTypes.removeAll { $0 == key.rawValue }
    if scanner.byte == UInt8(ascii: "\"") {
      let value = try scanner.string()
      if key == .text { text = value } else { self[key] = String(decoding: value, as: UTF8.self) }
      return
    }
    let start = scanner.position
    let first = scanner.byte
    try scanner.skipValue()
    if key == .text { text = nil } else { self[key] = nil }
    let isNumber = first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
    if key == .id && isNumber {
      id = String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self)
    } else if first != UInt8(ascii: "n") {
      wrongTypes.append(key.rawValue)
    }
  }

  private enum Key: String, CaseIterable {
    case id, text, title, date, publication, place
  }

  private static let keys = Key.allCases.map { ($0, Array($0.rawValue.utf8)) }

  /// The key here; nil for one that nobody asks for.
  private static func key(_ scanner: inout JSONScanner) throws(JSONFault) -> Key? {
    let (range, isEscaped) = try scanner.span()
    let written = UnsafeRawBufferPointer(rebasing: scanner.bytes[range])
    if isEscaped {
      let name = try JSONEscapes.decode(scanner.bytes, range)
      return keys.first { $0.1 == name }?.0
    }
    return keys.first { $0.1.count == written.count && written.elementsEqual($0.1) }?.0
  }

  private subscript(key: Key) -> String? {
    get { nil }
    set {
      switch key {
      case .id: id = newValue
      case .title: title = newValue
      case .date: date = newValue
      case .publication: publication = newValue
      case .place: place = newValue
      case .text: break
      }
    }
  }
}
