import Foundation
import HeshuChecks
import Testing

/// An entry of `Grammars/zh/checks/*.examples`: articles that agree, and articles that do not.
///
///     === a headline and its body
///     :date 2023-12-29
///     全区新建驿站48个
///
///     今年以来，全区新建驿站84个。
///     ---
///     DUP contradicts 48个 | 84个
///
/// What asks something of the editor must be listed, all of it and nothing else; what agrees or is compatible is listed
/// where it is what the example is about. `none`: nothing is asked.
struct CheckExample: Sendable, CustomTestStringConvertible {
  let file: String
  let line: Int
  let title: String
  let setting: [String: String]
  let todo: String?
  let text: String
  let expected: [String]

  var testDescription: String { "\(file):\(line) \(title)" }

  static func all() -> [CheckExample] {
    let folder = Checked.root + "/Grammars/zh/checks"
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
      $0.hasSuffix(".examples")
    }.sorted()
    return names.flatMap { name in
      (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)).map { read($0, file: name) } ?? []
    }
  }

  private static func read(_ text: String, file: String) -> [CheckExample] {
    var examples: [CheckExample] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var number = 1
    while let start = lines.firstIndex(where: { $0.hasPrefix("=== ") }) {
      number = start + 1
      let title = String(lines[start].dropFirst(4))
      lines = lines[(start + 1)...]
      var setting: [String: String] = [:]
      var todo: String?
      while let first = lines.first, first.hasPrefix(":") {
        let words = first.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
        if words[0] == "todo" { todo = words.last } else { setting[words[0]] = words.last }
        lines = lines.dropFirst()
      }
      let rule = lines.firstIndex(of: "---") ?? lines.endIndex
      let end = lines[rule...].firstIndex { $0.hasPrefix("=== ") } ?? lines.endIndex
      let expected = lines[rule..<end].dropFirst().filter { !$0.isEmpty && $0 != "none" }
      examples.append(
        CheckExample(
          file: file, line: number, title: title, setting: setting, todo: todo,
          text: lines[..<rule].joined(separator: "\n"), expected: Array(expected)))
      lines = lines[end...]
    }
    return examples
  }
}

@Suite struct CheckExampleTests {
  @Test func thereAreExamplesForEveryCheck() {
    let text = CheckExample.all().flatMap(\.expected).joined(separator: "\n")
    for check in CheckID.allCases { #expect(text.contains(check.rawValue + " "), "no example of \(check.rawValue)") }
  }

  @Test(arguments: CheckExample.all())
  func example(_ example: CheckExample) throws {
    let found = try Checked.findings(example.text, example.setting, hints: example.file.hasPrefix("form"))
    let place = SourceLocation(
      fileID: "Grammars/checks/\(example.file)", filePath: "\(Checked.root)/Grammars/zh/checks/\(example.file)",
      line: example.line, column: 1)
    func compare() {
      let lines = found.map(\.line)
      for line in example.expected {
        #expect(lines.contains(line), "missing: \(line); found \(lines)", sourceLocation: place)
      }
      for finding in found where finding.isQuestion {
        #expect(example.expected.contains(finding.line), "not expected: \(finding.line)", sourceLocation: place)
      }
    }
    if let todo = example.todo { withKnownIssue(Comment(rawValue: todo)) { compare() } } else { compare() }
  }
}
