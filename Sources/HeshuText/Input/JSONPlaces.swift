/// Where `id` and `text` stand in a JSON line, found without copying anything.
///
/// `{"id":"p1","text":"覆盖职工27万余人次。"}` → the ranges of `p1` and of the sentence. Of a key that comes twice the last counts.
struct JSONPlaces {
  private(set) var id: Range<Int>?
  private(set) var text: Range<Int>?
  private(set) var isIDEscaped = false
  private(set) var isTextEscaped = false
  /// `text` is there and no string.
  private(set) var hasOtherText = false

  init(_ bytes: UnsafeRawBufferPointer) throws(JSONFault) {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
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
      let (range, isEscaped) = try scanner.span()
      let key = UnsafeRawBufferPointer(rebasing: scanner.bytes[range])
      let isText: Bool
      let isID: Bool
      if isEscaped {
        let name = try JSONEscapes.decode(scanner.bytes, range)
        isText = name.elementsEqual("text".utf8)
        isID = name.elementsEqual("id".utf8)
      } else {
        isText =
          key.count == 4 && key[0] == 0x74 && key[1] == 0x65 && key[2] == 0x78 && key[3] == 0x74
        isID = key.count == 2 && key[0] == 0x69 && key[1] == 0x64
      }
      try scanner.take(UInt8(ascii: ":"), "':'")
      scanner.skipSpace()
      if isText {
        try readText(&scanner)
      } else if isID {
        try readID(&scanner)
      } else {
        try scanner.skipValue()
      }
      scanner.skipSpace()
      if scanner.byte == UInt8(ascii: "}") { break }
      try scanner.take(UInt8(ascii: ","), "',' or '}'")
    }
    scanner.position += 1
  }

  private mutating func readText(_ scanner: inout JSONScanner) throws(JSONFault) {
    text = nil
    hasOtherText = scanner.byte != UInt8(ascii: "\"")
    if hasOtherText { return try scanner.skipValue() }
    let (range, isEscaped) = try scanner.span()
    text = range
    isTextEscaped = isEscaped
  }

  private mutating func readID(_ scanner: inout JSONScanner) throws(JSONFault) {
    id = nil
    isIDEscaped = false
    if scanner.byte == UInt8(ascii: "\"") {
      let (range, isEscaped) = try scanner.span()
      id = range
      isIDEscaped = isEscaped
      return
    }
    let start = scanner.position
    let isNumber = scanner.byte == UInt8(ascii: "-") || (0x30...0x39).contains(scanner.byte)
    try scanner.skipValue()
    if isNumber { id = start..<scanner.position }
  }

  /// Calls `body` with the id as it reads, nil when the line gives none.
  func withID(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>?) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard let id else { return try body(nil) }
    guard isIDEscaped else {
      return try body(
        UnsafeRawBufferPointer(rebasing: bytes[id]).assumingMemoryBound(to: UInt8.self))
    }
    let decoded = try JSONEscapes.decode(bytes, id)
    try decoded.withUnsafeBufferPointer { (buffer) throws(JSONFault) in try body(buffer) }
  }
}
