import HeshuGrammar
import HeshuText
import Testing

/// Every cell of every block points at the character it stands for, in code points and in bytes.
struct OffsetTests {
  static func check(_ text: String, _ newsletter: Newsletter) -> Int {
    let scalars = Array(text.unicodeScalars)
    var starts = [0]
    for scalar in scalars { starts.append(starts.last! + UTF8.width(scalar)) }
    let reading = Lines.reading
    var wrong = 0
    Array(text.utf8).withUnsafeBufferPointer { source in
      for block in newsletter.articles.flatMap(\.blocks) {
        reading.fill(block, of: newsletter, from: source)
        var last = block.range.lowerBound - 1
        for cell in 0..<reading.count {
          let point = Int(reading.points[cell])
          let value = scalars[point].value
          let folded = value > 0xFFFF ? Folding.astral : Lines.grammar.folding.table[Int(value)]
          if reading.cells[cell] != folded || Int(reading.bytes[cell]) != starts[point]
            || point <= last
          {
            wrong += 1
          }
          last = point
        }
        if Int(reading.points[reading.count]) != block.range.upperBound { wrong += 1 }
        if Int(reading.bytes[reading.count]) != starts[block.range.upperBound] { wrong += 1 }
      }
    }
    return wrong
  }

  @Test(arguments: [
    "职工技能比武启动\r\n\r\n本报讯（记者 李𠮷祥）比武启动，𠮷日。\r\n\r\n近年来，培养了电焊工、冲\r\n\r\n床工300余名。\r\n",
    "## 喜报\u{0} ##\n\n　　本报讯\u{0}惠及2006\u{0}人次，累可歇\n\n歇脚💪。\n",
    "大学课 堂里，资助2 3 1 8 名🚲学员。",
    "标题\r\r正文惠及2006人次。\r",
    "",
  ])
  func invented(_ text: String) {
    #expect(Self.check(text, Lines.read(text)) == 0)
  }

  /// Shuffled stretches of newsletters, with every kind of line end and odd characters between.
  @Test func random() {
    var generator = SystemRandomNumberGenerator()
    let stock = [
      "本报讯（记者 雷一山）", "区总工会", "2023年12月29日 星期五", "惠及2006人次", "。", "，", "\n", "\n\n", "\r\n", "　　",
      " ", "# ", "## ",
      "■通讯员 俞小立", "用", "用，", "一个", "个", "“", "”", "（", "）", "𠮷", "💪", "\u{0}", "\t", "1 370", "课 堂",
      "主办：区总工会", "摄", "---",
      "：", "——", "青山职工", "总第39期",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
        stock.randomElement(using: &generator)!
      }.joined()
      let newsletter = Lines.read(text)
      #expect(Self.check(text, newsletter) == 0, "\(text.debugDescription)")
      for pair in zip(newsletter.articles, newsletter.articles.dropFirst()) {
        #expect(pair.0.end <= pair.1.start)
      }
    }
  }
}
