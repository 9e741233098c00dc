internal import HeshuGrammar
internal import HeshuNumerals

/// The facts of one sentence, in the order of the text.
struct Sentence {
  let facts: [Fact]
  let span: Range<Int>

  static func all(of facts: [Fact]) -> [Sentence] {
    var sentences: [Sentence] = []
    var run: [Fact] = []
    for fact in facts {
      if let last = run.last, last.quote.span != fact.quote.span {
        sentences.append(Sentence(facts: run, span: last.quote.span))
        run = []
      }
      run.append(fact)
    }
    if let last = run.last { sentences.append(Sentence(facts: run, span: last.quote.span)) }
    return sentences
  }
}

extension Fact {
  /// A count or sum that is no rate, change or share, exact or not.
  var isLevel: Bool { (kind == .count || kind == .amount) && change == nil && key.per.isEmpty && key.state != "share" }

  /// An exact count or sum that is no rate, change or share: what can be added.
  var isSummable: Bool {
    figure.isExact && (kind == .count || kind == .amount) && change == nil && key.per.isEmpty && key.state != "share"
  }

  /// Whether both count the same sort of thing in the same unit of meaning: 人 and 名, 家 and 个, not 人 and 人次.
  func isAlike(_ other: Fact) -> Bool { kind == other.kind && key.dimension == other.key.dimension }
}

extension Collection where Element == Fact {
  /// The exact sum of summable facts; nil when one is not, or on overflow.
  var sum: Exact? {
    reduce(Optional(Exact.zero)) { sum, fact in
      fact.isSummable ? sum.flatMap { sum in fact.figure.value.flatMap { sum.adding($0) } } : nil
    }
  }

  /// The sum of all their intervals: what the words allow, rounding included.
  var interval: Interval {
    reduce(Interval(.zero)) { $0 + $1.figure.rounded(isCount: $1.isCount) }
  }

  /// `25家 + 25家`.
  var addition: String { map(\.figure.text).joined(separator: " + ") }
}
