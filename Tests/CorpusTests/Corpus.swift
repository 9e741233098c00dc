import Foundation
import HeshuClaims
import HeshuEvaluation
import HeshuGrammar
import HeshuNumerals
import HeshuText

/// The newsletters of Corpus/, their gold, and what the library makes of them.
enum Corpus {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let folder = root + "/Corpus"
  static let grammars = root + "/Grammars"

  static let grammar = Result { try GrammarCompiler.compile(GrammarFiles(folder: grammars)) }

  /// The paths of the newsletters; their gold, which may lie beside them, is none.
  static let newsletters: [String] = {
    let names = (FileManager.default.subpaths(atPath: folder + "/newsletters") ?? []).sorted()
    return names.filter { !$0.hasSuffix(".gold.jsonl") }.map { "\(folder)/newsletters/\($0)" }
  }()

  static let gold = Result { try RecordFiles.gold(folder) }

  /// All records of all newsletters, with the documents' texts, as they are printed.
  static func extract(jobs: Int) throws -> [UInt8] {
    let options = ExtractionOptions(withText: true, tool: "heshu test")
    var bytes: [UInt8] = []
    _ = Extraction(try grammar.get(), options: options).run(newsletters, jobs: jobs) { part, _ in
      bytes += part.bytes
    }
    return bytes
  }

  /// Read once for all tests.
  static let records = Result { try extract(jobs: 1) }

  /// The scores of every gold document.
  static let evaluation = Result {
    Evaluation.score(
      gold: try gold.get(),
      records: try Record.read(jsonLines: try records.get(), source: "records"))
  }
}

/// One printed record: its line, and the line as JSON.
struct PrintedRecord {
  let line: String
  let json: [String: Any]

  var type: String { json["type"] as? String ?? "" }
  var document: String { json["document"] as? String ?? "" }

  static func all() throws -> [PrintedRecord] {
    try Corpus.records.get().split(separator: 0x0A).map { line in
      let json = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      return PrintedRecord(line: String(decoding: line, as: UTF8.self), json: json ?? [:])
    }
  }

  /// The texts of the documents by their ids, in code points.
  static func texts(_ records: [PrintedRecord]) -> [String: [Unicode.Scalar]] {
    var texts: [String: [Unicode.Scalar]] = [:]
    for record in records where record.type == "document" {
      guard let id = record.json["id"] as? String, let text = record.json["text"] as? String else {
        continue
      }
      texts[id] = Array(text.unicodeScalars)
    }
    return texts
  }
}
