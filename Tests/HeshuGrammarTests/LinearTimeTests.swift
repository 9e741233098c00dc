import Testing

@testable import HeshuGrammar

/// No pattern makes a reader slow: what makes backtracking engines exponential takes time in
/// proportion to the row.
@Suite struct LinearTimeTests {
  private func seconds(_ count: Int) throws -> Double {
    let grammar = try TestGrammar.compile([
      "((A* B*)* (A|B)*)* C {q}", "{q} ((A+)+ B?)+ D", "{q} {measure:((A|A A|B)* A)*} C",
    ])
    let layer = try #require(grammar.layer("claims"))
    let scan = LayerScan(layer)
    let a = layer.column(
      UInt16(try #require(grammar.wordTrie.value(of: grammar.folding.fold("甲")))))
    let row = [UInt16](repeating: a, count: count)
    let anchor = try #require(grammar.tokenSymbols["BareArabic"])
    let clock = ContinuousClock()
    let time = row.withUnsafeBufferPointer { row in
      clock.measure {
        scan.each(left: row, right: row, anchor: layer.column(anchor)) { _, _, _ in true }
      }
    }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  @Test func nestedStarsOverAHundredThousandTokens() throws {
    #expect(try seconds(100_000) < 10)
  }
}
