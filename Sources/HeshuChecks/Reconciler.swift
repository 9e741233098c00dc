internal import HeshuNumerals

/// Finds what contradicts between articles in a stream of claims whose groups stand together.
///
/// It holds one group at a time. A group of more than `limit` claims is not compared but named by an error, since pairs
/// of its claims would be too many; what has no group is passed over.
public struct Reconciler {
  /// What a line completed.
  public enum Output: Sendable {
    case findings([Finding])
    /// A group that was not compared, with its number of claims.
    case tooLarge(group: String, claims: Int)
  }

  private let checker: Checker
  private let limit: Int
  private var group = ""
  private var facts: [Fact] = []
  private var count = 0
  public private(set) var claims = 0
  /// Whether a group came behind a larger one by its bytes: a hint that the stream is not sorted.
  public private(set) var isUnsorted = false

  public init(_ checker: Checker, limit: Int = 2000) {
    self.checker = checker
    self.limit = limit
  }

  /// Takes one line; gives what the group before it says when the line begins another. Nil is returned for lines that
  /// complete nothing.
  ///
  /// Throws `NoRecord` when the line is no JSON object.
  public mutating func add(_ line: UnsafeBufferPointer<UInt8>) throws(NoRecord) -> Output? {
    guard let json = JSONValue(line), case .object = json else { throw NoRecord() }
    guard json["type"]?.string == "claim", let fact = Fact(json), !fact.group.isEmpty else { return nil }
    claims += 1
    let done = fact.group == group ? nil : finish()
    if fact.group != group {
      if Array(fact.group.utf8).lexicographicallyPrecedes(Array(group.utf8)) { isUnsorted = true }
      group = fact.group
    }
    count += 1
    if count <= limit { facts.append(fact) } else { facts = [] }
    return done
  }

  /// What the last group says.
  public mutating func finish() -> Output? {
    defer {
      facts = []
      count = 0
    }
    if count > limit { return .tooLarge(group: group, claims: count) }
    let found = checker.findings(inGroup: facts)
    return found.isEmpty ? nil : .findings(found)
  }

  /// A line that is no JSON object.
  public struct NoRecord: Error {}
}
