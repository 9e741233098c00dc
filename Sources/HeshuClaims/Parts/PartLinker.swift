internal import HeshuGrammar
internal import HeshuNumerals

/// Finds for each claim of a paragraph the claim of which it is a part.
///
/// Two ways: the text says so (其中, 中的, a colon: the rules of `parts/`), then the whole is the nearest figure before it that
/// it can be a part of; or at least two figures that stand together add up exactly to the one before or after them.
struct PartLinker {
  private let units: [Unit]
  private let dimensions: [[UInt8]]

  init(_ grammar: Grammar) {
    units = grammar.units
    dimensions = grammar.identity.dimensions
  }

  /// The exact figures of the article's earlier paragraphs that later ones may split.
  private var earlier: [(id: RecordID, total: Exact, unit: Int, head: [UInt8])] = []
  private static let memory = 16

  /// A new article.
  mutating func begin() { earlier.removeAll(keepingCapacity: true) }

  /// `identities` holds the groups of the claims.
  mutating func link(_ claims: inout [Claim], _ identities: ByteStore) {
    for index in claims.indices {
      switch claims[index].part {
      case .among: claims[index].whole = whole(before: index, claims, sentences: 1)
      case .split: claims[index].whole = whole(before: index, claims, sentences: 0)
      case .share, .total, .some(.none), nil: break
      }
    }
    linkSums(&claims)
    for index in claims.indices { claims[index].partOf = claims[index].whole.map { claims[$0].id } }
    linkEarlier(&claims, identities)
    for index in claims.indices where claims[index].partOf == nil && isSummable(claims, index) {
      if let total = claims[index].quantity.value, total > Self.least {
        let head = Array(Self.head(claims[index].group, identities))
        earlier.append((claims[index].id, total, claims[index].quantity.unit, head))
      }
    }
    if earlier.count > Self.memory { earlier.removeFirst(earlier.count - Self.memory) }
  }

  /// 25家 and 25家 of one sentence are the 50家 of a paragraph before, when they count the same thing.
  private func linkEarlier(_ claims: inout [Claim], _ identities: ByteStore) {
    guard !earlier.isEmpty else { return }
    for first in claims.indices.dropLast() where claims[first].partOf == nil && isSummable(claims, first) {
      var sum = Exact.zero
      for last in claims.indices[first...] {
        guard claims[last].sentence == claims[first].sentence,
          claims[last].quantity.unit == claims[first].quantity.unit,
          claims[last].partOf == nil, isSummable(claims, last),
          Self.head(claims[last].group, identities).elementsEqual(Self.head(claims[first].group, identities)),
          last - first < Self.longest, let value = claims[last].quantity.value, let more = sum.adding(value)
        else { break }
        sum = more
        guard last > first,
          let whole = earlier.last(where: {
            $0.total == sum && $0.unit == claims[first].quantity.unit
              && $0.head.elementsEqual(Self.head(claims[first].group, identities))
          })
        else { continue }
        for part in first...last { claims[part].partOf = whole.id }
        break
      }
    }
  }

  /// The group less its place.
  private static func head(_ group: Range<Int>, _ identities: ByteStore) -> Slice<UnsafeBufferPointer<UInt8>> {
    identities[group].prefix { $0 != 0x40 }
  }

  /// The nearest claim before `index` that is no part itself and can hold it, at most `sentences` sentences back.
  private func whole(before index: Int, _ claims: [Claim], sentences: Int) -> Int? {
    var sentence = claims[index].sentence
    var back = 0
    for candidate in claims.indices[..<index].reversed() {
      if claims[candidate].sentence != sentence {
        sentence = claims[candidate].sentence
        back += 1
        if back > sentences { return nil }
      }
      let part = claims[candidate].part
      if claims[candidate].whole != nil || part == .among || part == .split { continue }
      if canHold(claims[candidate], claims[index]) { return candidate }
    }
    return nil
  }

  /// Whether both count the same sort of thing and the part is no larger than the whole.
  private func canHold(_ whole: Claim, _ part: Claim) -> Bool {
    guard whole.kind == part.kind, whole.kind != .percentage, whole.kind != .multiple, whole.kind != .duration,
      areAlike(whole, part), whole.change == nil, part.change == nil, part.phrases[.per] == nil
    else { return false }
    guard let low = part.quantity.lower, let high = whole.quantity.upper ?? whole.quantity.value.map({ $0.scaled(1) })
    else { return true }
    return low <= high
  }

  /// The same unit, or both of one family that counts the same: 人 and 名, 家 and 个; not 人 and 人次.
  private func areAlike(_ whole: Claim, _ part: Claim) -> Bool {
    let (a, b) = (whole.quantity.unit, part.quantity.unit)
    if a == b { return true }
    // 二百多万元，其中80万: a sum may go without its unit.
    guard a >= 0, b >= 0 else { return whole.kind == .amount }
    return dimensions[a] == dimensions[b] && (whole.kind != .count || units[a].family == units[b].family)
  }

  // MARK: sums

  /// Small figures add up by chance: 9人 is not the sum of the 3人, 2人, 1人, 2人 and 1人 behind it.
  private static let least = Exact(20)
  /// The longest run of at most so many figures is looked at.
  private static let longest = 12

  private func linkSums(_ claims: inout [Claim]) {
    for index in claims.indices where claims[index].whole == nil && isSummable(claims, index) {
      if let run = run(claims, after: index) ?? run(claims, before: index) {
        for part in run where claims[part].whole == nil { claims[part].whole = index }
      }
    }
  }

  private func isSummable(_ claims: [Claim], _ index: Int) -> Bool {
    claims[index].quantity.modifier == .exact && claims[index].quantity.value != nil && claims[index].change == nil
      && (claims[index].kind == .count || claims[index].kind == .amount) && claims[index].phrases[.per] == nil
  }

  /// The figures right after the whole that add up to it, in its sentence or the next.
  private func run(_ claims: [Claim], after index: Int) -> [Int]? {
    guard let total = claims[index].quantity.value, total > Self.least else { return nil }
    var sum = Exact.zero
    var found: [Int] = []
    var sentence: Range<Int>?
    for next in claims.indices[(index + 1)...] where claims[next].quantity.unit == claims[index].quantity.unit {
      if claims[next].whole == index { return nil }
      if let sentence, claims[next].sentence != sentence { return nil }
      guard isSummable(claims, next), let value = claims[next].quantity.value, let more = sum.adding(value),
        isNear(claims, found.last ?? index, next)
      else { return nil }
      sentence = claims[next].sentence
      sum = more
      found.append(next)
      if sum == total {
        return found.count > 1 && claims[next].sentence.lowerBound - claims[index].sentence.upperBound < 2 ? found : nil
      }
      if sum > total || found.count == Self.longest { return nil }
    }
    return nil
  }

  /// The figures right before a total (合计170万元) that add up to it, in one sentence.
  private func run(_ claims: [Claim], before index: Int) -> [Int]? {
    guard claims[index].part == .total, let total = claims[index].quantity.value else { return nil }
    var sum = Exact.zero
    var found: [Int] = []
    for next in claims.indices[..<index].reversed() where claims[next].quantity.unit == claims[index].quantity.unit {
      guard claims[next].sentence == claims[index].sentence, claims[next].whole == nil, isSummable(claims, next),
        let value = claims[next].quantity.value, let more = sum.adding(value)
      else { return nil }
      sum = more
      found.append(next)
      if sum == total { return found.count > 1 ? found : nil }
      if sum > total || found.count == Self.longest { return nil }
    }
    return nil
  }

  /// No more than a clause between two members of a list.
  private func isNear(_ claims: [Claim], _ a: Int, _ b: Int) -> Bool {
    claims[b].quantity.start - claims[a].quantity.end <= 60
  }
}
