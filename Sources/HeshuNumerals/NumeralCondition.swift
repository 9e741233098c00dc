internal import HeshuGrammar

/// What a reading rule asks of the number itself: `when: { digits: 4, from: 1800, to: 2199, form: digits }`.
struct NumeralCondition {
  private var digits: ClosedRange<Int>?
  private var from: Exact?
  private var to: Exact?
  private var form: Form = .any

  private enum Form: String {
    case any, arabic, digits, decimal, han, whole, fraction
  }

  init(_ when: [String: String]) {
    if let bounds = when["digits"]?.split(separator: "-").compactMap({ Int($0) }), let low = bounds.first,
      let high = bounds.last, low <= high
    {
      digits = low...high
    }
    from = when["from"].flatMap { Int($0) }.map { Exact(Int128($0)) }
    to = when["to"].flatMap { Int($0) }.map { Exact(Int128($0)) }
    form = when["form"].flatMap(Form.init) ?? .any
  }

  func holds(for numeral: Numeral) -> Bool {
    if let digits, !(numeral.isArabic || numeral.isDigitString) || !digits.contains(numeral.digits) { return false }
    if let from, numeral.value < from { return false }
    if let to, to < numeral.value { return false }
    switch form {
    case .any: return true
    case .arabic: return numeral.isArabic && !numeral.hasPoint
    case .digits: return (numeral.isArabic || numeral.isDigitString) && !numeral.hasPoint
    case .decimal: return numeral.isArabic && numeral.hasPoint
    case .han: return !numeral.isArabic
    case .whole: return !numeral.hasPoint && numeral.ratio == nil && numeral.modifier == .exact
    case .fraction: return numeral.ratio != nil
    }
  }
}
