internal import HeshuGrammar
internal import HeshuNumerals
internal import HeshuText

/// Which of the places a claim gets.
extension PlaceReader {
  /// Gives the claim its place.
  func settle(
    _ claim: inout Claim, _ clue: ContextClues.Clue, _ mentions: [MentionSpan], _ text: ReadingText,
    _ source: UnsafeBufferPointer<UInt8>
  ) {
    defer { settledUntil = claim.quantity.end }
    switch clue {
    case .none, .words:
      isPrivate = true
      pointed = nil
      return
    case .mention(let number):
      let mention = mentions[number]
      isPrivate = false
      pointed = nil
      town = nil
      if mention.kind == .organization {
        switch area(of: mention, text) {
        case .known(let division):
          let span = text.span(mention.start, mention.end, in: source)
          claim.place = place(division, span)
          return
        case .private:
          isPrivate = true
          return
        case .unknown: break
        }
      }
      guard mention.kind == .place else { break }
      let meaning = meanings[mention.index]
      let span = text.span(mention.start, mention.end, in: source)
      if let own = meaning.own {
        claim.place = ClaimPlace(
          span: span, name: Array(source[text.span(own.lowerBound, own.upperBound, in: source).bytes]))
        town = claim.place
        return
      }
      if meaning.division >= 0 {
        claim.place = place(meaning.division, span)
        if meaning.isDeictic { pointed = meaning.division }
        return
      }
      if !meaning.isDeictic {
        claim.place = ClaimPlace(span: span, name: Array(source[span.bytes]))
        return
      }
    case .inherit:
      // The article's area, whoever was named before: 某某公司等70家企业上榜.
      isPrivate = false
    case .silent:
      isPrivate = staysPrivate(before: claim.quantity.start, mentions, text)
      if isPrivate { return }
      if let town,
        !mentions.contains(where: { $0.kind != .time && $0.start >= settledUntil && $0.end <= claim.quantity.start })
      {
        claim.place = ClaimPlace(span: nil, name: town.name)
        claim.place?.isInferred = true
        return
      }
      town = nil
    }
    if let area = article ?? masthead ?? pointed {
      claim.place = place(area, nil)
      claim.place?.isInferred = true
    }
  }

  /// Whether the article has come to speak of a company or a person, whose figures are about no area: a rule said so of a
  /// claim before, and no public body has been named since.
  func staysPrivate(before end: Int, _ mentions: [MentionSpan], _ text: ReadingText) -> Bool {
    for mention in mentions.reversed() where mention.end <= end && mention.start >= settledUntil {
      switch mention.kind {
      case .organization where isBeside(mention, text): break
      case .organization:
        if case .private = area(of: mention, text) { return true }
        return false
      case .place, .time, .person: break
      }
    }
    return isPrivate
  }

  /// Whether the organisation is one acted with or upon: 与建设银行合作, 向企业发放.
  func isBeside(_ mention: MentionSpan, _ text: ReadingText) -> Bool {
    mention.start > 0 && Self.beside.contains(text.cells[mention.start - 1])
  }
  static let beside = Set("与和同向为给对到".utf16)

  enum OrganizationArea {
    case known(Int)
    case unknown
    /// A company's or a workroom's own figure has no place.
    case `private`
  }

  /// Where an organisation is at home: 永康市总工会 by the place it begins with, 区总工会 by its level.
  func area(of mention: MentionSpan, _ text: ReadingText) -> OrganizationArea {
    if tables.privateEndings.longestBackward(text.cells, mention.end, mention.start) != nil { return .private }
    var chain: (end: Int, division: Int)?
    for found in finder.found where found.start >= mention.start && found.end <= mention.end && found.entry >= 0 {
      guard found.start == chain?.end ?? mention.start, let division = resolve(found.entry, within: chain?.division)
      else {
        break
      }
      chain = (found.end, division)
    }
    if let chain { return .known(chain.division) }
    if let (_, level) = tables.levelWords.longest(text.cells, mention.start, mention.end) {
      if level >= PlaceTables.fixed { return .known(level - PlaceTables.fixed) }
      guard let level = PlaceTables.Level(rawValue: UInt8(level)), let area = article ?? masthead else {
        return .unknown
      }
      if level == .country { return country.map { .known($0) } ?? .unknown }
      return deictic(level, at: area).map { .known($0) } ?? .unknown
    }
    return .unknown
  }

  func place(_ division: Int, _ span: SourceSpan?) -> ClaimPlace {
    let division = tables.named(division, on: day)
    return ClaimPlace(span: span, name: name(of: division), code: names.code(of: division))
  }

  /// The paragraph is done: keeps what later ones may inherit.
  func end(_ mentions: [MentionSpan], _ text: ReadingText, _ source: UnsafeBufferPointer<UInt8>) {}
}
