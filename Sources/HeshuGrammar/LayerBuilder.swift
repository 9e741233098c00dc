extension Layer {
  /// Compiles the rules of one folder. Symbols that no set of the layer tells apart share a column.
  init(folder: String, _ parsed: [ParsedRule], _ alphabet: Alphabet) {
    self.init(folder: folder)
    var compiler = ProgramCompiler()
    for (number, rule) in parsed.enumerated() {
      rules.append(
        Rule(
          id: rule.file.id, about: rule.file.about, priority: rule.file.priority,
          sets: rule.file.sets,
          when: rule.file.when))
      for pattern in rule.patterns {
        let entry = entries.count
        let leftStart = compiler.compile(pattern.left, rule: entry, into: &left)
        let rightStart = compiler.compile(pattern.right, rule: entry, into: &right)
        let anchor = pattern.anchor.map { compiler.number(of: $0) } ?? -1
        entries.append(
          Entry(rule: Int32(number), left: leftStart, right: rightStart, anchor: anchor))
      }
    }
    captureNames = compiler.captureNames
    setTexts = compiler.sets.map(\.text)
    var numbers: [[Bool]: UInt16] = [:]
    var members: [[Bool]] = []
    for key in alphabet.symbols {
      let row = compiler.sets.map { alphabet.matches($0, key) }
      if numbers[row] == nil {
        numbers[row] = UInt16(numbers.count)
        members.append(row)
      }
      columns.append(numbers[row]!)
    }
    columnCount = members.count
    setBits = Array(repeating: 0, count: compiler.sets.count * words)
    for (column, row) in members.enumerated() {
      for (set, isIn) in row.enumerated() where isIn {
        setBits[set * words + column >> 6] |= 1 << UInt64(column & 63)
      }
    }
  }
}
