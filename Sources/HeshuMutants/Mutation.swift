internal import Foundation

/// One small change of a clean text, as a slip of the pen makes it.
struct Mutation {
  /// What was done: `digit`, `swap`, `scale` …
  let operatorName: String
  let range: Range<Int>
  let replacement: String
  /// Whether the relation is broken by it, by the plain reading.
  let label: Label

  enum Label: String { case killable, soft, equivalent }
}

/// Makes the mutations of a relation and labels them.
struct Mutator {
  let text: [Unicode.Scalar]

  func mutations(of relation: Relation) -> [Mutation] {
    switch relation {
    case .same(let head, let body):
      return figures(head) { number, _ in
        if number.meets(body.number) { return number == body.number ? .equivalent : .soft }
        return .killable
      } + unitChanges(head)
    case .part(let whole, let part):
      return figures(part) { number, _ in number.lower > whole.number.upper ? .killable : .equivalent }
        + figures(whole) { number, _ in part.number.lower > number.upper ? .killable : .equivalent }
    case .sum(let whole, let parts, let isClosed):
      return figures(whole) { number, _ in Self.label(number, parts.map(\.number), isClosed) }
        + parts.enumerated().flatMap { index, part in
          figures(part) { number, _ in
            var changed = parts.map(\.number)
            changed[index] = number
            return Self.label(whole.number, changed, isClosed)
          }
        }
    case .share(let share, let part, let whole):
      return figures(share) { number, _ in Relations.fits(number, part.number, whole.number) ? .equivalent : .killable }
    case .list(let numeral, let value, let items, let isOpen, let lastSign):
      return list(numeral, value, items, isOpen, lastSign)
    case .weekday(let place): return weekdays(place)
    case .ends(let first, let second):
      let a = string(first)
      let b = string(second)
      let between = string(first.upperBound..<second.lowerBound)
      return [
        Mutation(
          operatorName: "ends", range: first.lowerBound..<second.upperBound, replacement: b + between + a,
          label: .killable)
      ]
    }
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[range])
    return String(view)
  }

  /// Parts above the whole break it always; below it only where nothing else can be among them.
  private static func label(_ whole: PlainNumber, _ parts: [PlainNumber], _ isClosed: Bool) -> Mutation.Label {
    let low = parts.reduce(Decimal(0)) { $0 + $1.lower }
    let high = parts.reduce(Decimal(0)) { $0 + $1.upper }
    if parts.contains(where: { $0.lower > whole.upper }) { return .killable }
    if low > whole.upper { return isClosed ? .killable : .soft }
    return high < whole.lower ? isClosed ? .killable : .soft : .equivalent
  }

  // MARK: figures

  private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }

  /// Digit ±1, a swap, a digit more, the scale word or 余 dropped; the label is asked of the new number.
  private func figures(_ figure: Figure, _ label: (PlainNumber, String) -> Mutation.Label) -> [Mutation] {
    let words = Array(string(figure.range))
    guard
      let digits = words.firstIndex(where: Self.isDigit).map({ start in
        start..<(words[start...].firstIndex { !Self.isDigit($0) } ?? words.count)
      })
    else { return [] }
    var changed: [(String, [Character])] = []
    for at in digits {
      guard let digit = words[at].wholeNumberValue else { continue }
      var copy = words
      copy[at] = Character(String(digit == 9 ? 8 : digit + 1))
      changed.append(("digit", copy))
    }
    for at in digits.dropLast() where words[at] != words[at + 1] && !(at == digits.lowerBound && words[at + 1] == "0") {
      var copy = words
      copy.swapAt(at, at + 1)
      changed.append(("swap", copy))
    }
    changed.append(("tenfold", Array(words[..<digits.upperBound] + ["0"] + words[digits.upperBound...])))
    if let scale = words.firstIndex(where: { "万亿萬億".contains($0) }) {
      changed.append(("scale", Array(words[..<scale] + words[(scale + 1)...])))
    }
    if let more = words.firstIndex(where: { "余多".contains($0) }) {
      changed.append(("more", Array(words[..<more] + words[(more + 1)...])))
    }
    return changed.compactMap { name, characters in
      let text = String(characters)
      return PlainNumber(text).map {
        Mutation(operatorName: name, range: figure.range, replacement: text, label: label($0, text))
      }
    }
  }

  /// 人 for 人次, 元 for 万元 are other figures.
  private func unitChanges(_ figure: Figure) -> [Mutation] {
    let words = string(figure.range)
    if words.hasSuffix("人次") {
      return [
        Mutation(operatorName: "unit", range: figure.range, replacement: String(words.dropLast()), label: .killable)
      ]
    }
    return words.hasSuffix("人")
      ? [Mutation(operatorName: "unit", range: figure.range, replacement: words + "次", label: .killable)] : []
  }

  // MARK: lists and days

  private func list(_ numeral: Range<Int>, _ value: Int, _ items: Int, _ isOpen: Bool, _ lastSign: Int) -> [Mutation] {
    let names = "〇一二三四五六七八九".map(String.init)
    func label(_ value: Int, _ items: Int) -> Mutation.Label {
      isOpen ? items > value ? .killable : .equivalent : items == value ? .equivalent : .killable
    }
    var found: [Mutation] = []
    for other in [value - 1, value + 1] where 2...9 ~= other {
      found.append(
        Mutation(operatorName: "declared", range: numeral, replacement: names[other], label: label(other, items)))
    }
    found.append(
      Mutation(
        operatorName: "item added", range: lastSign..<(lastSign + 1), replacement: "、宣传、",
        label: label(value, items + 1)))
    if items > 2 {
      // The last item goes with the sign before it; 等 and the number stay.
      var end = lastSign + 1
      while end < numeral.lowerBound, text[end] != "等" { end += 1 }
      found.append(
        Mutation(operatorName: "item taken", range: lastSign..<end, replacement: "", label: label(value, items - 1)))
    }
    return found
  }

  private func weekdays(_ place: Range<Int>) -> [Mutation] {
    let days = Array("一二三四五六日")
    guard let index = days.firstIndex(where: { String($0) == string(place) }) else { return [] }
    return [1, 3].map {
      Mutation(operatorName: "weekday", range: place, replacement: String(days[(index + $0) % 7]), label: .killable)
    }
  }
}
