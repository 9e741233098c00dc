import HeshuText
import Testing

/// Inputs of odd shape are read in linear time: twice the text takes no more than about twice as
/// long.
struct LargeTextTests {
  private func seconds(_ text: [UInt8]) -> Double {
    let reader = Lines.reader
    let reading = Lines.reading
    let clock = ContinuousClock()
    let time = clock.measure {
      text.withUnsafeBufferPointer { source in
        let newsletter = reader.read(source)
        for block in newsletter.articles.flatMap(\.blocks) {
          reading.fill(block, of: newsletter, from: source)
        }
      }
    }
    return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
  }

  @Test(arguments: [
    "区总工会今年发放补贴86.4万元，惠及1980人次。", "区总工会\n", "区总工会\n\n", "惠及2006人次，\n", "惠及 人 次", "用\n\n用", "（",
    "——", "# 区\n", "\n",
    "记者 ", "本报讯（",
  ])
  func linear(_ unit: String) {
    let small = [UInt8](String(repeating: unit, count: 2_000).utf8)
    let large = [UInt8](String(repeating: unit, count: 16_000).utf8)
    let first = min(seconds(small), seconds(small))
    #expect(seconds(large) < max(0.5, first * 8 * 4))
  }
}
