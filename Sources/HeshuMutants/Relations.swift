internal import Foundation
internal import HeshuChecks

/// Finds the relations of a document.
struct Relations {
  let text: [Unicode.Scalar]
  let figures: [Figure]
  private(set) var all: [Relation] = []

  /// `gold` are the lines of gold of this document; `headlines` the places of the headline lines.
  init(_ text: [Unicode.Scalar], gold: [JSONValue], articles: [(span: Range<Int>, head: Int)]) {
    self.text = text
    var figures: [Figure] = []
    var wholes: [Int: Int] = [:]
    for line in gold where line["type"]?.string == "claim" {
      guard let quantity = line["quantity"], let start = quantity["start"]?.integer, let end = quantity["end"]?.integer,
        let words = quantity["text"]?.string, let number = PlainNumber(words), words.unspaced == words,
        line["change"] == nil, line["per"] == nil
      else { continue }
      figures.append(
        Figure(
          start: start, end: end, text: words, unit: quantity["unit"]?.string ?? "", kind: line["kind"]?.string ?? "",
          number: number))
      if let whole = line["partOf"]?.integer { wholes[start] = whole }
    }
    self.figures = figures
    findSame(articles)
    findParts(wholes)
    findLists()
    findWeekdays()
    findEnds()
  }

  private func slice(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[range.clamped(to: 0..<text.count)])
    return String(view)
  }

  /// A figure of a headline that the body repeats to the letter, once.
  private mutating func findSame(_ articles: [(span: Range<Int>, head: Int)]) {
    for article in articles {
      let own = figures.filter { article.span.contains($0.start) }
      for figure in own where figure.start < article.head && figure.text.count > 2 {
        let twins = own.filter { $0.start >= article.head && $0.text.unspaced == figure.text.unspaced }
        if twins.count == 1 { all.append(.same(figure, twins[0])) }
      }
    }
  }

  private mutating func findParts(_ wholes: [Int: Int]) {
    let byStart = Dictionary(figures.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
    let groups = Dictionary(grouping: figures.filter { wholes[$0.start] != nil }, by: { wholes[$0.start]! })
    for (start, parts) in groups.sorted(by: { $0.key < $1.key }) {
      guard let whole = byStart[start] else { continue }
      let alike = parts.filter {
        $0.kind == whole.kind && ($0.kind != "count" || Self.isOneSort($0.unit, whole.unit)) && $0.kind != "percentage"
      }
      if alike.count > 1, alike.count == parts.count,
        alike.reduce(Decimal(0), { $0 + $1.number.value }) == whole.number.value
      {
        let last = alike.map(\.end).max()!
        let between = slice(min(whole.start, alike[0].start)..<max(whole.end, last))
        all.append(.sum(whole, alike, isClosed: !between.contains("其中")))
      } else {
        for part in alike where part.number.value <= whole.number.value && part.start > whole.start {
          all.append(.part(whole, part))
        }
      }
      for part in alike {
        guard
          let share = figures.first(where: {
            $0.kind == "percentage" && $0.start >= part.end && $0.start - part.end < 8
          }),
          share.text.hasSuffix("%") || share.text.hasSuffix("％"), slice(part.end..<share.start).contains("占"),
          Self.fits(share.number, part.number, whole.number)
        else { continue }
        all.append(.share(share, part: part, whole: whole))
      }
    }
  }

  private static func isOneSort(_ a: String, _ b: String) -> Bool {
    let people = ["人", "名", "位"]
    return a == b || people.contains(a) && people.contains(b)
  }

  static func fits(_ share: PlainNumber, _ part: PlainNumber, _ whole: PlainNumber) -> Bool {
    guard whole.lower > 0 else { return false }
    let low = min(share.lower, share.value - Decimal(string: "0.5")! * (share.value == share.lower ? 1 : 0))
    let high = max(share.upper, share.value + Decimal(string: "0.5")! * (share.value == share.upper ? 1 : 0))
    return low * whole.lower <= 100 * part.upper && high * whole.upper >= 100 * part.lower
  }

  private mutating func findLists() {
    let whole = slice(0..<text.count)
    let listed =
      /((?:[^、，。；：！？\s“”（）]{1,9}、)+[^、，。；：！？\s“”（）和与及]{1,9})(等?)([二两三四五六七八九]|[2-9])(个方面|大|项[^，。、]{0,4}任务|项[^，。、]{0,4}功能|级)/
    for match in whole.matches(of: listed) {
      let items = match.1.count(where: { $0 == "、" }) + 1
      guard let value = Self.values[String(match.3)] else { continue }
      let isOpen = !match.2.isEmpty
      guard value == items || (isOpen && items < value) else { continue }
      let start = whole[..<match.3.startIndex].unicodeScalars.count
      let sign = whole[..<match.1.lastIndex(of: "、")!].unicodeScalars.count
      all.append(.list(numeral: start..<(start + 1), value: value, items: items, isOpen: isOpen, lastSign: sign))
    }
  }

  static let values = [
    "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6,
    "7": 7, "8": 8, "9": 9,
  ]

  private mutating func findWeekdays() {
    let whole = slice(0..<text.count)
    for match in whole.matches(of: /[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日\s*星期([一二三四五六日])/) {
      let start = whole[..<match.1.startIndex].unicodeScalars.count
      all.append(.weekday(start..<(start + 1)))
    }
  }

  private mutating func findEnds() {
    let whole = slice(0..<text.count)
    for match in whole.matches(of: /([0-9]+)(元|万元|人|名|场|家|个|%)[至到~～—]([0-9]+)(元|万元|人|名|场|家|个|%)/) {
      guard match.2 == match.4, let a = Int(match.1), let b = Int(match.3), a < b else { continue }
      let first = whole[..<match.1.startIndex].unicodeScalars.count
      let second = whole[..<match.3.startIndex].unicodeScalars.count
      guard first == 0 || !["从", "由"].contains(text[first - 1]) else { continue }
      all.append(.ends(first..<(first + match.1.count), second..<(second + match.3.count)))
    }
  }
}
