public import HeshuGrammar

/// An `.examples` file, read; what is wrong in it is reported as any mistake in a grammar.
public struct ExampleFile: Sendable {
  public let path: String
  public private(set) var examples: [Example] = []
  public private(set) var diagnostics: [Diagnostic] = []

  public init(_ file: GrammarFiles.File) {
    path = file.path
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.last == "\r" ? $0.dropLast() : $0 }
    var at = 0
    while at < lines.count {
      guard lines[at].hasPrefix("===") else {
        if !lines[at].isEmpty, lines[at].first != "#" {
          report(at, "found '\(lines[at])'; expected '=== title'", lines)
        }
        at += 1
        continue
      }
      let start = at
      at += 1
      while at < lines.count, !lines[at].hasPrefix("===") { at += 1 }
      read(lines, start..<at)
    }
  }

  private mutating func report(_ index: Int, _ message: String, _ lines: [Substring]) {
    diagnostics.append(
      Diagnostic(
        file: path, line: index + 1, column: 1, message: message, code: "bad-example",
        source: String(lines[index]), length: lines[index].count))
  }

  private mutating func read(_ lines: [Substring], _ range: Range<Int>) {
    let title = lines[range.lowerBound].drop { $0 == "=" }.drop { $0 == " " }
    var from = range.lowerBound + 1
    var todo: String?
    if from < range.upperBound, lines[from].hasPrefix(":todo") {
      todo = String(lines[from].dropFirst(5).drop { $0 == " " })
      from += 1
      if todo!.isEmpty { return report(from - 1, "':todo' needs a reason", lines) }
    }
    var setting: [String: String] = [:]
    while from < range.upperBound, lines[from].first == ":" {
      let words = lines[from].dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2, Example.settings.contains(words[0]) else {
        return report(
          from, "found '\(lines[from])'; expected ':todo why', ':date 2023-12-29', ':place 萧山区' or ':publication …'",
          lines)
      }
      setting[words[0]] = words[1]
      from += 1
    }
    guard let rule = lines[from..<range.upperBound].firstIndex(of: "---") else {
      return report(range.lowerBound, "no '---' after the text", lines)
    }
    guard let marked = MarkedText(lines[from..<rule].joined(separator: "\n")) else {
      return report(from, "⟦ and ⟧ do not pair", lines)
    }
    if marked.text.isEmpty { return report(range.lowerBound, "no text", lines) }
    var expectations: [Expectation] = []
    var isNone = false
    for index in (rule + 1)..<range.upperBound where !lines[index].isEmpty {
      if lines[index] == "none" {
        isNone = true
      } else if let expectation = Expectation(lines[index], line: index + 1) {
        expectations.append(expectation)
      } else {
        return report(index, "expected 'kind value unit name=value…' or 'none'", lines)
      }
    }
    if isNone != expectations.isEmpty {
      return report(rule, "expected either 'none' or what is found", lines)
    }
    examples.append(
      Example(
        file: path, line: range.lowerBound + 1, title: String(title), todo: todo, text: marked.text,
        marks: marked.marks.isEmpty ? nil : marked.marks, setting: setting, expectations: expectations))
  }
}

extension Expectation {
  init?(_ line: Substring, line number: Int) {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 3, !words.prefix(3).contains(where: { $0.contains("=") }) else {
      return nil
    }
    var fields: [(name: String, value: String)] = []
    for word in words.dropFirst(3) {
      if let sign = word.firstIndex(of: "=") {
        fields.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
      } else if fields.isEmpty {
        return nil
      } else {
        fields[fields.count - 1].value += " " + word
      }
    }
    self.init(
      line: number, text: String(line), kind: words[0], value: words[1], unit: words[2],
      fields: fields)
  }
}
