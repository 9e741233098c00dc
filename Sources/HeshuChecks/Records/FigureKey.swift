/// The identity of a figure as its claim record gives it: `m:技能人才;q:高;d:人;s:flow;v:flow;t:2023-01-01..2023-12-29;p:`.
public struct FigureKey: Sendable, Hashable {
  /// The head of what is counted, empty where the text names nothing beyond the unit.
  public let head: String
  /// What narrows the head: 高, 新就业形态.
  public let qualifiers: Set<String>
  /// What is counted as one: 人 and 名 are 人, 人次 is another.
  public let dimension: String
  /// stock, flow, level, plan, condition, change, rate or share.
  public let state: String
  /// The class of the verb.
  public let predicate: String
  public let period: String
  /// What a rate is per: 每件.
  public let per: String

  init(_ text: String) {
    var fields: [Substring: Substring] = [:]
    for part in text.split(separator: ";") {
      guard let colon = part.firstIndex(of: ":") else { continue }
      fields[part[..<colon]] = part[part.index(after: colon)...]
    }
    func field(_ name: Substring) -> String { fields[name].map(String.init) ?? "" }
    head = field("m")
    qualifiers = Set(field("q").split(separator: "+").map(String.init))
    dimension = field("d")
    state = field("s")
    predicate = field("v")
    period = field("t")
    per = field("p")
  }
}
