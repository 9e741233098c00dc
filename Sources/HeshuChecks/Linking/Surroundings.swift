internal import HeshuGrammar
internal import HeshuNumerals

/// The words around the figures of a sentence, without white space.
struct Surroundings {
  /// What stands between the figure before it, or the beginning of the sentence, and a figure.
  let leads: [String]
  /// What stands between a figure and the next one or the next sign.
  let tails: [String]

  private static let stops = Set("，。；：！？、,;:!?（）()".unicodeScalars)

  init(_ sentence: Sentence, _ text: SourceText) {
    let facts = sentence.facts
    leads = facts.indices.map { index in
      let start = index > 0 ? facts[index - 1].span.upperBound : min(sentence.span.lowerBound, facts[0].span.lowerBound)
      return start < facts[index].span.lowerBound ? text[start..<facts[index].span.lowerBound].unspaced : ""
    }
    tails = facts.indices.map { index in
      let start = facts[index].span.upperBound
      let end = index + 1 < facts.count ? facts[index + 1].span.lowerBound : sentence.span.upperBound
      guard start < end else { return "" }
      return String(String.UnicodeScalarView(text[start..<end].unspaced.unicodeScalars.prefix { !Self.stops.contains($0) }))
    }
  }
}

extension Sentence {
  /// Each sentence with the one before it, where no more than a sentence without figures lies between.
  static func withPrevious(_ facts: [Fact]) -> [(previous: Sentence?, sentence: Sentence)] {
    let all = all(of: facts)
    return all.indices.map { index in
      let previous = index > 0 ? all[index - 1] : nil
      let isNear = previous.map { all[index].span.lowerBound - $0.span.upperBound < 60 } ?? false
      return (isNear ? previous : nil, all[index])
    }
  }
}

extension Fact {
  /// The span of its digits that are not zero: 5 of 23417, 3 of 3860万.
  var significantDigits: Int {
    figure.value.map { $0.magnitude.mantissa.description.reversed().drop { $0 == "0" }.count } ?? 0
  }
}
