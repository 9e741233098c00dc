/// A mistake in a grammar file, shown as compilers do: place, what was found, what was expected, a caret under it.
///
/// `membership/total.yaml:4:28: error: unknown capture type 'Nubmer' [unknown-type]`
public struct Diagnostic: Error, Sendable, Hashable {
  /// The file, relative to the grammar folder.
  public let file: String
  /// Line and column, counted from 1; the column counts characters.
  public let line: Int
  public let column: Int
  /// Lower case: found, expected, next step.
  public let message: String
  /// Stable kebab-case name of the mistake.
  public let code: String
  /// The line of the file, for the caret.
  public let source: String?
  public let length: Int
  public let hint: String?

  public init(
    file: String, line: Int, column: Int, message: String, code: String,
    source: String? = nil, length: Int = 1, hint: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.code = code
    self.source = source
    self.length = length
    self.hint = hint
  }

  /// The whole report; a caret allows two cells for a Chinese character.
  public var description: String {
    var out = "\(file):\(line):\(column): error: \(message) [\(code)]"
    guard let source else { return out + (hint.map { "; " + $0 } ?? "") }
    let prefix = "\(line) | "
    func cells(_ text: Substring) -> Int {
      text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
    }
    let before = source.prefix(column - 1)
    let marked = source.dropFirst(column - 1).prefix(max(length, 1))
    out += "\n\(prefix)\(source)\n"
    // A tab stays a tab, so that the caret stands right whatever its width.
    out += String(repeating: " ", count: prefix.count)
    for part in before.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
      out += (part.offset > 0 ? "\t" : "") + String(repeating: " ", count: cells(part.element))
    }
    out += String(repeating: "^", count: max(cells(marked), 1))
    if let hint { out += " \(hint)" }
    return out
  }
}

/// All mistakes of a grammar at once: a run never starts with a broken grammar.
public struct BrokenGrammar: Error, CustomStringConvertible {
  public let diagnostics: [Diagnostic]

  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// The name most like `word` among `names`, when it is near enough to be a slip of the finger.
func nearest(_ word: String, in names: some Sequence<String>) -> String? {
  func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var last = row[0]
      row[0] = i + 1
      for j in b.indices {
        let keep = row[j + 1]
        row[j + 1] = min(row[j] + 1, row[j + 1] + 1, last + (a[i] == b[j] ? 0 : 1))
        last = keep
      }
    }
    return row[b.count]
  }
  let wanted = Array(word.lowercased())
  let scored = names.map { ($0, distance(wanted, Array($0.lowercased()))) }
  guard let best = scored.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return nil }
  return best.1 <= max(2, wanted.count / 3) ? best.0 : nil
}
