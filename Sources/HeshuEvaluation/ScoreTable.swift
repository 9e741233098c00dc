internal import Foundation

extension Score {
  /// The score as a table for people: quantities, fields, entities, articles.
  public var table: String {
    var lines = ["documents  \(padded(documents, 5))"]
    if quantity.wanted + quantity.given > 0 {
      for (label, found) in [("quantity", quantity), ("core", core), ("record", record)] {
        lines.append(line(label, found))
      }
      lines.append("")
      lines.append("field      right  judged  share")
      for field in Field.allCases {
        guard let tally = fields[field], tally.judged + tally.spurious > 0 else { continue }
        let share = tally.judged == 0 ? "    –" : decimals(tally.share)
        let spurious = tally.spurious == 0 ? "" : "   and \(tally.spurious) where none belongs"
        lines.append(
          "\(label(field.rawValue)) \(padded(tally.right, 5))  \(padded(tally.judged, 6))  \(share)\(spurious)"
        )
      }
    }
    if !entities.isEmpty {
      lines.append("")
      for (kind, found) in entities.sorted(by: { $0.key < $1.key }) {
        lines.append(line(kind, found, width: 13))
      }
    }
    if articles.wanted > 0 {
      lines.append("")
      lines.append(
        "articles   \(articles.right) of \(articles.wanted) found, \(articles.given - articles.right) extra, "
          + "bylines right \(bylines)")
    }
    return lines.joined(separator: "\n")
  }

  /// One line for `--by-document`: the figures that move when a rule changes.
  public var summary: String {
    let shares = [Field.measure, .period, .place, .status, .predicate, .actor].map {
      decimals(self[$0].share)
    }
    return
      ([quantity.f1, core.f1, record.f1].map(decimals) + shares + [
        "\(articles.right)/\(articles.wanted)"
      ])
      .joined(separator: "  ")
  }

  /// The heads of the columns of `summary`.
  public static let summaryHead =
    "quant  core   rec    measu  perio  place  statu  predi  actor  articles"

  private func line(_ name: String, _ found: Found, width: Int = 10) -> String {
    "\(label(name, width)) P \(decimals(found.precision))  R \(decimals(found.recall))  F1 \(decimals(found.f1))   "
      + "(\(found.right) of \(found.wanted) gold, \(found.given) claimed)"
  }

  private func label(_ text: String, _ width: Int = 10) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
  }

  private func decimals(_ share: Double) -> String { String(format: "%.3f", share) }
}

extension Evaluation {
  /// One line a document, under heads; the names are as long as the longest.
  public var documentTable: String {
    let width = documents.map(\.name.count).max() ?? 0
    func line(_ name: String, _ rest: String) -> String {
      name + String(repeating: " ", count: width - name.count + 2) + rest
    }
    return ([line("", Score.summaryHead)] + documents.map { line($0.name, $0.score.summary) })
      .joined(separator: "\n")
  }
}
