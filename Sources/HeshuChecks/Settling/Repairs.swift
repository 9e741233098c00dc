internal import HeshuNumerals

/// Small changes after which a finding is gone: a digit, two digits swapped, a scale word, a unit.
enum Repairs {
  /// The figure's words for another value, when one slip of the pen leads from there to here: 116场 for 113 is 113场; nil
  /// when more than that differs.
  static func repair(_ fact: Fact, to value: Exact) -> Finding.Repair? {
    guard fact.figure.isExact, let old = fact.figure.value, value.mantissa > 0, old != value else { return nil }
    let text = Array(fact.figure.text.unicodeScalars)
    let digits = text.prefix { isOfNumber($0) }
    guard !digits.isEmpty else { return nil }
    let rest = String(String.UnicodeScalarView(text[digits.count...]))
    let written = String(String.UnicodeScalarView(digits.filter { $0 != "," && $0 != "，" }))
    // 万 left out or too much.
    for power in [4, 8] where old.scaled(power) == value {
      return change(fact, written + (power == 4 ? "万" : "亿") + rest)
    }
    for (power, word) in [(4, "万"), (8, "亿")] where value.scaled(power) == old && rest.hasPrefix(word) {
      return change(fact, written + rest.dropFirst())
    }
    guard let scale = Exact(written).flatMap({ power(from: $0, to: old) }) else { return nil }
    let wanted = value.scaled(-scale).description
    return isOneSlip(Array(written.utf8), Array(wanted.utf8)) ? change(fact, wanted + rest) : nil
  }

  /// The words of another passage in place of this one.
  static func copy(_ fact: Fact, from other: Fact) -> Finding.Repair? {
    if let value = other.figure.value, let repair = repair(fact, to: value) { return repair }
    return fact.figure.value == other.figure.value && fact.figure.unit != other.figure.unit
      ? change(fact, other.figure.text) : nil
  }

  private static func change(_ fact: Fact, _ text: some StringProtocol) -> Finding.Repair {
    Finding.Repair(span: fact.findingSpan, text: String(text))
  }

  private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "." || scalar == ","
  }

  /// The power of ten between the digits and the value: 4 for 12 and 120000.
  private static func power(from written: Exact, to value: Exact) -> Int? {
    [0, 4, 8, 3, 2, 1].first { written.scaled($0) == value }
  }

  /// One digit other, more or fewer, or two neighbours swapped.
  static func isOneSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a.count == b.count {
      let other = a.indices.filter { a[$0] != b[$0] }
      if other.count == 1 { return true }
      return other.count == 2 && other[1] == other[0] + 1 && a[other[0]] == b[other[1]] && a[other[1]] == b[other[0]]
    }
    let (long, short) = a.count > b.count ? (a, b) : (b, a)
    guard long.count == short.count + 1 else { return false }
    return long.indices.contains { index in
      var less = long
      less.remove(at: index)
      return less == short
    }
  }

  /// A change of one figure after which the parts make the total: the total itself first, then each part.
  static func balance(_ total: Fact, _ parts: [Fact]) -> Finding.Repair? {
    guard let sum = parts.sum, let value = total.figure.value else { return nil }
    if let repair = repair(total, to: sum) { return repair }
    guard let gap = value.subtracting(sum) else { return nil }
    return parts.lazy.compactMap { part in part.figure.value?.adding(gap).flatMap { repair(part, to: $0) } }.first
  }
}
