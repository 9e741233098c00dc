internal import HeshuGrammar
internal import HeshuNumerals

/// The symbols of quantities without a unit, by the way the number is written: 60万 is `Scaled`, 两 `HanNumber`.
struct BareSymbols {
  let one: UInt16
  let number: UInt16
  private let share: UInt16
  private let amount: UInt16
  private let measurement: UInt16
  private let arabic: UInt16
  private let scaled: UInt16
  private let fraction: UInt16
  private let half: UInt16
  private let vague: UInt16
  private let han: UInt16

  init(_ grammar: Grammar) {
    func symbol(_ name: String) -> UInt16 { grammar.tokenSymbols[name] ?? 0 }
    one = symbol("ArticleOne")
    number = symbol("Number")
    share = symbol("BareShare")
    amount = symbol("BareAmount")
    measurement = symbol("BareMeasurement")
    arabic = symbol("BareArabic")
    scaled = symbol("BareScaled")
    fraction = symbol("BareFraction")
    half = symbol("BareHalf")
    vague = symbol("BareVague")
    han = symbol("BareHan")
  }

  func symbol(_ q: Quantity) -> UInt16 {
    switch q.kind {
    case .percentage: return share
    case .amount: return amount
    case .measurement: return measurement
    default: break
    }
    switch q.form {
    case .arabic, .digits, .thousands: return q.modifier == .exact ? arabic : scaled
    case .fraction: return fraction
    case .half: return half
    case .bareScale, .scaled: return q.modifier == .vague ? vague : scaled
    case .plain: return han
    }
  }
}
