internal import Foundation

extension Record: Decodable {
  private enum Keys: CodingKey {
    case type, id, document, optional, start, end, text, kind, title, byline, quote
    case quantity, measure, qualifier, predicate, actor, place, per, period, change, status, partOf
  }

  private enum QuantityKeys: CodingKey {
    case text, start, end, value, lower, upper, modifier, unit
  }

  /// A name of a byline: alone, or with the role it has.
  private struct Writer: Decodable {
    var name: String
    private enum Keys: CodingKey { case name }

    init(from decoder: any Decoder) throws {
      if let keyed = try? decoder.container(keyedBy: Keys.self) {
        name = try keyed.decode(String.self, forKey: .name)
      } else {
        name = try decoder.singleValueContainer().decode(String.self)
      }
    }
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Keys.self)
    type = try keys.decode(String.self, forKey: .type)
    let isClaim = type == "claim"
    id = try keys.decodeIfPresent(String.self, forKey: .id)
    document = try keys.decodeIfPresent(String.self, forKey: .document) ?? ""
    isOptional = try keys.decodeIfPresent(Bool.self, forKey: .optional) ?? false
    kind =
      ["claim", "entity"].contains(type) ? try keys.answers(String.self, .kind) : Answers([nil])
    title = type == "article" ? try keys.answers(String.self, .title) : Answers([nil])
    byline =
      type == "article"
      ? try keys.decodeIfPresent([Writer].self, forKey: .byline)?.map(\.name) ?? [] : []
    quote = isClaim ? try keys.decodeIfPresent(Quote.self, forKey: .quote) : nil
    if isClaim {
      let quantity = try keys.nestedContainer(keyedBy: QuantityKeys.self, forKey: .quantity)
      start = try quantity.decode(Int.self, forKey: .start)
      end = try quantity.decode(Int.self, forKey: .end)
      text = try quantity.decodeIfPresent(String.self, forKey: .text)
      claim = try Self.fields(keys, quantity)
    } else {
      let isPlaced = ["article", "entity"].contains(type)
      start = isPlaced ? try keys.decode(Int.self, forKey: .start) : 0
      end = isPlaced ? try keys.decode(Int.self, forKey: .end) : 0
      text =
        ["entity", "document"].contains(type)
        ? try keys.decodeIfPresent(String.self, forKey: .text) : nil
      claim = nil
    }
  }

  private static func fields(
    _ keys: KeyedDecodingContainer<Keys>, _ quantity: KeyedDecodingContainer<QuantityKeys>
  ) throws -> ClaimFields {
    ClaimFields(
      value: try quantity.answers(Decimal.self, .value),
      lower: try quantity.answers(Decimal.self, .lower),
      upper: try quantity.answers(Decimal.self, .upper),
      modifier: try quantity.answers(String.self, .modifier),
      unit: try quantity.answers(String.self, .unit),
      measure: try keys.answers(Phrase.self, .measure),
      qualifier: try keys.answers(Phrase.self, .qualifier),
      predicate: try keys.answers(Phrase.self, .predicate),
      actor: try keys.answers(Phrase.self, .actor),
      place: try keys.answers(Phrase.self, .place),
      per: try keys.answers(Phrase.self, .per),
      period: try keys.answers(PeriodDays.self, .period),
      change: try keys.answers(Change.self, .change),
      status: try keys.decodeIfPresent(Answers<String>.self, forKey: .status)
        ?? Answers(["actual"]),
      partOf: try keys.answers(Whole.self, .partOf))
  }
}
