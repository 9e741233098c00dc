/// `times/`: the words that name times, and what goes before, behind and between them.
public struct TimeTables: Sendable {
  /// What a word is in a time; the names are those of the tables.
  public enum Role: UInt8, Sendable, CaseIterable {
    /// 去年: so many years from the document's date.
    case year, month, day, relativeQuarter
    /// 次年: so many years from the last one named.
    case thatYear, thatMonth, thatDay
    /// 第三季度, 上半年: quarters from to. 中旬: days from to.
    case quarter, third
    /// 1 the beginning, 2 the middle, 3 the end: of what stands before (底), of a year (年底), of a month (月底).
    case part, yearPart, monthPart
    case samePeriod, now, vague, season
    /// 十四五 has two days, 十八大 one.
    case span, event
    case yearUnit, monthUnit, dayUnit, republic, filler
    case until, to, since, joint, lasting, onward, before, stop, during, around, basis
    /// 综述: a headline with it sums up the year that it names.
    case review
    case none
  }

  public struct Row: Sendable {
    public var role: Role
    public var from: Int32
    public var to: Int32
  }

  /// Values index `rows`.
  public var words = Trie.empty
  public var rows: [Row] = []

  public init() {}
}

extension GrammarCompiler {
  /// `times/*.tsv`.
  mutating func compileTimes() {
    var tables = TimeTables()
    var words: [([UInt16], Int)] = []
    for file in files.inFolder("times", suffix: "tsv") {
      let table = Table(file, columns: ["word", "role", "from", "to"], into: &diagnostics)
      for row in table.rows {
        guard let role = TimeTables.Role.allCases.first(where: { "\($0)" == row[1] }) else {
          let names = TimeTables.Role.allCases.map { "\($0)" }.joined(separator: ", ")
          diagnostics.append(table.diagnostic(row, 1, "unknown role '\(row[1])'; expected \(names)", "unknown-role"))
          continue
        }
        var numbers: [Int32] = []
        for column in 2...3 {
          guard let number = Self.number(row[column]) else {
            diagnostics.append(
              table.diagnostic(row, column, "expected a number or a day such as 2012-11-08", "bad-time"))
            break
          }
          numbers.append(number)
        }
        guard numbers.count == 2 else { continue }
        words.append((grammar.folding.fold(row[0]), tables.rows.count))
        tables.rows.append(TimeTables.Row(role: role, from: numbers[0], to: numbers[1]))
      }
    }
    tables.words = Trie(words)
    grammar.times = tables
  }

  /// `-1`, `2012-11-08` as 20121108, 0 for an empty cell.
  private static func number(_ cell: Substring) -> Int32? {
    if cell.isEmpty { return 0 }
    return Int32(cell.utf8.count == 10 ? String(cell.filter { $0 != "-" }) : String(cell))
  }
}

extension TimeTables {
  func write(to image: inout ImageWriter) {
    words.write(to: &image)
    image.array(rows.map(\.role.rawValue))
    image.array(rows.map(\.from))
    image.array(rows.map(\.to))
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    words = try Trie(&image)
    let roles = try image.array(UInt8.self)
    let from = try image.array(Int32.self)
    let to = try image.array(Int32.self)
    guard roles.count == from.count, from.count == to.count else { throw ImageError(.cut(at: image.at)) }
    for index in roles.indices {
      guard let role = Role(rawValue: roles[index]) else { throw ImageError(.cut(at: image.at)) }
      rows.append(Row(role: role, from: from[index], to: to[index]))
    }
  }
}
