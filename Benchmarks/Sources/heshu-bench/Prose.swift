/// Sentences without numerals, put together from clauses of the corpus.
///
/// The corpus is written to hold many figures, one in 17 characters; a newsletter has one in 60 to 90. So that the speed
/// is that of newsletters, sentences of three or four such clauses are put behind every sentence: words and length are
/// those of the papers, sense they have none.
struct Prose {
  private var clauses: [String] = []
  /// How many sentences follow each sentence of the corpus.
  let count: Int

  init(count: Int, sources: [[Unicode.Scalar]]) {
    self.count = count
    var clause = String.UnicodeScalarView()
    for source in sources {
      for scalar in source {
        if Self.ends.contains(scalar) {
          let isPlain = !clause.contains { Self.numerals.contains($0) || $0.isASCII }
          if isPlain && 5...30 ~= clause.count { clauses.append(String(clause)) }
          clause = String.UnicodeScalarView()
        } else {
          clause.append(scalar)
        }
      }
    }
  }

  /// The text with sentences put in.
  func added(to text: String, _ random: inout SplitMix) -> String {
    if count == 0 || clauses.isEmpty { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar)
      if scalar != "。" { continue }
      for _ in 0..<count {
        for index in 0..<(3 + Int(random.next() % 2)) {
          if index > 0 { result.append("，") }
          let clause = clauses[Int(random.next() % UInt64(clauses.count))]
          result.append(contentsOf: clause.unicodeScalars)
        }
        result.append("。")
      }
    }
    return String(result)
  }

  private static let ends = Set("，。；、！？：“”（）《》\n\r".unicodeScalars)
  private static let numerals = Set(
    "〇零一二两兩三四五六七八九十百千万萬亿億廿卅半几幾数數双雙壹０１２３４５６７８９".unicodeScalars)
}
