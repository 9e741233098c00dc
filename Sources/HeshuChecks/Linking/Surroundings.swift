internal import HeshuClaims
internal import HeshuGrammar
internal import HeshuNumerals

/// The words around the figures of a sentence, without white space and in Simplified script.
struct Surroundings {
  /// What stands between the figure before it, or the beginning of the sentence, and a figure.
  let leads: [String]
  /// What stands between a figure and the next one or the next sign.
  let tails: [String]
  private let partial: WordList

  private static let stops = Set("，。；：！？、,;:!?（）()".unicodeScalars)

  /// The lead without what belongs to the figure before it: 实际完成 of 的目标任务，实际完成.
  func ownLead(_ index: Int) -> String {
    let (lead, tail) = (leads[index], index > 0 ? tails[index - 1] : "")
    return !tail.isEmpty && lead.count > tail.count && lead.hasPrefix(tail) ? String(lead.dropFirst(tail.count)) : lead
  }

  /// What stands behind the last sign of a lead: 流亭街道 of 、流亭街道; 其中 is left out.
  func lastPiece(_ index: Int) -> String {
    let piece =
      leads[index].split(omittingEmptySubsequences: false, whereSeparator: { "，。；：、,;:和及".contains($0) }).last.map(
        String.init) ?? ""
    return partial.beginning(piece).map { String(piece.dropFirst($0.count)) } ?? piece
  }

  init(_ sentence: Sentence, _ context: CheckContext) {
    let facts = sentence.facts
    partial = context.phrases[.partial]
    leads = facts.indices.map { index in
      // 一年来 is a figure too and belongs to what follows it.
      let last = facts[..<index].last { $0.kind != .duration }
      let start = last?.span.upperBound ?? min(sentence.span.lowerBound, facts[0].span.lowerBound)
      return start < facts[index].span.lowerBound ? context.text.words(start..<facts[index].span.lowerBound) : ""
    }
    tails = facts.indices.map { index in
      let start = facts[index].span.upperBound
      let end = index + 1 < facts.count ? facts[index + 1].span.lowerBound : sentence.span.upperBound
      guard start < end else { return "" }
      return String(
        String.UnicodeScalarView(context.text.words(start..<end).unicodeScalars.prefix { !Self.stops.contains($0) }))
    }
  }
}

extension Sentence {
  /// For each sentence those right before it, at most so many; a sentence without figures may lie between two.
  static func previous(_ all: [Sentence], _ most: Int) -> [Range<Int>] {
    all.indices.map { index in
      var first = index
      while first > 0, index - first < most, all[first].span.lowerBound - all[first - 1].span.upperBound < 60 {
        first -= 1
      }
      return first..<index
    }
  }
}

extension Fact {
  /// The span of its digits that are not zero: 5 of 23417, 3 of 3860万.
  var significantDigits: Int {
    figure.value.map { $0.magnitude.mantissa.description.reversed().drop { $0 == "0" }.count } ?? 0
  }
}
