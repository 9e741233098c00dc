internal import Foundation
public import HeshuChecks
internal import HeshuClaims
public import HeshuGrammar
internal import HeshuNumerals
internal import HeshuText

/// Breaks the newsletters of a corpus one relation at a time, and counts which breaks the checks find.
///
/// What is true of the texts comes from their gold and from plain patterns, what a break does from `PlainNumber`: nothing of it uses the
/// checks or the reader that are tested.
public struct MutationRun {
  private let extractor: Extractor
  private let checker: Checker
  private let corpus: String
  /// Of the mutations of each relation every so manieth is run.
  private let stride: Int

  /// `corpus` is a folder with `newsletters` and `gold`.
  public init(_ grammar: Grammar, _ parameters: CheckParameters, corpus: String, stride: Int = 1) {
    extractor = Extractor(grammar, options: ExtractionOptions(withText: true))
    checker = Checker(parameters)
    self.grammar = grammar
    self.corpus = corpus
    self.stride = stride
  }

  private let grammar: Grammar

  public func run() throws -> MutationReport {
    var report = MutationReport()
    var count = 0
    for paper in try papers() {
      let clean = checker.findings(inside: paper)
      report.characters += paper.text.scalars.count
      for finding in clean where finding.verdict == .contradicts && finding.severity != .query {
        report.alarms[finding.check.rawValue, default: 0] += 1
      }
      let known = Set(clean.filter(Self.isQuestion).map(\.fingerprint))
      let relations = Relations(
        paper.text.scalars, gold: try gold(paper.id), articles: paper.articles.map { ($0.span, Self.headEnd($0)) })
      let mutator = Mutator(text: paper.text.scalars)
      for relation in relations.all {
        for mutation in mutator.mutations(of: relation) {
          count += 1
          if mutation.label == .killable, count % stride != 0 { continue }
          judge(mutation, relation, paper, known, &report)
        }
      }
    }
    return report
  }

  private static func isQuestion(_ finding: Finding) -> Bool { finding.severity != nil }

  /// Where the headline's lines end: at the first figure that is not in them, or the byline.
  private static func headEnd(_ article: HeshuChecks.Article) -> Int {
    article.facts.first { !$0.isHeadline }.map { $0.quote.span.lowerBound } ?? article.span.upperBound
  }

  private func judge(
    _ mutation: Mutation, _ relation: Relation, _ paper: Paper, _ known: Set<String>, _ report: inout MutationReport
  ) {
    var row = MutationReport.Row()
    switch mutation.label {
    case .soft: row.soft = 1
    case .equivalent: row.equivalent = 1
    case .killable:
      row.killable = 1
      let shift = mutation.replacement.unicodeScalars.count - mutation.range.count
      let place = mutation.range.lowerBound..<(mutation.range.upperBound + shift)
      let found = checker.findings(inside: mutated(paper, mutation)).filter {
        Self.isQuestion($0) && $0.verdict != .agrees && !known.contains($0.fingerprint)
      }
      let old = paper.text[mutation.range]
      if let kill = found.first(where: {
        $0.spans.contains {
          $0.range.overlaps(place) || place.isEmpty && abs($0.range.upperBound - place.lowerBound) < 12
        }
      }) {
        row.killed = 1
        row.named =
          kill.spans.first?.range.overlaps(place) == true || kill.repair?.span.range.overlaps(place) == true ? 1 : 0
        row.repaired =
          kill.repair.map {
            $0.span.range.overlaps(place) && PlainNumber($0.text)?.value == PlainNumber(old)?.value
              && PlainNumber(old) != nil
          } == true ? 1 : 0
      } else {
        report.missed.append(
          "\(relation.name) \(mutation.operatorName) \(paper.id): \(old) → \(mutation.replacement) | \(paper.text[max(0, mutation.range.lowerBound - 20)..<min(paper.text.count, mutation.range.upperBound + 12)].unspaced)"
        )
      }
    }
    report.relations[relation.name, default: .init()].add(row)
    report.operators[mutation.operatorName, default: .init()].add(row)
  }

  // MARK: texts

  private func mutated(_ paper: Paper, _ mutation: Mutation) -> Paper {
    let scalars = paper.text.scalars
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[..<mutation.range.lowerBound])
    view.append(contentsOf: mutation.replacement.unicodeScalars)
    view.append(contentsOf: scalars[mutation.range.upperBound...])
    return read(String(view), like: paper)
  }

  private func read(_ text: String, like paper: Paper) -> Paper {
    var setting: [String: String] = [:]
    setting["date"] = paper.date?.iso
    setting["publication"] = paper.publication
    setting["place"] = paper.place
    var document = DecodedDocument(example: Array(text.utf8), setting)
    document.id = paper.id
    if paper.source.hasSuffix(".md") { document.markup = .markdown }
    var out = RecordWriter()
    extractor.records(of: document, into: &out)
    var reader = PaperReader(grammar.folding)
    reader.read(out.bytes)
    return reader.papers[0]
  }

  private func papers() throws -> [Paper] {
    let folder = corpus + "/newsletters"
    let paths = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { folder + "/" + $0 }
    var reader = PaperReader(grammar.folding)
    _ = Extraction(grammar, options: ExtractionOptions(withText: true)).run(paths, jobs: 1) { part, _ in
      reader.read(part.bytes)
    }
    return reader.papers
  }

  private func gold(_ document: String) throws -> [JSONValue] {
    let folder = corpus + "/gold"
    let stem = document.split(separator: "/").last.map { String($0.split(separator: ".")[0]) } ?? document
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.flatMap { name -> [JSONValue] in
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
      return bytes.split(separator: 0x0A).compactMap { line in line.withUnsafeBufferPointer { JSONValue($0) } }.filter {
        line in
        line["document"]?.string.map { $0 == document } ?? (name == stem + ".gold.jsonl")
      }
    }
  }
}

extension MutationReport.Row {
  mutating func add(_ other: Self) {
    killable += other.killable
    killed += other.killed
    soft += other.soft
    equivalent += other.equivalent
    named += other.named
    repaired += other.repaired
  }
}
