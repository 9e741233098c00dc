public import HeshuGrammar

/// What the checks know: the tables of `checks/`, read once for a run.
///
/// ```swift
/// let parameters = try CheckParameters(GrammarFiles.builtIn())
/// ```
public struct CheckParameters: Sendable {
  public let intervals: SoftIntervals
  let lists: ListWords
  let stages: Stages
  let outcomes: Outcomes
  let totals: Totals
  let partitions: Partitions
  let directions: Directions
  let shares: Shares
  let ratios: Ratios
  let forms: Forms
  let phrases: Phrases
  let stocks: RoleWords
  let plans: RoleWords
  let levels: Levels
  let offices: Offices
  let rates: Set<String>

  /// Throws `BrokenGrammar` when a table is missing or has a mistake.
  public init(_ files: GrammarFiles) throws {
    intervals = try SoftIntervals(files)
    lists = try ListWords(files)
    stages = try Stages(files)
    outcomes = try Outcomes(files)
    totals = try Totals(files)
    partitions = try Partitions(files)
    directions = try Directions(files)
    shares = try Shares(files)
    ratios = try Ratios(files)
    forms = try Forms(files)
    phrases = try Phrases(files)
    stocks = try RoleWords("stocks", ["before", "added", "removed", "now", "reach", "none"], files)
    plans = try RoleWords("plans", ["target", "done", "over", "open", "till", "goal", "owned", "long", "name"], files)
    levels = try Levels(files)
    offices = try Offices(files)
    rates = try ParameterTable("rates", ["word", "example"], files).words
  }
}
