import CICU

/// The choice among encodings that nobody declared.
///
/// `C7F8 D7DC B9A4 BBE1` → GB18030 (区总工会), not Big5, where half of it does not exist. The
/// whole beginning of a file is judged, never a line of it.
struct EncodingContest {
  /// What each encoding makes of the sample, the most plausible first.
  let entries: [Entry]

  struct Entry {
    var encoding: String
    /// Invalid sequences and characters of private use, which stand for what is not assigned.
    var mistakes: Int
    /// Bits for each byte of the sample; noise has 8.
    var rate: Double
  }

  /// As much of a file as is judged.
  static let sampleLength = 1 << 16
  /// Readings that are always tried. The order decides between equals.
  private static let usual = ["UTF-8", "GB18030", "Big5", "Big5-HKSCS", "UTF-16LE", "UTF-16BE"]
  /// Chinese text takes 5 to 6 bits a byte in its own encoding, rare names a little more.
  private static let plausible = 6.8

  init(_ bytes: UnsafeRawBufferPointer) {
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(Self.sampleLength))
    let cut = bytes.count > sample.count
    func entry(_ encoding: String) -> Entry? {
      let reading =
        encoding == "UTF-8"
        ? DecodedText(repairing: sample)
        : DecodedText(sample, encoding: encoding, strict: false, open: cut)
      guard let reading else { return nil }
      let bits = Plausibility.bits(reading.bytes)
      return Entry(
        encoding: encoding,
        mistakes: reading.invalid.count + Self.privateCharacters(reading.bytes),
        rate: bits / Double(max(sample.count, 1)))
    }
    var entries = Self.usual.compactMap(entry)
    if !entries.contains(where: { $0.mistakes == 0 && $0.rate < Self.plausible }) {
      entries += Self.proposals(sample).filter { !Self.usual.contains($0) }.compactMap(entry)
    }
    // Stable, as sort(by:) is not promised to be.
    self.entries = entries.enumerated().sorted {
      ($0.element.rate, $0.offset) < ($1.element.rate, $1.offset)
    }.map(\.element)
  }

  /// The winner's evidence: strict when no rival can read the sample without a mistake.
  func evidence(for encoding: String) -> EncodingEvidence {
    let rivals = entries.filter {
      $0.encoding != encoding && $0.mistakes == 0 && Self.usual[..<4].contains($0.encoding)
        && !($0.encoding.hasPrefix("Big5") && encoding.hasPrefix("Big5"))
    }
    let own = entries.first { $0.encoding == encoding }
    let usual = Self.usual[..<4].contains(encoding)
    return own?.mistakes == 0 && usual && rivals.isEmpty ? .strict : .detected
  }

  /// How many characters a text has from U+E000 to U+F8FF.
  private static func privateCharacters(_ text: [UInt8]) -> Int {
    var count = 0
    for (index, byte) in text.enumerated() where byte >= 0xEE && byte <= 0xEF {
      if byte == 0xEE || text[index + 1] < 0xA4 { count += 1 }
    }
    return count
  }

  /// What ICU's detector would try.
  private static func proposals(_ sample: UnsafeRawBufferPointer) -> [String] {
    var names = [CChar](repeating: 0, count: 512)
    let length = cicu_detect(
      sample.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(sample.count), &names, 512)
    let text = names[..<Int(length)].map { UInt8(bitPattern: $0) }
    let labels = String(decoding: text, as: UTF8.self).split(separator: "\n")
    return labels.prefix(4).compactMap { EncodingName.resolve(String($0)) }
  }
}
