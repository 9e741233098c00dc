internal import Yams

/// `master.yaml`: which folders hold rules, in what order, over what; the character classes and the phrases they share.
struct Master {
  struct LayerName {
    let folder: String
    let over: Over
    /// What the `claim:` of its rules may set.
    let fields: [String]

    var overCharacters: Bool { over == .characters }

    /// What the patterns run over.
    enum Over: String {
      case characters, words
      /// Words, of which those that make up a time, a place, an organisation or a person are one.
      case mentions
    }
  }
  struct Definition {
    let name: String
    let text: String
    let line: Int
    let column: Int
  }

  var layers: [LayerName] = []
  var sets: [(name: String, characters: String)] = []
  var definitions: [Definition] = []
  var units: [String] = []

  init(_ file: GrammarFiles.File, into diagnostics: inout [Diagnostic]) {
    let root: Node?
    do { root = try Yams.compose(yaml: file.text) } catch {
      diagnostics.append(
        Diagnostic(
          file: file.path, line: 1, column: 1, message: "not YAML: \(error)", code: "not-yaml"))
      return
    }
    guard let mapping = root?.mapping else { return }
    for (name, characters) in mapping["sets"]?.mapping ?? [:] {
      sets.append((name.string ?? "", characters.string ?? ""))
    }
    for (name, pattern) in mapping["define"]?.mapping ?? [:] {
      definitions.append(
        Definition(
          name: name.string ?? "", text: pattern.string ?? "", line: pattern.mark?.line ?? 1,
          column: (pattern.mark?.column ?? 1) + 1))
    }
    for layer in mapping["layers"]?.sequence ?? [] {
      guard let entry = layer.mapping, let folder = entry["folder"]?.string else { continue }
      layers.append(
        LayerName(
          folder: folder, over: entry["over"]?.string.flatMap(LayerName.Over.init) ?? .words,
          fields: entry["fields"]?.sequence?.compactMap(\.string) ?? []))
    }
  }
}
