extension LineRules {
  /// What a rule of `lines/` reads; the names are those of its `reads`.
  enum Sort: UInt32, CaseIterable {
    case role, credit, photo, source, mark, surname, compound, date, weekday, issue, page,
      organizer, staff, channel, name
    case unfinished, caption, item, doubled, origin, opening, closing
  }

  struct Sorts: OptionSet {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(_ sort: Sort) { rawValue = 1 << sort.rawValue }

    static let byline: Sorts = [Sorts(.role), Sorts(.source), Sorts(.mark)]
    static let credit: Sorts = [Sorts(.credit), Sorts(.photo)]
    static let nameEnd: Sorts = [Sorts(.role), Sorts(.credit), Sorts(.photo)]
    static let masthead: Sorts = [
      Sorts(.date), Sorts(.weekday), Sorts(.issue), Sorts(.page), Sorts(.organizer), Sorts(.staff),
      Sorts(.origin),
    ]
  }
}
