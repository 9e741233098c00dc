import HeshuClaims

/// Takes out of records that this program wrote what was not asked for.
struct RecordLines {
  let types: Set<RecordType>
  /// Whether document records keep their text.
  let withText: Bool

  func kept(_ lines: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(lines.count)
    lines.eachLine { line in
      guard let type = types.first(where: { line.starts(with: "{\"type\":\"\($0.rawValue)\"".utf8) }) else { return }
      // The text is a document's last field.
      if type == .document, !withText, let text = Self.place(of: ",\"text\":\"", line) {
        out += line[..<text]
        out.append(UInt8(ascii: "}"))
      } else {
        out += line
      }
      out.append(0x0A)
    }
    return out
  }

  private static func place(of words: StaticString, _ line: UnsafeBufferPointer<UInt8>) -> Int? {
    let wanted = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    guard line.count >= wanted.count else { return nil }
    return (0...(line.count - wanted.count)).first {
      line[$0] == wanted[0] && line[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
