/// The right answers for one field: one in most gold, several under `anyOf`; nil among them where the field may be absent.
///
/// `"unit": "人"` → 人; `"actor": {"anyOf": [{"text": "区总工会"}, null]}` → 区总工会, or none. A record of the tool has
/// exactly one.
struct Answers<Value: Decodable & Sendable>: Decodable, Sendable {
  var values: [Value?]

  /// What the tool said: the only answer.
  var only: Value? { values.first ?? nil }
  /// Whether something may be said at all.
  var hasValue: Bool { values.contains { $0 != nil } }
  var admitsNone: Bool { values.contains { $0 == nil } }

  init(_ values: [Value?]) { self.values = values }

  init(from decoder: any Decoder) throws {
    if let several = try? decoder.container(keyedBy: Keys.self), several.contains(.anyOf) {
      values = try several.decode([Value?].self, forKey: .anyOf)
    } else {
      values = [try decoder.singleValueContainer().decode(Value.self)]
    }
  }

  private enum Keys: CodingKey { case anyOf }
}

extension KeyedDecodingContainer {
  /// The answers under a key; a key that is not there, or null, says that none is right.
  func answers<Value>(_ type: Value.Type, _ key: Key) throws -> Answers<Value> {
    try decodeIfPresent(Answers<Value>.self, forKey: key) ?? Answers([nil])
  }
}
