import CICU

/// Text in valid UTF-8 and what was lost on the way to it.
struct DecodedText {
  var bytes: [UInt8]
  var characters: Int
  var encoding: String
  var evidence: EncodingEvidence = .strict
  /// Sequences that became U+FFFD.
  var invalid = InvalidSequences()
}

/// Sequences that an encoding does not have.
struct InvalidSequences {
  var first: Int?
  var count = 0
  var bytes = 0

  /// Their share of the input: a newsletter of 3,000 bytes with 3 bad ones → 0.001.
  func share(of length: Int) -> Double {
    length == 0 ? 0 : Double(bytes) / Double(length)
  }
}

extension DecodedText {
  /// UTF-8 with every invalid sequence replaced: `E5 B7 A5 FF` → `工�`.
  init(repairing bytes: UnsafeRawBufferPointer) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 64)
    var invalid = InvalidSequences()
    var characters = 0
    var index = 0
    while index < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[index...])
      let scan = UTF8Scan(rest)
      text.append(contentsOf: rest[..<scan.valid])
      characters += scan.characters
      index += scan.valid
      if index == bytes.count { break }
      let length = -UTF8Scan.characterLength(bytes, at: index)
      if invalid.first == nil { invalid.first = index }
      invalid.count += 1
      invalid.bytes += length
      text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      characters += 1
      index += length
    }
    self.init(bytes: text, characters: characters, encoding: "UTF-8", invalid: invalid)
  }

  /// Text decoded by ICU; nil when ICU does not know the encoding. `strict` stops at the first
  /// invalid sequence; `open` leaves out an incomplete one at the end.
  init?(
    _ bytes: UnsafeRawBufferPointer, encoding: String, strict: Bool, open: Bool = false
  ) {
    var result = cicu_decoding()
    var status: Int32 = 0
    let capacity = 3 * bytes.count + 16
    let text = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      status = cicu_decode(
        encoding, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
        strict ? 1 : 0, open ? 0 : 1, buffer.baseAddress, &result)
      count = status == 0 ? Int(result.written) : 0
    }
    if status != 0 { return nil }
    self.init(bytes: text, characters: Int(result.characters), encoding: encoding)
    invalid.count = Int(result.invalid)
    invalid.bytes = Int(result.invalid_bytes)
    if result.first_invalid >= 0 { invalid.first = Int(result.first_invalid) }
  }

  /// Decoded strictly if it can be, else with U+FFFD and the place of the first.
  static func mended(_ bytes: UnsafeRawBufferPointer, encoding: String) -> DecodedText? {
    if encoding == "UTF-8" { return DecodedText(repairing: bytes) }
    guard let strict = DecodedText(bytes, encoding: encoding, strict: true) else { return nil }
    guard let first = strict.invalid.first else { return strict }
    var lossy = DecodedText(bytes, encoding: encoding, strict: false)
    lossy?.invalid.first = first
    return lossy
  }
}
