internal import HeshuSegments

/// The words of a sentence with every mention as one word, for the layers over mentions.
///
/// `截至 11月15日 ， 全区 已 开展 … 26430人次` → `截至11月15日` `，` `全区` `已` … A quantity is never swallowed.
struct MentionTokens {
  private(set) var tokens: [Token] = []
  /// For each token its mention's place in the paragraph's list, -1 for words.
  private(set) var mentions: [Int32] = []

  mutating func merge(_ words: [Token], _ found: ArraySlice<MentionSpan>) {
    tokens.removeAll(keepingCapacity: true)
    mentions.removeAll(keepingCapacity: true)
    var next = found.startIndex
    var covered = -1
    for word in words {
      // A mention that overlaps a quantity is passed over, and so is the rest of a word that a mention cut.
      while next < found.endIndex, found[next].end <= Int(word.start) || isInName(found[next], word) { next += 1 }
      if next < found.endIndex, found[next].start < Int(word.end), word.end > word.start, word.quantity < 0 {
        let mention = found[next]
        if covered != next {
          if Int(word.start) < mention.start { add(word, to: mention.start) }
          tokens.append(Token(start: mention.start, end: mention.end, symbol: mention.symbol))
          mentions.append(Int32(next))
          covered = next
        }
        if Int(word.end) > mention.end, Int(word.start) < mention.end {
          tokens.append(Token(start: mention.end, end: Int(word.end), symbol: word.symbol))
          mentions.append(-1)
        }
      } else {
        tokens.append(word)
        mentions.append(-1)
      }
    }
  }

  /// 全国 of the word 全国五一劳动奖章 is no place of its own.
  private func isInName(_ mention: MentionSpan, _ word: Token) -> Bool {
    mention.kind == .place && Int(word.start) <= mention.start && mention.end <= Int(word.end)
      && Int(word.end - word.start) > mention.end - mention.start
  }

  private mutating func add(_ word: Token, to end: Int) {
    tokens.append(Token(start: Int(word.start), end: end, symbol: word.symbol))
    mentions.append(-1)
  }
}
