/// The parts of a number being read: completed big parts, the section below the next big scale word, a pending digit.
struct NumberParts {
  var parts: [(value: Exact, scale: Int)] = []
  var section = Exact.zero
  var pending: Exact?

  mutating func small(_ power: Int) -> Bool {
    guard let sum = section.adding((pending ?? Exact(1)).scaled(power)) else { return false }
    section = sum
    pending = nil
    return true
  }

  /// 万 after 亿 adds a part; 亿 after 万 multiplies all that is smaller (4569万8311亿); 万 after 万 multiplies.
  mutating func big(_ power: Int, isBare: Bool) -> Bool {
    guard var sum = pending.map({ section.adding($0) }) ?? section else { return false }
    if sum.isZero, isBare, let last = parts.last {
      guard last.value.exponent + power <= 40 else { return false }
      parts[parts.count - 1] = (last.value.scaled(power), max(last.scale, power))
    } else {
      while let last = parts.last, last.scale < power {
        guard let total = sum.adding(last.value) else { return false }
        sum = total
        parts.removeLast()
      }
      if sum.isZero { sum = Exact(1) }
      parts.append((sum.scaled(power), power))
    }
    section = .zero
    pending = nil
    return true
  }

  var total: Exact? {
    var sum: Exact? = pending.map { section.adding($0) } ?? section
    for part in parts { sum = sum?.adding(part.value) }
    return sum
  }
}
