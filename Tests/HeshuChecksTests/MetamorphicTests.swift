import Foundation
import HeshuChecks
import Testing

/// The same news in another dress gives the same verdicts (Chen et al., 1998): digits, widths, spacing, broken lines,
/// the order of articles.
@Suite struct MetamorphicTests {
  /// Newsletters with something to find, each with the figures it is about.
  static let texts = [
    "全区新建驿站48个\n\n本报讯（记者 甲一）今年以来，全区新建驿站84个。\n",
    "县总工会慰问木鱼镇困难职工48户、竹园镇困难职工36户，合计86户。\n",
    "区总工会发放健康需求问卷640份，收回608份，回收率92%。\n",
    "全市共受理欠薪线索746件，已办结901件，其中农民工线索120件。\n",
    "会员由300人增至500人，增长25%；审批时限由15天压缩到20天。\n",
    "从计划性、针对性、时效性、互动性五个方面评审，共收到意见41条。\n",
  ]

  /// Check, verdict and severity of everything found, in the order of the text.
  static func verdicts(_ text: String) throws -> [String] {
    try Checked.findings(text).filter { $0.verdict != .agrees || $0.check != .date }
      .map { "\($0.check.rawValue) \($0.verdict.rawValue) \($0.severity?.rawValue ?? "-")" }.sorted()
  }

  /// Digits of a whole number of up to four places in Chinese: 640 → 六百四十.
  static func chinese(_ digits: Substring) -> String {
    guard digits.count < 5, digits.first != "0" else { return String(digits) }
    let names = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let places = ["", "十", "百", "千"]
    var out = ""
    var hasZero = false
    for (index, digit) in digits.enumerated() {
      let value = digit.wholeNumberValue!
      let place = digits.count - 1 - index
      if value == 0 {
        hasZero = true
        continue
      }
      if hasZero { out += "零" }
      hasZero = false
      out += (value == 1 && place == 1 && index == 0 ? "" : names[value]) + places[place]
    }
    return out
  }

  static let dresses: [(name: String, of: @Sendable (String) -> String)] = [
    (
      "Chinese digits",
      { text in
        text.replacing(/([0-9]+)%/) { "百分之" + chinese($0.1) }.replacing(/[0-9]+/) { chinese($0.0) }
      }
    ),
    (
      "full width",
      { text in
        String(
          String.UnicodeScalarView(
            text.unicodeScalars.map { 0x30...0x39 ~= $0.value ? Unicode.Scalar($0.value + 0xFEE0)! : $0 }))
      }
    ),
    ("half-width signs", { text in text.replacing("，", with: ",").replacing("；", with: ";") }),
    ("spaces around numbers", { text in text.replacing(/[0-9]+/) { " \($0.0) " } }),
    ("a byte order mark", { text in "\u{FEFF}" + text }),
    ("CRLF", { text in text.replacing("\n", with: "\r\n") }),
  ]

  @Test("another dress, the same verdicts", arguments: dresses.indices)
  func dress(_ index: Int) throws {
    let dress = Self.dresses[index]
    for text in Self.texts {
      #expect(try Self.verdicts(dress.of(text)) == Self.verdicts(text), "\(dress.name): \(dress.of(text))")
    }
  }

  @Test func brokenLinesChangeNothing() throws {
    // A column that breaks every 16 characters, in words and numbers.
    let opening = "区总工会近日召开会议，听取各基层工会一年来工作情况的汇报，研究部署下一阶段的重点任务，要求各级工会干部深入一线职工，把好事办实、实事办好。"
    for text in Self.texts.dropFirst() {
      let line = opening + text.dropLast()
      var broken = ""
      for (index, character) in line.enumerated() {
        broken.append(character)
        if index % 22 == 21 { broken += "\n" }
      }
      let head = "实事办到职工心里\n\n■通讯员 甲一\n\n"
      #expect(try Self.verdicts(head + broken + "\n") == Self.verdicts(head + line + "\n"), "\(broken)")
    }
  }

  @Test func theOrderOfPapersChangesNothing() throws {
    let papers = Self.texts.enumerated().map { (id: "\($0.offset)", text: $0.element) }
    func found(_ texts: [(id: String, text: String)]) throws -> [String] {
      try Checked.findings(texts).map { "\($0.spans.map(\.document)) \($0.check.rawValue) \($0.verdict.rawValue)" }
        .sorted()
    }
    #expect(try found(papers) == found(papers.reversed()))
  }
}
