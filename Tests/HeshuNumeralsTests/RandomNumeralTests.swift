import HeshuNumerals
import Testing

/// Random numbers, spelled by the slow speller, are read back exactly.
@Suite struct RandomNumeralTests {
  /// The same numbers on every run: a multiplicative generator (Knuth, MMIX).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private func check(_ spellers: [NumeralSpeller], unit: String, seed: UInt64) throws {
    var numbers = Numbers(state: seed)
    var written: [(Int, String)] = []
    for length in 1...15 {
      let limit = (0..<length).reduce(1) { power, _ in power * 10 }
      for _ in 0..<30 {
        let value = Int.random(in: max(2, limit / 10)..<max(limit, 4), using: &numbers)
        for speller in spellers { written.append((value, speller.spell(value))) }
      }
    }
    let text = written.map { "共\($0.1)\(unit)。" }.joined()
    let found = try quantities(in: text)
    #expect(found.count == written.count)
    for ((value, spelled), read) in zip(written, found) {
      #expect(read.quantity.value?.integer == value, "\(spelled) read as \(read.text)")
    }
  }

  @Test func simplified() throws { try check([NumeralSpeller()], unit: "人次", seed: 1) }
  @Test func traditional() throws { try check([.traditional], unit: "人次", seed: 2) }
  @Test func formal() throws { try check([.formal], unit: "元整", seed: 3) }

  @Test func arabic() throws {
    var numbers = Numbers(state: 4)
    for _ in 0..<300 {
      let value = Int.random(in: 1...999_999_999, using: &numbers)
      let fraction = Int.random(in: 0...99, using: &numbers)
      let grouped = String(
        String(value).reversed().enumerated().flatMap { $0 > 0 && $0 % 3 == 0 ? [",", $1] : [$1] }.reversed())
      for digits in ["\(value)", grouped] {
        let text = "共\(digits).\(fraction < 10 ? "0" : "")\(fraction)万元"
        let found = try quantities(in: text)
        #expect(
          found.count == 1 && found[0].quantity.value == Exact(Int128(value * 100 + fraction), exponent: 2), "\(text)")
      }
    }
  }
}
