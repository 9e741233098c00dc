/// The rules of one folder, compiled together: one automaton for what stands before the anchor, read away from it, one for
/// what stands after.
///
/// Both run in time linear in the tokens whatever the rules say; which rules can match is known after one pass, and only
/// for those the matcher looks for captures.
public struct Layer: Sendable {
  /// One pattern of a rule (a rule may have several).
  struct Entry: Sendable {
    var rule: Int32
    var left: Int32
    var right: Int32
    /// The set the anchor must be in, or -1.
    var anchor: Int32
  }

  public let folder: String
  public internal(set) var rules: [Rule] = []
  var entries: [Entry] = []
  var left = Program()
  var right = Program()
  /// A symbol's column: symbols that no set of this layer tells apart share one.
  var columns: [UInt16] = []
  var columnCount = 0
  /// One bit a column, `words` words a set.
  var setBits: [UInt64] = []
  var words: Int { (columnCount + 63) / 64 }
  public internal(set) var captureNames: [String] = []
  /// The sets as patterns write them, for `explain`; only in a grammar compiled from its files, an image has none.
  var setTexts: [String] = []

  /// A layer without rules.
  public init(folder: String) { self.folder = folder }

  @inline(__always)
  func has(_ set: Int32, _ column: UInt16) -> Bool {
    setBits.withUnsafeBufferPointer {
      $0[Int(set) * words + Int(column >> 6)] >> UInt64(column & 63) & 1 == 1
    }
  }
}

/// One rule as its file states it, less the pattern.
public struct Rule: Sendable {
  /// `claims/verb-measure-quantity`.
  public let id: String
  public let about: String
  /// Higher goes first.
  public let priority: Int
  /// What the rule sets: `measure: $measure`, `status: planned`, `reads: date`.
  public let sets: [String: String]
  /// The conditions on the number: `digits: 4`, `from: 1800`, `to: 2199`, `form: arabic`.
  public let when: [String: String]
}
