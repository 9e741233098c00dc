// Validation of UTF-8, eight bytes at a time.
//
// The idea: Chinese newsletters are runs of three-byte characters with ASCII between them. One
// unaligned word shows either eight ASCII bytes or two whole three-byte characters, and one mask
// tells which. The rest (two and four bytes, ends, mistakes) takes the slow, obvious way.
// Invariant: everything before `index` is valid, and `characters` counts it.

/// Where valid UTF-8 ends.
struct UTF8Scan {
  /// The length of the longest valid beginning, in bytes.
  var valid: Int
  /// How many code points it has.
  var characters: Int
  /// Whether it is ASCII throughout.
  var isASCII: Bool

  /// `上涨19%` → 10 bytes, 5 characters; `E4 B8 29` → 0 bytes, 0 characters.
  init(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    var characters = 0
    let count = bytes.count
    guard let base = bytes.baseAddress else {
      self = UTF8Scan(valid: 0, characters: 0)
      return
    }
    while index < count {
      while index + 8 <= count {
        let word = UInt64(littleEndian: (base + index).loadUnaligned(as: UInt64.self))
        let high = word & 0x8080_8080_8080_8080
        if high == 0 {
          index += 8
          characters += 8
        } else if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0,
          Self.isCharacter(word), Self.isCharacter(word >> 24)
        {
          index += 6
          characters += 2
        } else if word & 0xC0_C0F0 == 0x80_80E0, Self.isCharacter(word) {
          index += 3
          characters += 1
        } else if high & 0x80 == 0 {
          index += high.trailingZeroBitCount >> 3
          characters += high.trailingZeroBitCount >> 3
        } else {
          break
        }
      }
      if index == count { break }
      let length = Self.characterLength(bytes, at: index)
      if length <= 0 { break }
      index += length
      characters += 1
    }
    self = UTF8Scan(valid: index, characters: characters)
  }

  private init(valid: Int, characters: Int) {
    self.valid = valid
    self.characters = characters
    isASCII = valid == characters
  }

  /// Whether three bytes of the right shape are neither too long (E0 80…) nor half of a pair
  /// (ED A0…): the upper five bits of the code point are neither 0 nor 27.
  @inline(__always)
  private static func isCharacter(_ word: UInt64) -> Bool {
    let upper = (word << 1) & 0x1E | (word >> 13) & 1
    return (UInt64(1 | 1 << 27) >> upper) & 1 == 0
  }

  /// The length of the valid character here; else minus the length of what is wrong, which is the
  /// longest beginning of a character, at least one byte (Unicode, section 3.9).
  static func characterLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return -1
    }
    for step in 1..<length {
      if index + step >= bytes.count { return -step }
      let byte = bytes[index + step]
      if byte < low || byte > high { return -step }
      low = 0x80
      high = 0xBF
    }
    return length
  }

  /// The code points of text that is known to be valid: every byte but the continuations.
  static func characters(in bytes: UnsafeRawBufferPointer) -> Int {
    var total = bytes.count
    var index = 0
    while index + 8 <= bytes.count {
      var sums: UInt64 = 0
      let end = min(index + 8 * 255, bytes.count & ~7)
      while index < end {
        let word = (bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)
        sums += (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
        index += 8
      }
      let pairs = (sums & 0x00FF_00FF_00FF_00FF) + (sums >> 8 & 0x00FF_00FF_00FF_00FF)
      total -= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    while index < bytes.count {
      if bytes[index] & 0xC0 == 0x80 { total -= 1 }
      index += 1
    }
    return total
  }
}
