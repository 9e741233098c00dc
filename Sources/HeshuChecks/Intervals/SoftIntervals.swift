internal import HeshuGrammar
internal import HeshuNumerals

/// What approximate words make a reader expect, narrower than what they allow: `checks/intervals.tsv`.
///
/// 近200 allows [100, 200) and makes one expect [180, 200); 约300 allows [240, 360] and makes one expect [270, 330].
public struct SoftIntervals: Sendable {
  private struct Row {
    let lower: Exact
    /// Nil for one unit of the last digit above N.
    let upper: Exact?
  }

  private var rows: [Modifier: Row] = [:]

  init(_ files: GrammarFiles) throws {
    for row in try ParameterTable("intervals", ["modifier", "lower", "upper", "basis"], files).rows {
      guard let modifier = Modifier.allCases.first(where: { $0.name == row[0] }) else {
        throw row.fault(0, "unknown modifier '\(row[0])'", "unknown-modifier")
      }
      rows[modifier] = Row(lower: try row.number(1), upper: row[2] == "+u" ? nil : try row.number(2))
    }
  }

  /// The soft interval of a figure; the hard one where its words are not approximate.
  public func soft(_ figure: Figure) -> Interval {
    guard let value = figure.value, value.mantissa > 0, let row = rows[figure.modifier] else { return figure.hard }
    let low = value.multiplied(by: row.lower)
    let high = row.upper.map { value.multiplied(by: $0) } ?? value.adding(value.lastPlace)
    var soft = figure.hard
    if let low, soft.lower.map({ $0 < low }) ?? true { (soft.lower, soft.isLowerClosed) = (low, true) }
    if let high, soft.upper.map({ high < $0 }) ?? true { (soft.upper, soft.isUpperClosed) = (high, true) }
    return soft
  }
}
