// From bytes of unknown encoding to UTF-8.
//
// In this order: the user's word, the byte order mark, the page's own declaration, strict UTF-8,
// then the contest of GB18030, Big5 and what ICU's detector proposes. A declaration that does not
// fit is an error with a suggestion, never overruled in silence; a few bad bytes in a text that
// otherwise fits become U+FFFD and a warning.

/// How the bytes of one input become text.
struct TextDecoding {
  let source: String
  /// The label that the user gave.
  let declared: String?
  /// Whether the bytes may declare their encoding as HTML does.
  var isHTML = false

  /// A text with at most this share of bad bytes is mended without further questions.
  private static let mendable = 0.001
  /// In a short text one bad byte is more than that; it may have more when nothing else fits.
  private static let mendableAtMost = 0.1

  func decode(_ bytes: consuming [UInt8]) throws(InputError) -> DecodedText {
    var result: Result<DecodedText?, InputError> = .success(nil)
    bytes.withUnsafeBytes { buffer in
      do throws(InputError) { result = .success(try decode(buffer)) } catch {
        result = .failure(error)
      }
    }
    guard let other = try result.get() else {
      // Valid UTF-8 without a mark stays the array that was read.
      let characters = bytes.withUnsafeBytes { UTF8Scan.characters(in: $0) }
      return DecodedText(
        bytes: bytes, characters: characters, encoding: "UTF-8",
        evidence: declared == nil ? .strict : .declared)
    }
    return other
  }

  /// The text; nil when the bytes themselves are it.
  private func decode(_ bytes: UnsafeRawBufferPointer) throws(InputError) -> DecodedText? {
    let mark = ByteOrderMark(bytes)
    if let declared {
      guard let name = EncodingName.resolve(declared) else { throw .unknown(declared, source) }
      let skip = mark.map { $0.encoding.hasPrefix(name) ? $0.length : 0 } ?? 0
      if name == "UTF-8", skip == 0, UTF8Scan(bytes).valid == bytes.count { return nil }
      let encoding = skip > 0 ? mark!.encoding : name
      return try fitted(bytes, skip: skip, encoding: encoding, evidence: .declared)
    }
    if let mark {
      return try fitted(
        bytes, skip: mark.length, encoding: mark.encoding, evidence: .byteOrderMark)
    }
    if isHTML, let label = HTMLDeclaration.label(in: bytes),
      let name = EncodingName.resolve(label)
    {
      return try fitted(bytes, skip: 0, encoding: name, evidence: .declared)
    }
    return try undeclared(bytes)
  }

  private func undeclared(_ bytes: UnsafeRawBufferPointer) throws(InputError) -> DecodedText? {
    let scan = UTF8Scan(bytes)
    let signs = BinarySigns(bytes)
    if scan.valid == bytes.count && !signs.areMany {
      return scan.isASCII ? HZText.decode(bytes) : nil
    }
    if signs.kind != nil { throw .binary(source, signs) }
    // One sample tells a text with a few bad bytes from one in another encoding.
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(EncodingContest.sampleLength))
    if !signs.areMany, DecodedText(repairing: sample).invalid.bytes * 100 <= sample.count {
      let repaired = DecodedText(repairing: bytes)
      if repaired.invalid.share(of: bytes.count) <= Self.mendable { return repaired }
    }
    let contest = EncodingContest(bytes)
    for limit in [Self.mendable, Self.mendableAtMost] {
      for entry in contest.entries where entry.rate < 8 {
        if signs.areSome && !entry.encoding.hasPrefix("UTF-16") { continue }
        guard var text = DecodedText.mended(bytes, encoding: entry.encoding),
          text.invalid.share(of: bytes.count) <= limit
        else { continue }
        text.evidence = contest.evidence(for: entry.encoding)
        return text
      }
    }
    if signs.areSome { throw .binary(source, signs) }
    throw .fitsNothing(source, scan.valid, best: contest.entries.first?.encoding)
  }

  /// The text in an encoding that is given, or the error that says where it breaks.
  private func fitted(
    _ bytes: UnsafeRawBufferPointer, skip: Int, encoding: String, evidence: EncodingEvidence
  ) throws(InputError) -> DecodedText {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[skip...])
    guard var text = DecodedText.mended(rest, encoding: encoding) else {
      throw .unknown(encoding, source)
    }
    if let first = text.invalid.first {
      text.invalid.first = first + skip
      if text.invalid.share(of: bytes.count) > Self.mendable {
        throw misfit(bytes, encoding: encoding, offset: first + skip)
      }
    }
    text.evidence = evidence
    return text
  }

  private func misfit(_ bytes: UnsafeRawBufferPointer, encoding: String, offset: Int) -> InputError {
    let signs = BinarySigns(bytes)
    if signs.kind != nil { return .binary(source, signs) }
    let other = TextDecoding(source: source, declared: nil)
    var fitting: String?
    if let text = try? other.undeclared(bytes), text.invalid.count == 0 { fitting = text.encoding }
    if UTF8Scan(bytes).valid == bytes.count { fitting = "UTF-8" }
    return .misfit(source, encoding, offset, bytes[offset], suggestion: fitting)
  }
}

extension InputError {
  fileprivate static func unknown(_ label: String, _ source: String) -> InputError {
    InputError(
      source: source, code: .unknownEncoding,
      message: "'\(label)' is no encoding that is known here; expected a name such as UTF-8, "
        + "GB18030 or Big5; leave it out to have the encoding found")
  }

  fileprivate static func fitsNothing(_ source: String, _ offset: Int, best: String?) -> InputError {
    InputError(
      source: source, code: .wrongEncoding,
      message: "no encoding fits: UTF-8 breaks at byte \(offset), GB18030 and Big5 give no "
        + "Chinese; expected text in one of them; name the encoding if you know it"
        + (best.map { " (nearest: \($0))" } ?? ""), offset: offset)
  }

  fileprivate static func misfit(
    _ source: String, _ encoding: String, _ offset: Int, _ byte: UInt8, suggestion: String?
  ) -> InputError {
    let digits = String(byte, radix: 16, uppercase: true)
    let hex = String(repeating: "0", count: 2 - digits.count) + digits
    return InputError(
      source: source, code: .wrongEncoding,
      message: "declared as \(encoding), but byte \(offset) (\(hex)) begins what \(encoding) does "
        + "not have; expected \(encoding) throughout; "
        + (suggestion.map { "\($0) fits: declare that" } ?? "look at the file, no other fits"),
      offset: offset)
  }
}
