import HeshuGrammar
import HeshuText
import Testing

/// The examples beside the rules of `lines/`: a text, `---`, then what it must give.
///
/// `byline ROLE NAME` for every name in order (`-` for no role), `none` for no name, `place`,
/// `masthead FIELD=VALUE …`, and a kind of block with its repaired text.
struct LineExamplesTests {
  struct Example: CustomStringConvertible, Sendable {
    var title: String
    var text: String
    var expected: [Substring]
    var file: String
    var description: String { "\(file): \(title)" }
  }

  static let examples: [Example] = Lines.files.filter {
    $0.folder == "lines" && $0.suffix == "examples"
  }.flatMap { file in
    file.text.split(separator: "=== ").map { part in
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
      let bar = lines.firstIndex(of: "---") ?? lines.endIndex
      return Example(
        title: String(lines[0]), text: lines[1..<bar].joined(separator: "\n"),
        expected: lines[min(bar + 1, lines.endIndex)...].filter { !$0.isEmpty }, file: file.path)
    }
  }

  @Test(arguments: examples)
  func example(_ example: Example) {
    let newsletter = Lines.read(example.text)
    let names = newsletter.articles.flatMap(\.byline).map { "byline \($0.role ?? "-") \($0.name)" }
    let wanted = example.expected.filter { $0.hasPrefix("byline ") }.map(String.init)
    if !wanted.isEmpty || example.expected.contains("none") { #expect(names == wanted) }
    for line in example.expected {
      let (kind, rest) = Self.halves(line)
      switch kind {
      case "byline", "none": break
      case "place": #expect(newsletter.articles.compactMap(\.place?.value) == [rest])
      case "masthead": check(newsletter.masthead, rest)
      default:
        let kind = Block.Kind(rawValue: kind)
        #expect(kind.map { Lines.texts($0, example.text).contains(Lines.folded(rest)) } == true)
      }
    }
  }

  private static func halves(_ line: Substring) -> (String, String) {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    return (parts[0], parts.count > 1 ? parts[1] : "")
  }

  private func check(_ masthead: Masthead, _ fields: String) {
    for field in fields.split(separator: " ") {
      let parts = field.split(separator: "=").map(String.init)
      let found: Mention? =
        switch parts[0] {
        case "publication": masthead.publication
        case "date": masthead.date
        case "weekday": masthead.weekday
        case "issue": masthead.issue
        default: masthead.organizer
        }
      #expect(found?.value == parts[1])
    }
  }

  /// Every rule that reads something has examples beside it; the gates are tested through the
  /// others.
  @Test func everyRuleHasExamples() {
    let stems = Set(
      Lines.files.filter { $0.folder == "lines" && $0.suffix == "examples" }.map(\.stem))
    let rules = Lines.files.filter { $0.folder == "lines" && $0.suffix == "yaml" }.map(\.stem)
    #expect(rules.filter { !stems.contains($0) }.sorted() == ["closing", "opening"])
  }
}
