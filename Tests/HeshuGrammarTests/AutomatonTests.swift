import Testing

@testable import HeshuGrammar

/// The automata and the matcher against `ReferenceMatcher`, on random patterns and rows.
@Suite struct AutomatonTests {
  private static let vocabulary: [(word: String, classes: Set<String>)] = [
    ("甲", ["A"]), ("乙", ["B"]), ("丙", ["A", "B"]), ("丁", ["C"]), ("戊", ["D"]),
  ]

  private struct Found: Equatable {
    let left: Int
    let right: Int
    let measure: Range<Int>?
    let kind: Range<Int>?
  }

  @Test(arguments: 0..<4) func agreesWithTheReference(_ seed: Int) throws {
    var patterns = RandomPattern(random: SplitMix(state: UInt64(seed + 1)))
    let texts = (0..<25).map { _ in patterns.rule() }
    let parsed = try texts.map(split)
    let grammar = try TestGrammar.compile(texts)
    let layer = try #require(grammar.layer("claims"))
    let scan = LayerScan(layer)
    let anchor = layer.column(try #require(grammar.tokenSymbols["BareArabic"]))
    var random = SplitMix(state: UInt64(seed + 1000))
    for _ in 0..<40 {
      let left = row(&random)
      let right = row(&random)
      let found = try matches(scan, grammar, left, right, anchor)
      for (index, pattern) in parsed.enumerated() {
        let expected = reference(pattern, left, right)
        guard found[TestGrammar.ruleName(index)] != expected else { continue }
        Issue.record(
          """
          \(texts[index]) on \(left.reversed().map(\.literal)) {q} \(right.map(\.literal)):
          \(String(describing: found[TestGrammar.ruleName(index)])),
          by the reference \(String(describing: expected))
          """)
      }
    }
  }

  private func row(_ random: inout SplitMix) -> [ReferenceMatcher.Token] {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      let word = Self.vocabulary.randomElement(using: &random)!
      return .init(literal: word.word, classes: word.classes)
    }
  }

  private func matches(
    _ scan: LayerScan, _ grammar: Grammar, _ left: [ReferenceMatcher.Token],
    _ right: [ReferenceMatcher.Token], _ anchor: UInt16
  ) throws -> [String: Found] {
    func columns(_ tokens: [ReferenceMatcher.Token]) throws -> [UInt16] {
      try tokens.map {
        let key = grammar.folding.fold($0.literal)
        return scan.layer.column(UInt16(try #require(grammar.wordTrie.value(of: key))))
      }
    }
    let row = try columns(left.reversed()) + [anchor] + columns(right)
    var found: [String: Found] = [:]
    row.withUnsafeBufferPointer { row in
      scan.each(row, anchor: left.count) { rule, leftLength, rightLength in
        found[scan.layer.rules[rule].id] = Found(
          left: leftLength, right: rightLength, measure: capture("measure", scan),
          kind: capture("kind", scan))
        return true
      }
    }
    return found
  }

  private func capture(_ name: String, _ scan: LayerScan) -> Range<Int>? {
    scan.layer.captureNames.firstIndex(of: name).flatMap { scan.capture($0) }.map {
      $0.from..<$0.to
    }
  }

  private typealias Split = (left: Pattern, anchor: TokenSet?, right: Pattern)

  private func split(_ text: String) throws -> Split {
    var parser = PatternParser(
      text, definitions: [:], byCharacter: false, folding: Folding(pairs: []))
    return try #require(try parser.parse().split)
  }

  private func reference(
    _ pattern: Split, _ left: [ReferenceMatcher.Token], _ right: [ReferenceMatcher.Token]
  ) -> Found? {
    var before = ReferenceMatcher(left)
    var after = ReferenceMatcher(right)
    guard let leftEnd = before.match(pattern.left.reversed),
      let rightEnd = after.match(pattern.right)
    else { return nil }
    return Found(
      left: leftEnd, right: rightEnd, measure: before.captures["measure"],
      kind: after.captures["kind"])
  }
}
