internal import HeshuGrammar

/// Reads one numeral in whatever way newspapers write it, exactly, in one pass over folded cells.
///
/// 3万4000 → 34000, 二十万亿 → 20000000000000, 二百五 → 250, 一千五百零几万 → over 15000000. The reader is greedy: it
/// takes the longest numeral that its forms allow.
struct NumeralReader {
  typealias Form = NumeralTables.Form

  let tables: NumeralTables
  var cells: UnsafePointer<UInt16>
  var limit: Int

  var at = 0
  var low = NumberParts()
  var high: NumberParts?
  var numeral: Numeral

  init(_ tables: NumeralTables, _ cells: UnsafePointer<UInt16>, _ limit: Int) {
    self.tables = tables
    self.cells = cells
    self.limit = limit
    numeral = Numeral(start: 0, end: 0, value: .zero)
  }

  @inline(__always)
  func form(_ index: Int) -> Form {
    guard index < limit else { return .none }
    return tables.forms.withUnsafeBufferPointer { Form(rawValue: $0[Int(cells[index])]).unsafelyUnwrapped }
  }

  @inline(__always)
  func value(_ index: Int) -> Int {
    tables.values.withUnsafeBufferPointer { Int($0[Int(cells[index])]) }
  }

  /// The next cell that is no space, at most three spaces on.
  @inline(__always)
  func skipSpaces(_ index: Int) -> Int {
    var i = index
    while i < limit, i - index < 4, cells[i] == 0x20 { i += 1 }
    return i
  }

  /// Reads the numeral at `start`; nil when there is none.
  mutating func read(_ start: Int) -> Numeral? {
    if let (end, row) = tables.vague.longest(cells, start, limit) {
      let (lower, upper) = tables.vagueBounds[row]
      if lower == upper {
        // 一半: a share in percent.
        var share = Numeral(start: start, end: end, value: Exact(Int128(lower)))
        share.isShare = true
        return share
      }
      var whole = Numeral(start: start, end: end, value: Exact(Int128(lower)), upper: Exact(Int128(upper)))
      whole.modifier = .vague
      whole.hasScale = true
      return whole
    }
    guard var first = readNumber(start) else { return nil }
    if mayGoOn(first.end, isArabic: first.isArabic), let fraction = readFraction(&first) { return fraction }
    return first
  }

  /// A number without 分之.
  mutating func readNumber(_ start: Int) -> Numeral? {
    at = start
    numeral = Numeral(start: start, end: start, value: .zero)
    low = NumberParts()
    high = nil
    var lastSmall = 4
    var lastPower = 0
    var afterScale = false
    var zero = false
    var digitsEnd = false
    var end = start
    var isSeveral = false

    loop: while true {
      let spaced = at
      if at > start { at = skipSpaces(at) }
      let isSpaced = at > spaced
      let place = form(at)
      switch place {
      case .arabic,
        .point where place == .arabic || (at == start && value(at) == 1 && form(at + 1) == .arabic):
        if low.pending != nil || (at > start && !afterScale && !zero) { break loop }
        guard let segment = readArabic(at) else { break loop }
        if at > start {
          // 3万4000, 25万6千: digits after a scale word fill its places or carry a scale of their own.
          let next = form(skipSpaces(segment.end))
          let scaled =
            (next == .scale && value(skipSpaces(segment.end)) < lastPower)
            || (next == .big && value(skipSpaces(segment.end)) < lastPower)
          if !scaled && (isSpaced || (!zero && segment.digits != lastPower) || segment.hasPoint) { break loop }
        }
        low.pending = segment.value
        numeral.place = segment.value.exponent
        numeral.hasPoint = segment.hasPoint
        numeral.digits = segment.digits
        if at == start { numeral.isArabic = true }
        at = segment.end
        end = at
        afterScale = false
        digitsEnd = true
      case .han, .formal, .zero, .bare:
        let run = digitRun(at)
        // 参 and 俩 are digits only beside a scale word; a lone 肆 or 陆 is a word unless nothing follows it.
        if place == .bare, run.count == 1, !afterScale, !zero, !form(run.end).isScaleWord { break loop }
        if place == .formal, at == start, run.count == 1,
          ![.scale, .big, .point, .also].contains(form(skipSpaces(run.end))), isHan(run.end), !isMoney(run.end)
        {
          break loop
        }
        // 三十两 weighs thirty 两: 两 is a digit only before a scale word.
        if cells[at] == 0x4E24, afterScale, !form(at + 1).isScaleWord { break loop }
        if place == .zero, at == start, form(at + 1) == .scale {
          zero = true
          at += 1
          continue
        }
        if at > start, digitsEnd { break loop }
        if isSpaced && !(afterScale || zero || form(run.end).isScaleWord) { break loop }
        if place == .zero, afterScale || numeral.isBareScale, run.count >= 1 {
          zero = true
          at += 1
          // 一百五十四点零 and 十万零 stop before a 零 that leads nowhere.
          let next = form(skipSpaces(at))
          if ![.han, .formal, .scale, .tens, .arabic, .vague, .bare].contains(next) { break loop }
          continue
        }
        if run.count == 1 {
          low.pending = Exact(Int128(value(at)))
          if high != nil { high!.pending = low.pending }
          numeral.place = 0
          at += 1
        } else if run.count == 2, isPair(at, run.end), high == nil {
          high = low
          low.pending = Exact(Int128(value(at)))
          let second = Exact(Int128(value(at + 1)))
          high?.pending = second
          at = run.end
        } else {
          if at > start { break loop }
          var text = Exact.zero
          for i in at..<run.end {
            guard let next = text.scaled(1).adding(Exact(Int128(value(i)))) else { return nil }
            text = next
          }
          low.pending = Exact(text.mantissa(at: 0) ?? text.mantissa, exponent: 0)
          numeral.isDigitString = true
          numeral.digits = run.count
          at = run.end
        }
        end = at
        digitsEnd = true
        afterScale = false
      case .tens:
        if digitsEnd { break loop }
        guard let sum = low.section.adding(Exact(Int128(value(at)))) else { return nil }
        low.section = sum
        if let other = high?.section.adding(Exact(Int128(value(at)))) { high?.section = other }
        lastSmall = 1
        lastPower = 1
        afterScale = true
        at += 1
        end = at
        numeral.hasScale = true
        numeral.place = 1
        digitsEnd = false
      case .scale:
        let power = value(at)
        // 五十千 is 五十 and then something else; a section's scale words go down.
        if power >= lastSmall { break loop }
        if low.pending == nil, at > start, !zero, !(power == 1 && afterScale && lastPower > 1), !isSeveral {
          break loop
        }
        if low.pending == nil, !isSeveral, at == start {
          // 拾, 佰, 仟 begin a number only in front of formal digits.
          if [0x62FE, 0x4F70, 0x4EDF].contains(cells[at]),
            ![.formal, .han, .big, .zero, .fraction, .bare].contains(form(at + 1)), at + 1 < limit,
            cells[at + 1] != 0x5206, cells[at + 1] != 0x20
          {
            break loop
          }
          numeral.isBareScale = true
        }
        if isSpaced, low.pending == nil { break loop }
        if isSeveral, low.pending == nil, lastPower > 0 { break loop }
        let had = low.pending
        guard low.small(power), smallHigh(power) else { return nil }
        numeral.place = (had.map { $0.exponent } ?? 0) + power
        lastSmall = power
        lastPower = power
        afterScale = true
        zero = false
        digitsEnd = false
        numeral.hasScale = true
        at += 1
        end = at
      case .big:
        let power = value(at)
        let isBare = at == start
        if isBare {
          numeral.isBareScale = true
        }
        if lastPower <= 3 { shorthand(lastPower) }
        let empty = low.pending == nil && low.section.isZero && !low.parts.isEmpty && !isSpaced
        guard low.big(power, isBare: empty), bigHigh(power, empty) else { return nil }
        numeral.place += power
        lastSmall = 4
        lastPower = power
        numeral.sharedScale = empty ? numeral.sharedScale + power : power
        afterScale = true
        zero = false
        digitsEnd = false
        numeral.hasScale = true
        at += 1
        end = at
      case .latin:
        // 40k, 1.2M: a scale only after digits and before no letter.
        guard digitsEnd, numeral.isArabic, !isLetter(at + 1), !isSpaced, !(isDigit(at + 1)) else { break loop }
        low.pending = low.pending?.scaled(value(at))
        numeral.isThousands = cells[at] == 0x6B
        numeral.place += value(at)
        numeral.hasScale = true
        at += 1
        end = at
        break loop
      case .point where value(at) == 0:
        guard digitsEnd || afterScale, !numeral.isArabic || numeral.hasScale,
          let (fraction, after) = hanFraction(at + 1),
          form(after) != .scale
        else { break loop }
        shorthand(lastPower)
        guard let sum = (low.pending ?? .zero).adding(fraction) else { return nil }
        low.pending = sum
        numeral.place = fraction.exponent
        numeral.hasPoint = true
        at = after
        end = at
        digitsEnd = true
        afterScale = false
        lastPower = 0
      case .vague:
        // 十几, 二十几万, 一千五百零几万; 几十, 几百万.
        let next = form(at + 1)
        if at == start {
          guard next == .scale || next == .big else { break loop }
          isSeveral = true
          low.pending = Exact(2)
          high = low
          high!.pending = Exact(10)
          numeral.modifier = .vague
          at += 1
        } else {
          if tables.inside.longest(cells, at, limit).map({ $0.value == Modifier.none.rawValue }) ?? false { break loop }
          guard afterScale || zero || (numeral.isArabic && endsInZero(low.pending)), high == nil,
            numeral.modifier == .exact
          else { break loop }
          numeral.modifier = .over
          at += 1
          end = at
          zero = false
          if form(at) != .big { break loop }
        }
      case .several:
        guard at == start, form(at + 1) == .scale || form(at + 1) == .big else { break loop }
        isSeveral = true
        low.pending = Exact(2)
        high = low
        high!.pending = Exact(10)
        numeral.modifier = .vague
        at += 1
      case .half:
        guard at == start else { break loop }
        low.pending = Exact(5, exponent: -1)
        numeral.isHalf = form(at + 1) != .scale
        numeral.place = -1
        at += 1
        end = at
        digitsEnd = true
        if numeral.isHalf { break loop }
      default:
        // 两个亿: the classifier between digit and scale word.
        if at < limit, cells[at] == 0x4E2A, digitsEnd, !numeral.isArabic, form(at + 1) == .big, value(at + 1) == 8 {
          at += 1
          continue
        }
        guard end > start, numeral.modifier == .exact,
          let (after, raw) = tables.inside.longest(cells, at, limit)
        else { break loop }
        let modifier = Modifier(rawValue: UInt8(raw)) ?? .none
        if modifier == .none || !(afterScale || endsInZero(low.pending) || form(skipSpaces(after)) == .big) {
          break loop
        }
        if modifier == .about, !(afterScale || numeral.isArabic) { break loop }
        numeral.modifier = modifier
        at = after
        end = at
        // 860多万, 12余万, 一千多万: a scale word may still follow.
        guard form(skipSpaces(at)) == .big else { break loop }
        let infix = numeral.modifier
        at = skipSpaces(at)
        while form(at) == .big {
          let empty = low.pending == nil && low.section.isZero && !low.parts.isEmpty
          guard low.big(value(at), isBare: empty), bigHigh(value(at), empty) else { return nil }
          numeral.place += value(at)
          numeral.sharedScale += value(at)
          at += 1
        }
        numeral.hasScale = true
        numeral.modifier = infix
        end = at
        break loop
      }
    }
    guard end > start else { return nil }
    if isSeveral, !numeral.hasScale { return nil }
    if digitsEnd, !zero { shorthand(lastPower) }
    guard let total = low.total else { return nil }
    numeral.value = total
    numeral.end = end
    if numeral.hasScale { numeral.isArabic = false }
    if let other = high?.total { numeral.upper = other }
    return numeral
  }

  /// The same step for the other end of paired digits.
  mutating func smallHigh(_ power: Int) -> Bool {
    guard var other = high else { return true }
    defer { high = other }
    return other.small(power)
  }

  mutating func bigHigh(_ power: Int, _ isBare: Bool) -> Bool {
    guard var other = high else { return true }
    defer { high = other }
    return other.big(power, isBare: isBare)
  }

  /// 二百五 → 250, 三万五 → 35000: a digit right after a scale word counts in the next place.
  mutating func shorthand(_ lastPower: Int) {
    guard lastPower >= 2, !numeral.isArabic || numeral.hasScale, let pending = low.pending, pending.exponent == 0,
      pending.mantissa < 10, !numeral.hasPoint, lastIsHanDigit
    else { return }
    low.pending = pending.scaled(lastPower - 1)
    if let other = high?.pending { high?.pending = other.scaled(lastPower - 1) }
    numeral.place = lastPower - 1
  }

  var lastIsHanDigit: Bool {
    var i = at - 1
    while i > numeral.start, cells[i] == 0x20 { i -= 1 }
    let previous = form(i)
    guard previous == .han || previous == .formal else { return false }
    var j = i - 1
    while j > numeral.start, cells[j] == 0x20 { j -= 1 }
    return form(j) != .zero
  }
}
