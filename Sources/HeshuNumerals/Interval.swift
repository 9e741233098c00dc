public import HeshuGrammar

extension Quantity {
  /// Sets lower, upper and their bounds from value and modifier: the hard interval that the words allow.
  ///
  /// u is the place of the last digit that is not zero. 余 and 多: [N, N+u). 近: [N−u, N). 约: ±20 %. 超: (N, ∞). 以上:
  /// [N, ∞). 不足: (0, N). 以内: [0, N] (民法典 §1259; the width of 约 is ours).
  mutating func bound() {
    guard let value else { return }
    let unit = value.lastPlace
    isLowerClosed = true
    isUpperClosed = true
    switch modifier {
    case .exact, .none, .range, .vague:
      lower = value
      upper = value
    case .over:
      lower = value
      upper = nil
      isLowerClosed = false
      isUpperClosed = false
    case .atLeast:
      lower = value
      upper = nil
      isUpperClosed = false
    case .nearly:
      lower = value.adding(unit.negated)
      upper = value
      isUpperClosed = false
    case .under:
      lower = value.mantissa > 0 ? .zero : nil
      upper = value
      isLowerClosed = false
      isUpperClosed = false
    case .atMost:
      lower = value.mantissa >= 0 ? .zero : nil
      upper = value
    case .about:
      lower = value.multiplied(by: Exact(8, exponent: -1))
      upper = value.multiplied(by: Exact(12, exponent: -1))
      if value.mantissa < 0 { (lower, upper) = (upper, lower) }
    }
  }

  /// The interval of 余, 多 and 几 inside the number: 27万余 is [270000, 280000), 十几 is [11, 19].
  mutating func boundInside(count: Bool) {
    guard let value else { return }
    let unit = value.lastPlace
    if unit.exponent == 1, count {
      lower = value.adding(Exact(1))
      upper = value.adding(Exact(9))
      isLowerClosed = true
      isUpperClosed = true
    } else {
      lower = value
      upper = value.adding(unit)
      isLowerClosed = true
      isUpperClosed = false
    }
  }
}

extension Quantity {
  /// A fraction that is a share: 三分之二 is 66.6666666666667 %, ratio 200/3; 一半 is 50 %.
  public mutating func turnIntoShare() {
    kind = .percentage
    code = "%"
    if let ratio {
      self.ratio = (ratio.numerator.scaled(2), ratio.denominator)
    }
    value = value?.scaled(2)
    lower = lower?.scaled(2)
    upper = upper?.scaled(2)
    precision = precision.scaled(2)
  }
}

extension Quantity {
  /// Takes the modifier of words that stand apart from the number (最多能增加1000元), with the interval it allows.
  public mutating func change(_ modifier: Modifier) {
    guard value != nil else { return }
    self.modifier = modifier
    bound()
  }
}
