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

  private var at = 0
  private var low = Accumulator()
  private var high: Accumulator?
  private var numeral: Numeral

  /// The parts of a number being read: completed big parts, the section below the next big scale word, a pending digit.
  private struct Accumulator {
    var parts: [(value: Exact, scale: Int)] = []
    var section = Exact.zero
    var pending: Exact?

    mutating func small(_ power: Int) -> Bool {
      guard let sum = section.adding((pending ?? Exact(1)).scaled(power)) else { return false }
      section = sum
      pending = nil
      return true
    }

    /// 万 after 亿 adds a part; 亿 after 万 multiplies all that is smaller (4569万8311亿); 万 after 万 multiplies.
    mutating func big(_ power: Int, isBare: Bool) -> Bool {
      guard var sum = pending.map({ section.adding($0) }) ?? section else { return false }
      if sum.isZero, isBare, let last = parts.last {
        guard last.value.exponent + power <= 40 else { return false }
        parts[parts.count - 1] = (last.value.scaled(power), max(last.scale, power))
      } else {
        while let last = parts.last, last.scale < power {
          guard let total = sum.adding(last.value) else { return false }
          sum = total
          parts.removeLast()
        }
        if sum.isZero { sum = Exact(1) }
        parts.append((sum.scaled(power), power))
      }
      section = .zero
      pending = nil
      return true
    }

    var total: Exact? {
      var sum: Exact? = pending.map { section.adding($0) } ?? section
      for part in parts { sum = sum?.adding(part.value) }
      return sum
    }
  }

  init(_ tables: NumeralTables, _ cells: UnsafePointer<UInt16>, _ limit: Int) {
    self.tables = tables
    self.cells = cells
    self.limit = limit
    numeral = Numeral(start: 0, end: 0, value: .zero)
  }

  @inline(__always)
  private func form(_ index: Int) -> Form {
    guard index < limit else { return .none }
    return tables.forms.withUnsafeBufferPointer { Form(rawValue: $0[Int(cells[index])]).unsafelyUnwrapped }
  }

  @inline(__always)
  private func value(_ index: Int) -> Int {
    tables.values.withUnsafeBufferPointer { Int($0[Int(cells[index])]) }
  }

  /// The next cell that is no space, at most three spaces on.
  @inline(__always)
  private func skipSpaces(_ index: Int) -> Int {
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
    if let fraction = readFraction(&first) { return fraction }
    return first
  }

  /// A number without 分之.
  private mutating func readNumber(_ start: Int) -> Numeral? {
    at = start
    numeral = Numeral(start: start, end: start, value: .zero)
    low = Accumulator()
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
        if place == .bare, run.count == 1, !afterScale, !zero, ![.scale, .big].contains(form(run.end)) { break loop }
        if place == .formal, at == start, run.count == 1,
          ![.scale, .big, .point, .also].contains(form(skipSpaces(run.end))), isHan(run.end), !isMoney(run.end)
        {
          break loop
        }
        // 三十两 weighs thirty 两: 两 is a digit only before a scale word.
        if cells[at] == 0x4E24, afterScale, ![.scale, .big].contains(form(at + 1)) { break loop }
        if place == .zero, at == start, form(at + 1) == .scale {
          zero = true
          at += 1
          continue
        }
        if at > start, digitsEnd { break loop }
        if isSpaced && !(afterScale || zero || [.scale, .big].contains(form(run.end))) { break loop }
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
          ![.scale].contains(form(after))
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
  private mutating func smallHigh(_ power: Int) -> Bool {
    guard var other = high else { return true }
    defer { high = other }
    return other.small(power)
  }

  private mutating func bigHigh(_ power: Int, _ isBare: Bool) -> Bool {
    guard var other = high else { return true }
    defer { high = other }
    return other.big(power, isBare: isBare)
  }

  /// 二百五 → 250, 三万五 → 35000: a digit right after a scale word counts in the next place.
  private mutating func shorthand(_ lastPower: Int) {
    guard lastPower >= 2, !numeral.isArabic || numeral.hasScale, let pending = low.pending, pending.exponent == 0,
      pending.mantissa < 10, !numeral.hasPoint, lastIsHanDigit
    else { return }
    low.pending = pending.scaled(lastPower - 1)
    if let other = high?.pending { high?.pending = other.scaled(lastPower - 1) }
    numeral.place = lastPower - 1
  }

  private var lastIsHanDigit: Bool {
    var i = at - 1
    while i > numeral.start, cells[i] == 0x20 { i -= 1 }
    let previous = form(i)
    guard previous == .han || previous == .formal else { return false }
    var j = i - 1
    while j > numeral.start, cells[j] == 0x20 { j -= 1 }
    return form(j) != .zero
  }

  private func isLetter(_ index: Int) -> Bool {
    index < limit && (0x41...0x5A ~= cells[index] || 0x61...0x7A ~= cells[index])
  }
  private func isHan(_ index: Int) -> Bool { index < limit && 0x3400...0x9FFF ~= cells[index] }
  /// 元, 圆, 角: before these even a lone formal digit is a number (伍元整).
  private func isMoney(_ index: Int) -> Bool { [0x5143, 0x5706, 0x89D2].contains(cells[index]) }
  private func isDigit(_ index: Int) -> Bool { form(index) == .arabic }

  private func endsInZero(_ value: Exact?) -> Bool {
    guard let value, value.exponent == 0 else { return false }
    return value.mantissa != 0 && value.mantissa % 10 == 0
  }

  /// Digits in a row from `index` on.
  private func digitRun(_ index: Int) -> (count: Int, end: Int) {
    var i = index
    while i < limit, [.han, .formal, .zero, .bare].contains(form(i)) {
      if cells[i] == 0x4E24, i > index { break }
      i += 1
    }
    return (i - index, i)
  }

  /// 两三, 五六, 三五: neighbouring digits that mean "one or the other".
  private func isPair(_ index: Int, _ end: Int) -> Bool {
    let a = value(index)
    let b = value(index + 1)
    return a > 0 && (b == a + 1 || (a == 3 && b == 5)) && form(index) != .bare && form(index + 1) != .zero
  }

  private func hanFraction(_ index: Int) -> (value: Exact, end: Int)? {
    var i = skipSpaces(index)
    var mantissa: Int128 = 0
    var places = 0
    while i < limit, places < 30 {
      let place = form(i)
      guard place == .han || place == .formal || place == .zero || place == .arabic, cells[i] != 0x4E24 else { break }
      mantissa = mantissa * 10 + Int128(value(i))
      places += 1
      i += 1
    }
    return places == 0 ? nil : (Exact(mantissa, exponent: -places), i)
  }

  /// 1,100.9 · .5 · 2e5 · 1804; commas only between full groups of three.
  private func readArabic(_ start: Int) -> (value: Exact, end: Int, digits: Int, hasPoint: Bool)? {
    var mantissa: Int128 = 0
    var digits = 0
    var i = start
    func add(_ index: Int) -> Bool {
      digits += 1
      guard digits <= 37 else { return false }
      mantissa = mantissa * 10 + Int128(value(index))
      return true
    }
    while form(i) == .arabic {
      if !add(i) { return nil }
      i += 1
    }
    if digits > 0, digits <= 3, !(start > 0 && cells[start - 1] == 0x2E) {
      var groups = i
      while form(groups) == .comma, form(groups + 1) == .arabic, form(groups + 2) == .arabic,
        form(groups + 3) == .arabic, form(groups + 4) != .arabic
      {
        for offset in 1...3 where !add(groups + offset) { return nil }
        groups += 4
      }
      i = groups
      // 38 215: groups of three after a space, as tables and GB/T 15835 set them.
      while form(i) == .space, form(i + 1) == .arabic, form(i + 2) == .arabic, form(i + 3) == .arabic,
        form(i + 4) != .arabic, form(i + 4) != .comma, !(i + 4 < limit && cells[i + 4] == 0x2F), !isYearNext(i + 4)
      {
        for offset in 1...3 where !add(i + offset) { return nil }
        i += 4
      }
    }
    var exponent = 0
    var hasPoint = false
    let isChained = start > 1 && cells[start - 1] == 0x2E && form(start - 2) == .arabic
    if i < limit, cells[i] == 0x2E, form(i + 1) == .arabic, !isChained {
      var j = i + 1
      while form(j) == .arabic { j += 1 }
      // 2222.2222.222 is no decimal.
      if !(j < limit && cells[j] == 0x2E && form(j + 1) == .arabic && digits > 0) || digits == 0 {
        for k in (i + 1)..<j {
          if !add(k) { return nil }
          exponent -= 1
        }
        i = j
        hasPoint = true
      }
    }
    if i < limit, cells[i] == 0x65 || cells[i] == 0x45 {
      var j = i + 1
      let isNegative = j < limit && cells[j] == 0x2D
      if isNegative { j += 1 }
      var power = 0
      let first = j
      while form(j) == .arabic, j - first < 3 {
        power = power * 10 + value(j)
        j += 1
      }
      if j > first, power <= 30, !isLetter(j) {
        exponent += isNegative ? -power : power
        i = j
      }
    }
    return i == start ? nil : (Exact(mantissa, exponent: exponent), i, digits, hasPoint)
  }

  /// 2023 100年: the second group is not one of thousands.
  private func isYearNext(_ index: Int) -> Bool { index < limit && cells[index] == 0x5E74 }

  // MARK: fractions

  private mutating func readFraction(_ first: inout Numeral) -> Numeral? {
    var at = skipSpaces(first.end)
    var whole: Numeral?
    var bottom = first
    // 三百五十又三分之一, 1 4/3
    if at < limit, form(at) == .also || (first.isArabic && at > first.end && form(at) == .arabic) {
      var reader = NumeralReader(tables, cells, limit)
      let next = skipSpaces(form(at) == .also ? at + 1 : at)
      guard let second = reader.readNumber(next) else { return nil }
      whole = first
      bottom = second
      at = skipSpaces(second.end)
      if first.isArabic, form(skipSpaces(first.end)) != .also, !(at < limit && cells[at] == 0x2F) { return nil }
    }
    var result: Numeral
    if at < limit, cells[at] == 0x2F, bottom.isArabic, !bottom.hasPoint, bottom.digits <= 4,
      form(at + 1) == .arabic, bottom.start == 0 || cells[bottom.start - 1] != 0x2F
    {
      var reader = NumeralReader(tables, cells, limit)
      guard let second = reader.readNumber(at + 1), second.isArabic, !second.hasPoint, second.digits <= 4,
        !second.value.isZero, !(second.end < limit && cells[second.end] == 0x2F)
      else { return nil }
      result = fraction(top: bottom.value, bottom: second.value, start: first.start, end: second.end)
    } else if let divider = divider(at) {
      var next = skipSpaces(divider)
      var isNegative = false
      if next < limit, cells[next] == 0x8D1F {
        isNegative = true
        next += 1
      }
      var reader = NumeralReader(tables, cells, limit)
      guard !bottom.value.isZero, let second = reader.readNumber(next), !second.isHalf || true else { return nil }
      let isShort = divider - at == 1 && cells[at] == 0x5206
      if isShort, second.end < limit, [0x949F, 0x949F].contains(cells[second.end]) { return nil }
      result = fraction(
        top: isNegative ? second.value.negated : second.value, bottom: bottom.value, start: first.start,
        end: second.end)
      result.modifier = second.modifier
      // 百分之, 千分之, 百万分之: a share in percent; 一百分之二 is a fraction.
      if whole == nil, bottom.isBareScale, let power = powerOfTen(bottom.value) {
        result.isShare = true
        result.value = second.value.scaled(2 - power)
        result.upper = second.upper?.scaled(2 - power)
        result.place = second.place + 2 - power
        result.ratio = nil
      }
    } else {
      return nil
    }
    if let whole, let ratio = result.ratio,
      let shift = whole.value.multiplied(by: ratio.denominator), let top = shift.adding(ratio.numerator)
    {
      result.ratio = (top, ratio.denominator)
    }
    return result
  }

  /// 分之, or in Cantonese 分 and 份 before a digit (四分一, 二份一): where the numerator begins.
  private func divider(_ index: Int) -> Int? {
    guard index < limit, cells[index] == 0x5206 || cells[index] == 0x4EFD else { return nil }
    let next = skipSpaces(index + 1)
    if next < limit, cells[next] == 0x4E4B { return next + 1 }
    guard next < limit, cells[next] == 0x4E00, index > 0, form(index - 1) == .han || form(index - 1) == .scale,
      next + 1 >= limit || [.none, .space].contains(form(next + 1))
    else { return nil }
    return index + 1
  }

  private func fraction(top: Exact, bottom: Exact, start: Int, end: Int) -> Numeral {
    var numeral = Numeral(start: start, end: end, value: .zero)
    numeral.ratio = (top, bottom)
    return numeral
  }

  private func powerOfTen(_ value: Exact) -> Int? {
    var m = value.mantissa
    var power = value.exponent
    while m > 1, m % 10 == 0 {
      m /= 10
      power += 1
    }
    return m == 1 ? power : nil
  }
}
