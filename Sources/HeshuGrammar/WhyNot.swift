/// Why a rule does not match around an anchor: how far its pattern came, and the element that nothing fitted.
///
/// `{predicate:Verb} Aspect? {q:Count}` on 职工11944人 → on the left, next to the anchor: expected Verb or Aspect, found 职工.
/// For the author of a rule, not for speed: it walks one pattern at a time.
public struct WhyNot: Sendable {
  public enum Place: Sendable { case anchor, left, right }

  /// Where the pattern failed; nil when it matches.
  public let place: Place?
  /// Tokens between the anchor and the one that did not fit, all of which did.
  public let matched: Int
  /// What could have stood there, as patterns write it; `(?!…)` for what must not.
  public let expected: [String]

  /// One for each pattern of the rule, the one that came furthest first.
  ///
  /// `columns` is a row of the layer's columns with the anchor at `anchor`; `symbolIsKnown` tells whether its class counts.
  public static func reasons(
    _ layer: Layer, rule: Int, columns: [UInt16], anchor: Int, checksAnchor: Bool = true
  ) -> [WhyNot] {
    let left = Array(columns[..<anchor].reversed())
    let right = Array(columns[(anchor + 1)...])
    let all = layer.entries.filter { Int($0.rule) == rule }.map { entry -> (WhyNot, Int) in
      if checksAnchor, entry.anchor >= 0, !layer.has(entry.anchor, columns[anchor]) {
        return (WhyNot(place: .anchor, matched: 0, expected: [layer.text(of: entry.anchor)]), 0)
      }
      let before = Walk(layer, layer.left).run(from: entry.left, left)
      if !before.isMatch { return (WhyNot(.left, before), before.position) }
      let after = Walk(layer, layer.right).run(from: entry.right, right)
      if !after.isMatch { return (WhyNot(.right, after), 1000 + after.position) }
      return (WhyNot(place: nil, matched: before.position + after.position, expected: []), Int.max)
    }
    return all.sorted { $0.1 > $1.1 }.map(\.0)
  }

  private init(_ place: Place, _ end: Walk.End) {
    self.init(place: place, matched: end.position, expected: end.expected)
  }

  private init(place: Place?, matched: Int, expected: [String]) {
    self.place = place
    self.matched = matched
    self.expected = expected
  }
}

/// All ways through one program at once, remembering what was asked for at the last token that any of them reached.
private struct Walk {
  struct End {
    var isMatch = false
    var position = 0
    var expected: [String] = []
  }

  let layer: Layer
  let code: [Program.Instruction]

  init(_ layer: Layer, _ program: Program) {
    self.layer = layer
    code = program.code
  }

  func run(from start: Int32, _ columns: [UInt16]) -> End {
    var end = End()
    var current = [start]
    while !current.isEmpty {
      let (ones, failedLooks, isAccepted) = close(current, columns, end.position)
      if isAccepted {
        end.isMatch = true
        return end
      }
      end.expected = []
      for text in ones.map({ layer.text(of: code[Int($0)].x) }) + failedLooks
      where !end.expected.contains(text) {
        end.expected.append(text)
      }
      guard end.position < columns.count else { return end }
      current = ones.filter { layer.has(code[Int($0)].x, columns[end.position]) }.map { $0 + 1 }
      if !current.isEmpty { end.position += 1 }
    }
    return end
  }

  /// The places that consume a token, what a failed look asked for, and whether the pattern is complete.
  private func close(_ places: [Int32], _ columns: [UInt16], _ position: Int) -> (
    [Int32], [String], Bool
  ) {
    var ones: [Int32] = []
    var failed: [String] = []
    var isAccepted = false
    var seen = Set<Int32>()
    var pending = Array(places.reversed())
    while let at = pending.popLast() {
      if !seen.insert(at).inserted { continue }
      let instruction = code[Int(at)]
      switch instruction.op {
      case .one: ones.append(at)
      case .split: pending += [instruction.y, instruction.x]
      case .jump: pending.append(instruction.x)
      case .save: pending.append(at + 1)
      case .accept: isAccepted = true
      case .look:
        let wanted = instruction.x == 1
        if run(from: instruction.y, Array(columns.dropFirst(position))).isMatch == wanted {
          pending.append(at + 1)
        } else {
          failed.append(
            (wanted ? "(?=" : "(?!") + first(instruction.y).joined(separator: "|") + " …)")
        }
      }
    }
    return (ones, failed, isAccepted)
  }

  /// What the program at a place asks of its first token.
  private func first(_ start: Int32) -> [String] {
    var texts: [String] = []
    for place in close([start], [], 0).0 {
      let text = layer.text(of: code[Int(place)].x)
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }
}

extension Layer {
  fileprivate func text(of set: Int32) -> String {
    Int(set) < setTexts.count ? setTexts[Int(set)] : "set \(set)"
  }
}

extension TokenSet {
  /// The set as a pattern writes it: `Noun`, `[Noun Level !Verb]`, `[^Stop]`.
  var text: String {
    func names(_ items: [Item], _ sign: String = "") -> [String] {
      items.map { item in
        switch item {
        case .named(let name), .literal(let name): sign + name
        }
      }
    }
    if inverted { return any.isEmpty ? "." : "[^" + names(any).joined(separator: " ") + "]" }
    let parts = names(any) + names(all, "&") + names(none, "!")
    return parts.count == 1 && !any.isEmpty ? parts[0] : "[" + parts.joined(separator: " ") + "]"
  }
}
