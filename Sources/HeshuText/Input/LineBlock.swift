#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Some lines of an input: what one thread reads at a time.
public struct LineBlock: Sendable {
  /// The path as the user gave it; `-` for standard input.
  public let source: String
  /// The lines with their ends; UTF-8 that was not checked yet.
  public let bytes: [UInt8]
  /// The number of the first line, from 1.
  public let firstLine: Int
  /// Whether each line is a JSON object.
  public let isJSON: Bool
  public let lineCount: Int

  init(source: String, bytes: [UInt8], firstLine: Int, isJSON: Bool) {
    self.source = source
    self.bytes = bytes
    self.firstLine = firstLine
    self.isJSON = isJSON
    var count = bytes.last == 0x0A || bytes.isEmpty ? 0 : 1
    bytes.withUnsafeBytes { bytes in
      var at = 0
      while at < bytes.count, let hit = memchr(bytes.baseAddress! + at, 0x0A, bytes.count - at) {
        count += 1
        at = UnsafeRawPointer(hit) - bytes.baseAddress! + 1
      }
    }
    lineCount = count
  }

  /// Calls `body` for each line in order. The line's memory is valid during the call only.
  public func each(_ body: (InputLine) -> Void) {
    bytes.withUnsafeBytes { bytes in
      let isValid = UTF8Scan(bytes).valid == bytes.count
      var at = 0
      var number = firstLine
      while at < bytes.count {
        let hit = memchr(bytes.baseAddress! + at, 0x0A, bytes.count - at)
        let end = hit.map { UnsafeRawPointer($0) - bytes.baseAddress! } ?? bytes.count
        let stop = end > at && bytes[end - 1] == 0x0D ? end - 1 : end
        line(UnsafeRawBufferPointer(rebasing: bytes[at..<stop]), number, isValid, body)
        at = end + 1
        number += 1
      }
    }
  }

  private func line(
    _ bytes: UnsafeRawBufferPointer, _ number: Int, _ isValid: Bool, _ body: (InputLine) -> Void
  ) {
    if isValid || UTF8Scan(bytes).valid == bytes.count {
      isJSON ? object(bytes, number, nil, body) : body(InputLine(number: number, text: bytes.bound))
      return
    }
    let mended = DecodedText(repairing: bytes)
    let error = InputError.invalidLine(source, number, mended.invalid)
    mended.bytes.withUnsafeBytes { bytes in
      isJSON
        ? object(bytes, number, error, body)
        : body(InputLine(number: number, text: bytes.bound, error: error))
    }
  }

  /// A JSON line: text and id where they stand, decoded only where they have escapes.
  private func object(
    _ bytes: UnsafeRawBufferPointer, _ number: Int, _ error: InputError?,
    _ body: (InputLine) -> Void
  ) {
    do throws(JSONFault) {
      let places = try JSONPlaces(bytes)
      guard let text = places.text else {
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return body(InputLine(number: number)) }
        let error = InputError.missingText(source, number, isThere: places.hasOtherText)
        return try places.withID(bytes) { body(InputLine(number: number, id: $0, error: error)) }
      }
      try places.withID(bytes) { id throws(JSONFault) in
        if places.isTextEscaped {
          try JSONEscapes.decode(bytes, text).withUnsafeBufferPointer {
            body(InputLine(number: number, text: $0, id: id, error: error))
          }
        } else {
          let slice = UnsafeRawBufferPointer(rebasing: bytes[text]).bound
          body(InputLine(number: number, text: slice, id: id, error: error))
        }
      }
    } catch {
      body(InputLine(number: number, error: .badJSON(source, number, error, isOneValue: false)))
    }
  }
}

/// One line of an input: its text, the id that a JSON line gives, and what was wrong with it.
public struct InputLine {
  /// From 1.
  public let number: Int
  /// Valid UTF-8 without the line's end; empty where the line could not be read.
  public var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  public var id: UnsafeBufferPointer<UInt8>?
  public var error: InputError?
}

extension UnsafeRawBufferPointer {
  fileprivate var bound: UnsafeBufferPointer<UInt8> { assumingMemoryBound(to: UInt8.self) }
}

extension InputError {
  fileprivate static func invalidLine(_ source: String, _ line: Int, _ invalid: InvalidSequences)
    -> InputError
  {
    InputError(
      source: source, code: .invalidSequence,
      message: "\(invalid.count) invalid sequence(s) became U+FFFD; expected UTF-8 throughout; "
        + "compare with the original", line: line, offset: invalid.first)
  }
}
