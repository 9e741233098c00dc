import HeshuNumerals
import Testing

@Suite struct ExactTests {
  @Test(arguments: [
    (Exact(47_264_287, exponent: 2), "4726428700"), (Exact(5, exponent: -1), "0.5"), (Exact(5, exponent: -2), "0.05"),
    (Exact(1250, exponent: -2), "12.5"), (Exact(0), "0"), (Exact(0, exponent: 4), "0"),
    (Exact(-225, exponent: -1), "-22.5"),
    (Exact(3, exponent: 20), "300000000000000000000"), (Exact(100, exponent: -2), "1"),
  ])
  func digits(_ value: Exact, _ expected: String) { #expect(value.description == expected) }

  @Test func comparesWithoutRounding() {
    #expect(Exact(10, exponent: -1) == Exact(1))
    #expect(Exact(2_979, exponent: 2) < Exact(297_901))
    #expect(Exact(-5) < Exact(3, exponent: -10))
    #expect(!(Exact(1, exponent: 60) < Exact(9)))
  }

  @Test func dividesExactlyOrSaysHow() throws {
    let eighth = try #require(Exact(1).divided(by: Exact(8)))
    #expect(eighth.value.description == "0.125" && eighth.ratio == nil)
    let thirds = try #require(Exact(2).divided(by: Exact(3)))
    #expect(thirds.value.description == "0.666666666666667")
    let ratio = try #require(thirds.ratio)
    #expect(ratio.0 == 2 && ratio.1 == 3)
    #expect(Exact(1).divided(by: .zero) == nil)
  }

  @Test func overflowIsNil() {
    let large = Exact(Int128.max)
    #expect(large.adding(large) == nil)
    #expect(large.multiplied(by: Exact(3)) == nil)
  }
}
