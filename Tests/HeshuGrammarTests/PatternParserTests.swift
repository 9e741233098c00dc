import Testing

@testable import HeshuGrammar

@Suite struct PatternParserTests {
  private func parse(_ text: String, byCharacter: Bool = false) throws -> Pattern {
    var parser = PatternParser(
      text, definitions: [:], byCharacter: byCharacter,
      folding: Folding(pairs: [(0x842C, 0x4E07)]))
    return try parser.parse()
  }

  private func set(_ pattern: Pattern) -> TokenSet? {
    switch pattern {
    case .one(let set): set
    case .sequence(let items) where items.count == 1: set(items[0])
    default: nil
    }
  }

  @Test func setsHaveAlternativesRequirementsAndExclusions() throws {
    let set = try #require(set(try parse("[Noun 和 &People !Verb]")))
    #expect(set.any == [.named("Noun"), .literal("和")])
    #expect(set.all == [.named("People")])
    #expect(set.none == [.named("Verb")])
    #expect(!set.inverted)
  }

  @Test func invertedSet() throws {
    let set = try #require(set(try parse("[^Stop ，]")))
    #expect(set.inverted)
    #expect(set.any == [.named("Stop"), .literal("，")])
  }

  @Test func literalsAreFolded() throws {
    #expect(set(try parse("萬"))?.any == [.literal("万")])
  }

  @Test func inCharacterPatternsAWordIsASequence() throws {
    guard case .sequence(let items) = try parse("星期", byCharacter: true) else {
      Issue.record("no sequence")
      return
    }
    #expect(items.compactMap { set($0)?.any } == [[.literal("星")], [.literal("期")]])
  }

  @Test func repetitionInCharacterPatternsBelongsToTheLastCharacter() throws {
    guard case .sequence(let items) = try parse("星期?", byCharacter: true),
      case .repeated(let last, 0, 1, true) = items[1]
    else {
      Issue.record("no sequence of 星 and an optional 期")
      return
    }
    #expect(set(last)?.any == [.literal("期")])
  }

  @Test func splitsAtTheAnchor() throws {
    let split = try #require(try parse("Verb {q:Count} Noun").split)
    #expect(split.anchor?.any == [.named("Count")])
    #expect(set(split.left)?.any == [.named("Verb")])
    #expect(set(split.right)?.any == [.named("Noun")])
  }

  @Test(arguments: ["Verb Noun", "B (A {q})|C", "{q} {q}", "(A|{q})"])
  func withoutOneAnchorThereIsNoSplit(_ text: String) throws {
    #expect(try parse(text).split == nil)
  }

  @Test(arguments: [
    ("Noun (会员 {q}", 5, "unbalanced"), ("Noun) {q}", 4, "unbalanced"),
    ("[Noun {q}", 0, "unbalanced"),
    ("会员 * {q}", 3, "dangling"), ("会员{3,1000}", 3, "bad-count"), ("{ Noun}", 1, "no-name"),
    ("{measure Noun}", 8, "no-colon"), ("{q}+", 0, "repeated-anchor"), ("{q:A B}", 0, "unbalanced"),
    ("{q:(A B)}", 0, "bad-anchor"),
  ])
  func errorsHavePlaces(_ text: String, _ offset: Int, _ code: String) throws {
    let failure = try #require(throws: PatternParser.Failure.self) { try parse(text) }
    #expect(failure.offset == offset)
    #expect(failure.code == code)
  }

  @Test func deepNestingEnds() {
    let text = String(repeating: "(", count: 100) + "A" + String(repeating: ")", count: 100)
    #expect(throws: PatternParser.Failure.self) { try parse(text) }
  }
}
