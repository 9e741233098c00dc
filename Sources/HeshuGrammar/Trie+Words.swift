extension Trie {
  /// The characters that words begin with, in order.
  public var firstCharacters: [UInt16] { (0...UInt16.max).filter(begins) }

  /// The words of some lengths that `isWanted` takes by their number, read backwards: for asking what ends at a place.
  public func backwards(_ lengths: ClosedRange<Int>, where isWanted: (Int) -> Bool) -> Trie {
    var words: [(key: [UInt16], value: Int)] = []
    for place in 0..<memory.count {
      let value = TrieMemory.value(memory.steps[place]) - 1
      guard value >= 0, isWanted(value) else { continue }
      let key = reversedWord(endingAt: place)
      if lengths.contains(key.count) { words.append((key, value)) }
    }
    return Trie(words)
  }

  private func reversedWord(endingAt place: Int) -> [UInt16] {
    var step = memory.steps[place]
    var key = [TrieMemory.character(step)]
    while TrieMemory.origin(step) >= TrieMemory.firstPlace {
      step = memory.steps[Int(TrieMemory.origin(step) - TrieMemory.firstPlace)]
      key.append(TrieMemory.character(step))
    }
    if TrieMemory.origin(step) != TrieMemory.alone { key.append(UInt16(TrieMemory.origin(step))) }
    return key
  }
}

extension Trie {
  func write(to image: inout ImageWriter) {
    image.array(Array(UnsafeBufferPointer(start: memory.steps, count: memory.count)))
  }

  init(_ image: inout ImageReader) throws(ImageError) {
    let steps = try image.array(UInt64.self)
    let end = TrieMemory.firstPlace + UInt64(steps.count)
    guard steps.count.nonzeroBitCount == 1, steps.contains(0), steps.allSatisfy({ TrieMemory.origin($0) < end }) else {
      throw ImageError(.cut(at: image.at))
    }
    self.init(steps: steps)
  }
}
