import HeshuChecks
import HeshuNumerals
import Testing

/// Ends, open and closed, exactly.
@Suite struct IntervalTests {
  private func closed(_ low: Int128, _ high: Int128) -> Interval { Interval(Exact(low), Exact(high)) }

  @Test func endsThatTouchMeetOnlyWhenBothAreClosed() {
    let below = Interval(Exact(270_000), Exact(280_000), closed: (true, false))
    #expect(!below.meets(Interval(Exact(280_000))))
    #expect(below.meets(Interval(Exact(270_000))))
    #expect(closed(1, 2).meets(closed(2, 3)))
    let above = Interval(Exact(310_000), nil, closed: (false, false))
    #expect(!above.meets(Interval(Exact(310_000))))
    #expect(above.meets(Interval(Exact(310_001))))
    #expect(closed(309_794, 309_894).lies(below: above))
  }

  @Test func sumsKeepTheirEnds() {
    let stock = Interval(Exact(297_900)).widened(by: Exact(50))
    #expect((stock + Interval(Exact(11_944))).description == "[309794, 309894]")
    let open = Interval(Exact(1), Exact(2), closed: (true, false))
    #expect((open + closed(1, 1)).description == "[2, 3)")
    #expect((open + Interval(Exact(0), nil)).upper == nil)
  }

  @Test func containsAsksForBothSides() {
    #expect(closed(1, 5).contains(closed(1, 5)))
    #expect(!Interval(Exact(1), Exact(5), closed: (true, false)).contains(closed(1, 5)))
    #expect(!closed(1, 5).contains(Interval(Exact(1), nil)))
    #expect(Interval(nil, nil).contains(closed(1, 5)))
  }

  @Test func decimalsStayExact() {
    let tenths = Interval(Exact(1, exponent: -1)) + Interval(Exact(2, exponent: -1))
    #expect(tenths.point == Exact(3, exponent: -1))
  }
}
