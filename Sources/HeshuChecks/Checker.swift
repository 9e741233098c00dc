internal import HeshuGrammar

/// Runs all checks over papers.
///
/// ```swift
/// var reader = PaperReader(grammar.folding)
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
    let always: [any ArticleCheck] = [
      DuplicateCheck(), ListCheck(), SharedEndingCheck(), SectionsCheck(), NamedItemsCheck(), SumCheck(), PartCheck(),
      SpanOfTimeCheck(), RangeCheck(),
      UnitCheck(), PercentageCheck(), SharesCheck(), RatioCheck(), RateCheck(), RollupCheck(), StockFlowWithinCheck(),
      PlanWithinCheck(), TrendWithinCheck(),
    ]
    articleChecks = hints ? always + [FormCheck()] : always
    paperChecks = [DateCheck(), OrdinalCheck(), WholeNumberCheck(), AreaSumCheck()]
    groupChecks = [DuplicateAcrossCheck(), PartAcrossCheck(), TrendCheck(), PlanCheck(), StockFlowCheck()]
  }

  /// All findings: inside the papers, between their articles, and of names.
  public func findings(in papers: [Paper]) -> [Finding] {
    var groups: [String: [Fact]] = [:]
    for paper in papers {
      for article in paper.articles { for fact in article.facts { groups[fact.group, default: []].append(fact) } }
    }
    return Self.sorted(findings(besideGroups: papers) + groups.values.flatMap(findings(inGroup:)))
  }

  /// What no stream of claims can tell: the findings inside the papers, and those of names and of the numbers of issues
  /// between them.
  public func findings(besideGroups papers: [Paper]) -> [Finding] {
    Self.sorted(
      papers.flatMap(findings(inside:)) + NameCheck(parameters).findings(in: papers) + IssueCheck().findings(in: papers)
    )
  }

  /// The findings inside the articles of a paper and about the paper itself.
  public func findings(inside paper: Paper) -> [Finding] {
    let context = CheckContext(parameters: parameters, paper: paper)
    let found =
      paperChecks.flatMap { $0.findings(in: paper, context) }
      + paper.articles.flatMap { article in articleChecks.flatMap { $0.findings(in: article, context) } }
    return Resolution.resolve(Self.sorted(found))
  }

  /// The findings between different articles of one group, in any order of the facts.
  public func findings(inGroup facts: [Fact]) -> [Finding] {
    let facts = facts.filter { !$0.article.isEmpty }
    guard let first = facts.first, facts.contains(where: { $0.article != first.article }) else { return [] }
    let group = facts.sorted { ($0.document, $0.span.lowerBound, $0.id) < ($1.document, $1.span.lowerBound, $1.id) }
    return Resolution.resolve(Self.sorted(groupChecks.flatMap { $0.findings(in: group, parameters) }))
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
