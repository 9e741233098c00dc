internal import Yams

/// One rule as its YAML file states it, with the places of its parts for error messages.
struct RuleFile {
  struct PatternText {
    let text: String
    let line: Int
    let column: Int
  }

  let file: GrammarFiles.File
  var id = ""
  var about = ""
  var priority = 0
  var patterns: [PatternText] = []
  /// Contexts next to the match: `before`, `after` must match, `unless-before`, `unless-after` must not.
  var contexts: [String: PatternText] = [:]
  var sets: [String: String] = [:]
  var when: [String: String] = [:]

  private static let keys = [
    "rule", "about", "pattern", "priority", "before", "after", "unless-before", "unless-after",
    "claim",
    "reads", "when",
  ]

  /// What `when` can ask of the number.
  static let conditions = ["digits", "form", "from", "to"]

  init(_ file: GrammarFiles.File, into diagnostics: inout [Diagnostic]) {
    self.file = file
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func report(
      _ mark: Mark?, _ message: String, _ code: String, length: Int = 1, hint: String? = nil
    ) {
      let line = mark?.line ?? 1
      diagnostics.append(
        Diagnostic(
          file: file.path, line: line, column: mark?.column ?? 1, message: message, code: code,
          source: line <= lines.count ? lines[line - 1] : nil, length: length, hint: hint))
    }
    func text(_ node: Node) -> PatternText? {
      guard let scalar = node.scalar else { return nil }
      let quoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      return PatternText(
        text: scalar.string, line: scalar.mark?.line ?? 1,
        column: (scalar.mark?.column ?? 1) + (quoted ? 1 : 0))
    }
    let root: Node?
    do { root = try Yams.compose(yaml: file.text) } catch {
      var mark: Mark?
      if let e = error as? YamlError, case .parser(_, _, let at, _) = e { mark = at }
      if let e = error as? YamlError, case .scanner(_, _, let at, _) = e { mark = at }
      report(mark, "not YAML; patterns belong in single quotes", "not-yaml")
      return
    }
    guard let mapping = root?.mapping else {
      report(nil, "expected a mapping with rule, about, pattern", "not-a-rule")
      return
    }
    for (key, value) in mapping {
      let name = key.string ?? ""
      switch name {
      case "rule": id = value.string ?? ""
      case "about": about = value.string ?? ""
      case "priority":
        guard let number = value.int else {
          report(value.mark, "priority '\(value.string ?? "")' is no whole number", "bad-priority")
          continue
        }
        priority = number
      case "pattern":
        let nodes = value.sequence.map(Array.init) ?? [value]
        patterns += nodes.compactMap(text)
      case "before", "after", "unless-before", "unless-after": contexts[name] = text(value)
      case "reads": sets["reads"] = value.string
      case "claim", "when":
        guard let fields = value.mapping else {
          report(
            value.mark, "'\(name)' takes a mapping such as { measure: $measure }", "not-a-mapping")
          continue
        }
        for (field, set) in fields {
          guard let field = field.string, let set = set.scalar?.string else { continue }
          if name == "claim" { sets[field] = set } else { when[field] = set }
          if name == "when", !Self.conditions.contains(field) {
            report(
              value.mark,
              "unknown condition '\(field)'; expected \(Self.conditions.joined(separator: ", "))",
              "unknown-condition")
          }
        }
      default:
        report(
          key.mark, "unknown key '\(name)'", "unknown-key", length: name.count,
          hint: nearest(name, in: Self.keys).map { "did you mean '\($0)'?" })
      }
    }
    let expected = file.folder + "/" + file.stem
    if id != expected {
      report(nil, "rule is named '\(id)'; expected '\(expected)', as the file", "wrong-name")
    }
    if patterns.isEmpty { report(nil, "the rule has no pattern", "no-pattern") }
  }
}
