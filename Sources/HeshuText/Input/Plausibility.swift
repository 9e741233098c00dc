// How likely a text is to be what an editor wrote.
//
// The idea: give each character the number of bits that an ideal code for Chinese newsletters
// would spend on it. Two readings of the same bytes compare by their totals, which is a comparison
// of likelihoods: a wrong reading is full of rare characters and takes about twice the bits. A
// reading that takes more than the 8 bits a byte that noise takes explains nothing.

/// The length of a reading in an ideal code for newsletters.
enum Plausibility {
  /// The bits that a text takes. `区总工会` → 39; the same bytes read as Big5, `跋羆…`, → 80.
  static func bits(_ text: [UInt8]) -> Double {
    var total = 0.0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      total += scalar.value < 0x10000 ? Double(costs[Int(scalar.value)]) : astral
    }
    return total
  }

  private static let astral = 26.0

  /// Bits for each character of the basic plane.
  private static let costs: [Float] = {
    var costs = [Float](repeating: 22, count: 0x10000)
    func set(_ range: ClosedRange<Int>, _ bits: Float) {
      for value in range { costs[value] = bits }
    }
    func set(_ characters: String, _ bits: Float) {
      for scalar in characters.unicodeScalars where scalar.value > 0x20 {
        costs[Int(scalar.value)] = bits
      }
    }
    set(0x00...0x1F, 20)
    set(0x20...0x7E, 7)
    set(0x7F...0x9F, 30)
    set(0xA0...0x24F, 17)
    set(0x3040...0x312F, 18)
    set(0x3400...0x4DBF, 26)
    set(0x4E00...0x9FFF, 23)
    set(0xAC00...0xD7AF, 20)
    set(0xD800...0xF8FF, 30)
    set(0xFE30...0xFFEF, 20)
    set(0xFF01...0xFF5E, 14)
    for tab in [0x09, 0x0A, 0x0D] { costs[tab] = 6 }
    for scalar in String(decoding: CommonHan.firstLevels(), as: UTF8.self).unicodeScalars
    where scalar.value < 0x10000 && costs[Int(scalar.value)] == 23 {
      costs[Int(scalar.value)] = 14
    }
    set(CommonHan.simplified + CommonHan.traditional, 9.5)
    set("〇○●◆■□★☆◎△▲▼→①②③④⑤⑥⑦⑧⑨⑩㎡℃×÷±°※￥〔〕【】［］〖〗", 13)
    set("、。·—…“”‘’《》〈〉『』「」（）！，：；？％－～", 7)
    costs[0x3000] = 6
    costs[0xFFFD] = 40
    costs[0xFEFF] = 30
    return costs
  }()
}
