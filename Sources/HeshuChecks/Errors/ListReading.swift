/// A list read backward from the number that counts it: 从计划性、针对性、时效性三个方面.
///
/// Where the first item begins is not known and need not be: the items are the signs between them and one. What 和, 与
/// and 及 join may be one item or two, so there is a smallest and a largest count.
struct ListReading {
  let items: ClosedRange<Int>
  /// Whether 等 stands behind the list.
  let isOpen: Bool
  /// Whether signs between the items were seen, not only a 和 that may join anything.
  let hasSigns: Bool
  /// Lengths of the items from the last to the first; the first one holds what stands before the list too.
  let lengths: [Int]
  let range: Range<Int>
  /// Whether 的 stands between list and number.
  let hasParticle: Bool

  static let stops: Set<Unicode.Scalar> = ["。", "！", "？", "；", "：", "\n", "!", "?"]
  private static let opening: [Unicode.Scalar: Unicode.Scalar] = [
    "”": "“", "’": "‘", "》": "《", "）": "（", "】": "【",
  ]
  private static let joints: Set<Unicode.Scalar> = ["和", "与", "及", "跟"]

  /// Nil when there is no list right before `place`.
  init?(_ text: [Unicode.Scalar], before place: Int) {
    var at = place
    var hasParticle = false
    var isOpen = false
    if at > 0, text[at - 1] == "“" { at -= 1 }
    if at > 0, text[at - 1] == "的" {
      at -= 1
      hasParticle = true
    }
    if at > 0, text[at - 1] == "共" || text[at - 1] == "这" { at -= 1 }
    if at > 0, text[at - 1] == "等" {
      at -= 1
      isOpen = true
    }
    let end = at
    var signs = 0
    var joined = 0
    var length = 0
    var lengths: [Int] = []
    scan: while at > 0 {
      let scalar = text[at - 1]
      if let open = Self.opening[scalar] {
        guard let start = text[..<(at - 1)].lastIndex(of: open), at - start < 120 else { break }
        if start > 0, text[start - 1] == scalar || signs == 0 && at == end && !Self.isListed(text, start, joined) {
          if text[start - 1] == scalar {
            // “党小组”“工会小组”: two items without a sign.
            signs += 1
            lengths.append(length + at - start)
            length = 0
            at = start
            continue
          }
          // One quotation that is the list: “A、B、C”4个维度.
          if let inner = Self.inner(text[(start + 1)..<(at - 1)]) {
            self.init(
              items: inner...inner, isOpen: isOpen, hasSigns: true, lengths: [], range: start..<end,
              hasParticle: hasParticle)
            return
          }
        }
        length += at - start
        at = start
        continue
      }
      switch scalar {
      case "、":
        signs += 1
        lengths.append(length)
        length = 0
      case "，", "“", "《", "（": break scan
      case let stop where Self.stops.contains(stop): break scan
      default:
        if signs == 0, Self.joints.contains(scalar) { joined += 1 }
        length += 1
      }
      at -= 1
    }
    lengths.append(length)
    guard signs > 0 || joined > 0 || (isOpen && length > 1) else { return nil }
    let low = signs > 0 ? signs + 1 : joined > 0 ? 2 : 1
    self.init(
      items: low...max(low, signs + 1 + joined), isOpen: isOpen, hasSigns: signs > 0, lengths: lengths, range: at..<end,
      hasParticle: hasParticle)
  }

  private init(
    items: ClosedRange<Int>, isOpen: Bool, hasSigns: Bool, lengths: [Int], range: Range<Int>, hasParticle: Bool
  ) {
    self.items = items
    self.isOpen = isOpen
    self.hasSigns = hasSigns
    self.lengths = lengths
    self.range = range
    self.hasParticle = hasParticle
  }

  /// Whether a list sign stands before a quotation, so that it is an item and not the whole list.
  private static func isListed(_ text: [Unicode.Scalar], _ start: Int, _ joined: Int) -> Bool {
    start > 0 && (text[start - 1] == "、" || joints.contains(text[start - 1]))
  }

  /// The items inside a quotation: by ； if it has any, else by 、, nil for none.
  private static func inner(_ quoted: ArraySlice<Unicode.Scalar>) -> Int? {
    for sign in ["；", "、"] as [Unicode.Scalar] {
      let count = quoted.count { $0 == sign }
      if count > 0 { return count + 1 }
    }
    return nil
  }

  /// Whether what lies before the last `count` items looks like another list that ran into this one: 对企业、院校开展法律、政策两项培训.
  ///
  /// The first item holds the verb before the list, so it is longer than the others; when the item that the number asks
  /// for as first is, the list begins there.
  func mayBegin(at count: Int) -> Bool {
    guard count >= 1, count < lengths.count else { return false }
    let rest = lengths[..<(count - 1)]
    guard let longest = rest.max() else { return true }
    return lengths[count - 1] > longest + 1
  }
}
