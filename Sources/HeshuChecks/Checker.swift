public import HeshuGrammar

/// Runs all checks over papers.
///
/// ```swift
/// var reader = PaperReader()
/// reader.read(records)  // JSON lines of heshu extract --with-text
/// let findings = Checker(parameters).findings(in: reader.papers)
/// ```
///
/// The order of the findings is that of their first passages, whatever order the papers come in.
public struct Checker: Sendable {
  private let parameters: CheckParameters
  private let articleChecks: [any ArticleCheck]
  private let paperChecks: [any PaperCheck]
  private let groupChecks: [any GroupCheck]

  /// With `hints` the checks of form run too.
  public init(_ parameters: CheckParameters, hints: Bool = false) {
    self.parameters = parameters
    articleChecks = [DuplicateCheck(), ListCheck(), SumCheck(), PartCheck(), SpanOfTimeCheck(), RangeCheck(), UnitCheck(), PercentageCheck(), RatioCheck(), RollupCheck()]
    paperChecks = [DateCheck(), OrdinalCheck(), WholeNumberCheck()]
    groupChecks = [DuplicateAcrossCheck(), PartAcrossCheck(), TrendCheck(), PlanCheck(), StockFlowCheck()]
  }

  /// All findings: inside the articles, of the papers, and across articles.
  public func findings(in papers: [Paper]) -> [Finding] {
    var found: [Finding] = []
    for paper in papers { found += findings(inside: paper) }
    var groups: [String: [Fact]] = [:]
    for paper in papers {
      for article in paper.articles { for fact in article.facts { groups[fact.group, default: []].append(fact) } }
    }
    for (_, facts) in groups { found += findings(inGroup: facts) }
    return Resolution.resolve(Self.sorted(found))
  }

  /// The findings that need no other paper.
  public func findings(inside paper: Paper) -> [Finding] {
    let context = CheckContext(parameters: parameters, paper: paper)
    return paperChecks.flatMap { $0.findings(in: paper, context) }
      + paper.articles.flatMap { article in articleChecks.flatMap { $0.findings(in: article, context) } }
  }

  /// The findings between different articles of one group, in any order of the facts.
  public func findings(inGroup facts: [Fact]) -> [Finding] {
    guard Set(facts.map(\.article)).count > 1 else { return [] }
    let group = facts.sorted {
      ($0.document, $0.span.lowerBound, $0.id) < ($1.document, $1.span.lowerBound, $1.id)
    }
    return Self.sorted(groupChecks.flatMap { $0.findings(in: group, parameters) })
  }

  /// By document and place, then by check; what is equal to the last digit is said once.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    func key(_ finding: Finding) -> (String, Int, Int, Int, String) {
      let span = finding.spans.first
      return (
        span?.document ?? "", span?.range.lowerBound ?? 0, span?.range.upperBound ?? 0,
        CheckID.allCases.firstIndex(of: finding.check)!, finding.message.chinese
      )
    }
    return findings.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
