// The text that is measured.
//
// Newsletters of the corpus over and over, every copy with other figures, so that no two lines need be the same and no
// memory of a line helps. The generator is seeded: the same corpus gives the same bytes on every machine. Digits of
// dates and clock times stay, so that dates stay dates.

import Foundation

struct TextMaker {
  /// Newsletters, one JSON object a line; and their lines, one a line.
  let documents: String
  let lines: String
  private(set) var documentBytes = 0
  private(set) var lineBytes = 0
  private(set) var characters = 0
  private var random = SplitMix(state: 20_231_229)

  /// Writes at least `size` bytes of text into the folder, piece by piece: this process must stay small, since a child
  /// begins with its parent's memory.
  init(corpus: String, size: Int, prose: Int, folder: String) throws {
    documents = folder + "/newsletters.jsonl"
    lines = folder + "/lines.txt"
    let sources = try Self.newsletters(corpus)
    if sources.isEmpty { throw Problem("found no UTF-8 newsletter in \(corpus)") }
    let prose = Prose(count: prose, sources: sources.map(\.1))
    var output = try (Output(documents), Output(lines))
    var copy = 0
    while documentBytes < size {
      copy += 1
      for (name, scalars) in sources {
        let text = prose.added(to: varied(scalars), &random)
        characters += text.unicodeScalars.count
        documentBytes += text.utf8.count
        output.0.write(#"{"id":"\#(copy)-\#(name)","text":""# + Self.escaped(text) + "\"}\n")
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
          lineBytes += line.utf8.count + 1
          output.1.write(line + "\n")
        }
      }
    }
    output.0.flush()
    output.1.flush()
  }

  private static func newsletters(_ folder: String) throws -> [(String, [Unicode.Scalar])] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
      guard name.hasSuffix(".txt") || name.hasSuffix(".md"),
        let data = FileManager.default.contents(atPath: folder + "/" + name),
        let text = String(validating: data, as: UTF8.self)
      else { return nil }
      return (name, Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" }))
    }
  }

  /// The text with other digits in it: 签订1759份 → 签订4062份.
  private mutating func varied(_ scalars: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard Self.isDigit(scalars[index]) else {
        result.append(scalars[index])
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, Self.isDigit(scalars[index]) { index += 1 }
      let after = index < scalars.count ? scalars[index] : " "
      let before = start > 0 ? scalars[start - 1] : " "
      if "年月日号時时：:-/".unicodeScalars.contains(after) || "：:-/".unicodeScalars.contains(before) {
        result.append(contentsOf: scalars[start..<index])
        continue
      }
      for place in start..<index {
        // No number begins with 0, one after the point may.
        let low: UInt32 = place == start && before != "." ? 1 : 0
        result.append(Unicode.Scalar(0x30 + low + UInt32(random.next() % UInt64(10 - low)))!)
      }
    }
    return String(result)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Steele, Lea and Flood's SplitMix64.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A file that is written in blocks.
private struct Output {
  private let file: FileHandle
  private var bytes: [UInt8] = []

  init(_ path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    guard let file = FileHandle(forWritingAtPath: path) else {
      throw Problem("cannot write \(path)")
    }
    self.file = file
  }

  mutating func write(_ text: some StringProtocol) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 20 { flush() }
  }

  mutating func flush() {
    file.write(Data(bytes))
    bytes.removeAll(keepingCapacity: true)
  }
}
