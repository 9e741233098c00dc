import Foundation
import HeshuChecks
import HeshuClaims
import HeshuGrammar
import HeshuNumerals
import HeshuText

/// The whole way from a text to its findings, as the tests take it.
enum Checked {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let files = Result { try GrammarFiles(folder: root + "/Grammars") }
  static let grammar = Result { try GrammarCompiler.compile(try files.get()) }
  static let parameters = Result { try CheckParameters(try files.get()) }

  /// The papers of some texts, each with the id it is given.
  static func papers(_ texts: [(id: String, text: String)], _ setting: [String: String] = [:]) throws -> [Paper] {
    let extractor = Extractor(try grammar.get(), options: ExtractionOptions(withText: true))
    var reader = PaperReader(try grammar.get().folding)
    for (id, text) in texts {
      var document = DecodedDocument(example: Array(text.utf8), setting)
      document.id = id
      document.source = id
      var out = RecordWriter()
      extractor.records(of: document, into: &out)
      reader.read(out.bytes)
    }
    return reader.papers
  }

  static func findings(_ texts: [(id: String, text: String)], _ setting: [String: String] = [:], hints: Bool = false)
    throws -> [Finding]
  {
    Checker(try parameters.get(), hints: hints).findings(in: try papers(texts, setting))
  }

  static func findings(_ text: String, _ setting: [String: String] = [:], hints: Bool = false) throws -> [Finding] {
    try findings([("-", text)], setting, hints: hints)
  }
}

extension Finding {
  /// `DUP contradicts 48个 | 84个`: as the examples write it.
  var line: String {
    "\(check.rawValue) \(verdict.rawValue) "
      + spans.map { $0.text.split(whereSeparator: \.isWhitespace).joined() }.joined(separator: " | ")
  }

  /// Whether it asks something of the editor.
  var isQuestion: Bool { severity != nil || verdict == .blocked }
}
