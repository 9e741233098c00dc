import HeshuGrammar
import HeshuNumerals
import Testing

/// The hard interval of every way to be inexact.
@Suite struct IntervalTests {
  @Test(arguments: [
    ("27万余人次", "270000 270000 280000 [) over"), ("近200名", "200 100 200 [) nearly"),
    ("超31万人", "310000 310000 - () over"),
    ("20万人次以上", "200000 200000 - [) atLeast"), ("不足30人", "30 0 30 () under"), ("500元以内", "500 0 500 [] atMost"),
    ("约300人", "300 240 360 [] about"), ("十几名", "10 11 19 [] over"), ("数十名", "- 20 100 [) vague"),
    ("两三个", "- 2 3 [] range"), ("上百家", "100 100 1000 [) atLeast"), ("0.1元~0.15元", "- 0.1 0.15 [] range"),
    ("1127份", "1127 1127 1127 [] exact"), ("15余万人", "150000 150000 160000 [) over"),
  ])
  func bounds(_ text: String, _ expected: String) throws {
    let found = try quantities(in: text)
    try #require(found.count == 1, "\(found.map(\.text))")
    let q = found[0].quantity
    func digits(_ value: Exact?) -> String { value?.description ?? "-" }
    let sides = (q.isLowerClosed ? "[" : "(") + (q.isUpperClosed ? "]" : ")")
    #expect("\(digits(q.value)) \(digits(q.lower)) \(digits(q.upper)) \(sides) \(q.modifier.name)" == expected)
  }

  @Test(arguments: [("28.46万人", "100"), ("12万人", "10000"), ("1127份", "1"), ("1.5%", "0.1")])
  func precision(_ text: String, _ expected: String) throws {
    #expect(try quantities(in: text).first?.quantity.precision.description == expected)
  }
}
