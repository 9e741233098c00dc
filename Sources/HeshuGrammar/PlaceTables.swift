/// The gazetteer: divisions of the country with their codes and dates, names in short, words like 全区, endings of towns.
///
/// Built from `places/*.tsv`; the codes are those of GB/T 2260. Flat arrays, so that the image is read without a loop.
public struct PlaceTables: Sendable {
  public enum Level: UInt8, Sendable, CaseIterable {
    case country, province, prefecture, county
    /// Below the county: towns, streets, villages, zones; they have no row.
    case town
    /// 全市: the city that the masthead is or lies in.
    case city
    /// 当地, 各县: named by the sentence, resolved to none.
    case relative
  }

  /// What a name of the trie is.
  public enum Sort: UInt8, Sendable {
    case full, short, alias, deictic, weak
  }

  /// Names; the value is an index into `sorts`, `levels`, `firsts`.
  public var names = Trie.empty
  public var sorts: [UInt8] = []
  /// Of a deictic word its level.
  public var levels: [UInt8] = []
  /// Where the divisions that a name may mean begin in `candidates`; one entry more for the end.
  public var firsts: [Int32] = []
  public var candidates: [Int32] = []

  /// Of each division: six digits, level, the code of the one above, first day and first day after as yyyymmdd (99999999:
  /// valid today; a bare year counts whole).
  public var codes: [Int32] = []
  public var divisionLevels: [UInt8] = []
  public var parents: [Int32] = []
  public var from: [Int32] = []
  public var until: [Int32] = []
  /// The divisions in the order of their codes, for the way up.
  public var byCode: [Int32] = []
  /// Their names in UTF-8, behind one another, and where each begins.
  public var nameBytes: [UInt8] = []
  public var nameStarts: [Int32] = []

  /// Endings of names below the county (镇, 街道, 开发区), backwards; values index `endings`.
  public var endings = Trie.empty
  /// The fewest and the most characters before the ending.
  public var endingLengths: [UInt8] = []
  /// Pairs of characters between which no name ends: 区|域.
  public var unless: Set<UInt32> = []

  /// Words right behind a place that make it the place of what is told: 总工会, 政府.
  public var institutions = Trie.empty

  /// Endings of organisations whose own figures have no place, backwards: 公司, 工作室.
  public var privateEndings = Trie.empty
  /// What organisations of a level begin with: 区 of 区总工会, 全总; the value is a raw `Level`.
  public var levelWords = Trie.empty
  /// Added to the index of a division that a beginning names by itself (劳工处 → 香港), to tell it from a level.
  public static let fixed = 256

  /// Places of datelines that say little of what is told (北京, from where national news come), and the division they stand
  /// for, -1 for none.
  public var datelines: [String: Int32] = [:]

  public init() {}

  /// The divisions that a name may mean.
  public func candidates(_ entry: Int) -> ArraySlice<Int32> {
    candidates[Int(firsts[entry])..<Int(firsts[entry + 1])]
  }

  public func name(of division: Int) -> ArraySlice<UInt8> {
    nameBytes[Int(nameStarts[division])..<Int(nameStarts[division + 1])]
  }

  /// The division to name for what happens in it: the region for the districts of Hong Kong and Macao, which GB/T 2260 has
  /// not.
  public func named(_ division: Int, on day: Int32) -> Int {
    guard 810_001...829_999 ~= codes[division], let parent = parent(of: division, on: day) else { return division }
    return parent
  }

  /// Six digits; empty for the country.
  public func code(of division: Int) -> [UInt8] {
    codes[division] == 0 ? [] : Array(String(codes[division]).utf8)
  }

  /// Whether the division had this name and code on a day (yyyymmdd; 0 for unknown: today).
  public func isValid(_ division: Int, on day: Int32) -> Bool {
    let day = day == 0 ? 99_999_998 : day
    return from[division] <= day && day < until[division]
  }

  /// The division with this code on a day, if there was one.
  public func division(code: Int32, on day: Int32) -> Int? {
    var low = 0
    var high = byCode.count
    while low < high {
      let middle = (low + high) / 2
      if codes[Int(byCode[middle])] < code { low = middle + 1 } else { high = middle }
    }
    var found: Int?
    while low < byCode.count, codes[Int(byCode[low])] == code {
      if isValid(Int(byCode[low]), on: day) { return Int(byCode[low]) }
      found = Int(byCode[low])
      low += 1
    }
    return found
  }

  /// The one above, on a day; nil for provinces' country and above.
  public func parent(of division: Int, on day: Int32) -> Int? {
    parents[division] <= 0 ? nil : self.division(code: parents[division], on: day)
  }
}
