internal import Foundation

/// A record of the tool, or of gold, as far as it is scored: claims, articles, entities, and documents for their text.
public struct Record: Sendable {
  /// `claim`, `article`, `entity`, `document`; the others are read over.
  public let type: String
  /// As written in the record; in gold, where it is left out, the file's name without endings.
  public internal(set) var document: String
  let id: String?
  /// Scored neither way.
  let isOptional: Bool
  /// The span of an article or an entity; of a claim that of its quantity.
  let start: Int
  let end: Int
  let text: String?
  let kind: Answers<String>
  let claim: ClaimFields?
  let title: Answers<String>
  let byline: [String]
  let quote: Quote?
}

/// The sentence of a claim, for the list of errors.
struct Quote: Decodable, Sendable {
  var text: String
  var start: Int
  var end: Int
}

/// What is scored of a claim.
struct ClaimFields: Sendable {
  var value: Answers<Decimal>
  var lower: Answers<Decimal>
  var upper: Answers<Decimal>
  var modifier: Answers<String>
  var unit: Answers<String>
  var measure: Answers<Phrase>
  var qualifier: Answers<Phrase>
  var predicate: Answers<Phrase>
  var actor: Answers<Phrase>
  var place: Answers<Phrase>
  var per: Answers<Phrase>
  var period: Answers<PeriodDays>
  var change: Answers<Change>
  var status: Answers<String>
  var partOf: Answers<Whole>
}

/// A piece of the text, and what it was resolved to.
struct Phrase: Decodable, Sendable {
  var text: String?
  var name: String?
}

/// The days of a period; the words are not scored.
struct PeriodDays: Decodable, Sendable, Equatable {
  var start: String?
  var end: String?
}

struct Change: Decodable, Sendable {
  var direction: String
}

/// What a claim is part of: in records the id of the whole's claim, in gold the offset of its quantity.
enum Whole: Decodable, Sendable {
  case id(String)
  case start(Int)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let start = try? container.decode(Int.self) {
      self = .start(start)
    } else {
      self = .id(try container.decode(String.self))
    }
  }
}
