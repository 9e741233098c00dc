internal import HeshuClaims
internal import HeshuGrammar
internal import HeshuNumerals

/// So much for each: 人均3500元, 每户800元, 各补助2万元.
struct Rate {
  let fact: Fact
  let index: Int
  /// What it is for each of: 人, 户, 期; empty where 各 says “of those before”.
  private let each: String
  /// An average is rounded as far as it is written.
  private let isAverage: Bool

  /// Nil when the figure is no such rate, or one of two: 每人每月.
  init?(_ facts: [Fact], _ around: Surroundings, _ index: Int, _ verbs: Set<String>) {
    fact = facts[index]
    self.index = index
    guard fact.kind == .amount || fact.kind == .count, fact.change == nil, let value = fact.figure.value, value > .zero
    else { return nil }
    let lead =
      around.leads[index].split(omittingEmptySubsequences: false, whereSeparator: { "，。；：,;:".contains($0) }).last.map(
        String.init) ?? ""
    let said = fact.key.per.isEmpty ? Self.per(in: lead) : fact.key.per
    if let said {
      let words = said.replacing("平均", with: "")
      guard words.filter({ $0 == "每" || $0 == "均" }).count == 1, let first = words.first else { return nil }
      each = first == "每" ? String(words.dropFirst()) : String(words.prefix { $0 != "均" })
      isAverage = said.contains("均") || lead.contains("均")
    } else {
      guard index > 0, facts[index - 1].kind == .count, let place = lead.lastIndex(of: "各"),
        Self.isVerb(lead[lead.index(after: place)...], verbs)
      else { return nil }
      each = ""
      isAverage = false
    }
    if each.isEmpty, said != nil { return nil }
  }

  /// 补助, 获得奖励.
  private static func isVerb(_ words: Substring, _ verbs: Set<String>) -> Bool {
    words.count < 6 && verbs.contains { words.hasPrefix($0) }
  }

  /// 每册 of 每册均价.
  private static func per(in lead: String) -> String? {
    guard let place = lead.lastIndex(of: "每"), lead.distance(from: place, to: lead.endIndex) < 8 else { return nil }
    return String(lead[place...].prefix(2))
  }

  /// How far an average is rounded at most, as a share of it (ours): 人均1200元 for 1190.
  private static let rounding = Exact(2, exponent: -2)
  private static let persons: Set<String> = ["人", "名", "位"]

  /// Whether the figure says how many there are of what the rate is for.
  func counts(_ other: Fact) -> Bool {
    guard other.key.per.isEmpty, other.change == nil, other.status == fact.status, other.id != fact.id else {
      return false
    }
    if other.kind == .duration { return ["日", "天"].contains(each) && ["日", "天"].contains(other.figure.unit.unspaced) }
    guard other.kind == .count else { return false }
    if each.isEmpty {
      return other.span.upperBound <= fact.span.lowerBound && fact.span.lowerBound - other.span.upperBound < 14
    }
    if Self.persons.contains(String(each.prefix(1))), other.key.dimension == "人" || other.key.dimension == "人次" {
      return true
    }
    let unit = other.figure.unit.unspaced
    return !unit.isEmpty && each.hasPrefix(unit)
      && (each.count == unit.count || other.measure?.text.unspaced.hasSuffix(each.dropFirst(unit.count)) ?? false)
      || other.measure?.text.unspaced.hasSuffix(each) ?? false
  }

  /// Whether the figure can be all of them together.
  func totals(_ other: Fact) -> Bool {
    guard other.key.per.isEmpty, other.change == nil, other.status == fact.status, other.id != fact.id,
      other.kind == fact.kind
    else { return false }
    let persons: Set<String> = ["人", "人次"]
    return other.key.dimension == fact.key.dimension
      || persons.contains(other.key.dimension) && persons.contains(fact.key.dimension)
  }

  /// The numbers it stands for; what each of them was given is as it is written, an average is rounded.
  var interval: Interval {
    guard isAverage, fact.figure.isExact, let value = fact.figure.value,
      let margin = value.lastPlace.multiplied(by: .half),
      let most = value.multiplied(by: Self.rounding)
    else { return fact.figure.hard }
    return fact.figure.hard.widened(by: min(margin, most))
  }
}

/// A count times its rate against a total.
struct Product {
  let value: Exact?
  let meets: Bool
  private let quotient: Exact?

  init(_ count: Fact, _ rate: Rate, _ total: Fact) {
    value = count.figure.value.flatMap { count in rate.fact.figure.value.flatMap { count.multiplied(by: $0) } }
    let product = count.figure.rounded(isCount: true).times(rate.interval)
    meets = product.meets(total.figure.rounded(isCount: total.isCount))
    quotient = value.flatMap { value in total.figure.value?.quotient(by: value, places: 8)?.value }
  }

  /// 1 when the total is between half and twice the product, 10, 100 … when it is off by about that; nil when it is
  /// another thing.
  var error: Int? {
    guard let quotient, quotient > .zero else { return nil }
    let (low, high) = (Exact(95, exponent: -2), Exact(105, exponent: -2))
    for (power, factor) in [(1, 10), (2, 100), (3, 1000), (4, 10000)] {
      if [quotient.scaled(power), quotient.scaled(-power)].contains(where: { low <= $0 && $0 <= high }) {
        return factor
      }
    }
    return Exact.half <= quotient && quotient <= Exact(2) ? 1 : nil
  }
}
