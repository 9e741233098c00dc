/// How many slips the checks find.
public struct MutationReport: Sendable {
  /// The count of one kind of relation, or of one operator.
  public struct Row: Sendable {
    public var killable = 0
    public var killed = 0
    public var soft = 0
    public var equivalent = 0
    /// Killed ones of which the finding names the changed passage first, as culprit or as repair.
    public var named = 0
    /// Killed ones whose repair restores the old words.
    public var repaired = 0
  }

  public internal(set) var relations: [String: Row] = [:]
  public internal(set) var operators: [String: Row] = [:]
  /// What is broken and was not found: `DUP digit a01-district.txt: 14个 → 15个`.
  public internal(set) var missed: [String] = []
  /// Contradictions in the clean texts, by check, and the characters they were sought in.
  public internal(set) var alarms: [String: Int] = [:]
  public internal(set) var characters = 0

  public var total: Row {
    relations.values.reduce(into: Row()) { sum, row in
      sum.killable += row.killable
      sum.killed += row.killed
      sum.soft += row.soft
      sum.equivalent += row.equivalent
      sum.named += row.named
      sum.repaired += row.repaired
    }
  }

  /// A table for people.
  public var table: String {
    func line(_ name: String, _ row: Row) -> String {
      let recall = row.killable == 0 ? "–" : "\(row.killed * 1000 / row.killable)"
      let cells = [
        recall, "\(row.killed)/\(row.killable)", "\(row.named)", "\(row.repaired)", "\(row.soft)", "\(row.equivalent)",
      ]
      return name.padding(16) + cells.map { $0.padding(12) }.joined()
    }
    var out = [
      "relation".padding(16)
        + ["recall ‰", "killed", "named", "repaired", "soft", "equivalent"].map { $0.padding(12) }.joined()
    ]
    out += relations.sorted { $0.key < $1.key }.map { line($0.key, $0.value) }
    out.append(line("all", total))
    out.append("")
    out += operators.sorted { $0.key < $1.key }.map { line($0.key, $0.value) }
    out.append("")
    let alarmed = alarms.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    out.append("false alarms in \(characters) clean characters: \(alarmed.isEmpty ? "none" : alarmed)")
    return out.joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
