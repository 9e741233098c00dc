import Foundation
import HeshuEvaluation
import Testing

/// The claims of Corpus/ are as right as `Corpus/thresholds.tsv` asks.
@Suite("Corpus: scores")
struct ScoreTests {
  @Test("every newsletter has gold, and every gold its group")
  func complete() throws {
    let evaluation = try Corpus.evaluation.get()
    print(evaluation.total.table)
    print(evaluation.documentTable)
    #expect(!Thresholds.groups.isEmpty, "cannot read \(Corpus.folder)/thresholds.tsv")
    #expect(evaluation.unread.isEmpty, "no records for this gold")
    for document in evaluation.documents {
      let groups = Thresholds.groups.filter { $0.holds(document.name) }.map(\.name)
      #expect(groups.count == 1, "\(document.name) is in the groups \(groups); expected one")
    }
    for newsletter in Corpus.newsletters {
      let name = ((newsletter as NSString).lastPathComponent as NSString).deletingPathExtension
      // The documents of a JSON Lines file begin with its number: b07-jsonl holds b07-01.
      let beginning = newsletter.hasSuffix(".jsonl") ? String(name.prefix(3)) : name
      let isKnown = evaluation.documents.contains {
        $0.name.split(separator: "/").last!.hasPrefix(beginning)
      }
      #expect(isKnown, "no gold for \(newsletter)")
    }
  }

  @Test("each group reaches its thresholds", arguments: Thresholds.groups)
  func reaches(group: Thresholds.Group) throws {
    let evaluation = try Corpus.evaluation.get()
    let documents = evaluation.documents.filter { group.holds($0.name) }
    let score = documents.reduce(Score()) { $0 + $1.score }
    for (field, minimum) in group.minimums {
      guard let share = Thresholds.share(field, of: score) else {
        Issue.record("thresholds.tsv: unknown column \(field)")
        continue
      }
      if share >= minimum { continue }
      let names = Set(documents.map(\.name))
      let fields = Thresholds.mistakes(field)
      let mistakes = evaluation.mistakes.filter {
        names.contains($0.document) && fields.contains($0.field)
      }
      Issue.record(
        """
        \(group.name): \(field) is \(String(format: "%.3f", share)), expected \(minimum) or more
        \(mistakes.prefix(12).map(\.description).joined(separator: "\n"))
        """)
    }
  }
}
