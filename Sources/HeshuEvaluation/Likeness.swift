/// The text without white space, nil when nothing is left: a phrase cut by a line break is the same phrase.
func squeezed(_ text: String?) -> String? {
  guard let text else { return nil }
  let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }
  return scalars.isEmpty ? nil : String(String.UnicodeScalarView(scalars))
}

/// Whether two measures name the same thing: equal, or at least 0.8 by Dice's count of shared pairs of neighbours.
///
/// 技能大师工作室 and 技能大师的工作室 are alike, 职工 and 女职工 are not. Both absent is alike too.
func areAlike(_ a: String?, _ b: String?) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  if a == b { return true }
  let x = pairs(a)
  let y = pairs(b)
  // 2·shared / (x + y) ≥ 4/5 without leaving the whole numbers.
  return 10 * x.intersection(y).count >= 4 * (x.count + y.count)
}

/// The pairs of neighbouring code points, the text's ends being neighbours too.
private func pairs(_ text: String) -> Set<UInt64> {
  let points = [0] + text.unicodeScalars.map { UInt64($0.value) } + [1]
  return Set(zip(points, points.dropFirst()).map { $0 << 32 | $1 })
}

/// Whether one of the two holds the other: 发放 and 共发放.
func isPart(_ a: String, of b: String) -> Bool { b.contains(a) || a.contains(b) }
