internal import HeshuGrammar

/// Which counted things come out of which, and so cannot be more: `checks/stages.tsv`.
public struct Stages: Sendable {
  private let pairs: [(wider: String, narrower: String)]

  init(_ files: GrammarFiles) throws {
    pairs = try ParameterTable("stages", ["wider", "narrower", "example"], files).rows.map { ($0[0], $0[1]) }
  }

  func has(_ wide: Fact, _ narrow: Fact) -> Bool {
    guard let wider = wide.measure?.words, let narrower = narrow.measure?.words, wide.kind == narrow.kind,
      wide.change == nil, narrow.change == nil, wide.status == narrow.status
    else { return false }
    return pairs.contains {
      wider.hasSuffix($0.wider) && narrower.hasSuffix($0.narrower) && !wider.hasSuffix($0.narrower)
    }
  }
}

/// Verbs of what came of those just counted, 办结 and 采纳: `checks/outcomes.tsv`.
public struct Outcomes: Sendable {
  private let words: [(word: String, isWithinPlan: Bool)]

  init(_ files: GrammarFiles) throws {
    words = try ParameterTable("outcomes", ["word", "within", "example"], files).rows.map { row in
      guard ["", "planned"].contains(row[1]) else {
        throw row.fault(1, "unknown status '\(row[1])'; expected planned or nothing", "unknown-status")
      }
      return (row[0], row[1] == "planned")
    }
  }

  /// Whether the second figure is what came of the first: 746件，已办结701件.
  func links(_ wide: Fact, _ narrow: Fact, _ text: SourceText) -> Bool {
    guard wide.isAlike(narrow), wide.figure.unit == narrow.figure.unit, wide.quote.span == narrow.quote.span,
      wide.isLevel, narrow.isLevel,
      wide.status == narrow.status || wide.status == "planned", wide.span.upperBound < narrow.span.lowerBound,
      // 完成13次交会对接任务 is of its own kind.
      narrow.span.upperBound >= text.count || !text[narrow.span.upperBound].isHan
    else { return false }
    let between = text.words(wide.span.upperBound..<narrow.span.lowerBound)
    // 746件，已办结701件, or the noun between: 10件实事，已办结8件.
    let clauses = between.split(separator: "，", omittingEmptySubsequences: false)
    guard clauses.count == 2, clauses[0].count < 7, clauses[1].count < 8,
      let outcome = words.first(where: { clauses[1].hasSuffix($0.word) })
    else { return false }
    // More may be done than was planned, but no more settled than was promised.
    return wide.status == narrow.status || outcome.isWithinPlan
  }
}
