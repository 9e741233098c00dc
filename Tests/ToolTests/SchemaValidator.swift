import Foundation

/// Holds a value against the part of JSON Schema 2020-12 that the record schema uses.
///
/// It is stricter in one thing: a property that the schema does not name is a mistake, since our own records have none. A
/// keyword that it does not know is a mistake of the schema.
struct SchemaValidator {
  let root: JSON

  /// What is wrong with a line, empty when nothing is. The line must be of the definition that its `type` names.
  func mistakes(_ line: JSON) -> [String] {
    let name =
      line["type"]?.string.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? "Quantities"
    guard let definition = root["$defs"]?[name] else { return ["no definition \(name)"] }
    return mistakes(line, definition, name)
  }

  private static let known: Set<String> = [
    "$ref", "type", "const", "enum", "required", "properties", "items", "minItems", "maxItems",
    "minimum", "pattern",
    "description",
  ]

  private func mistakes(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(path): the schema is no object"] }
    var found = keywords.keys.filter { !Self.known.contains($0) }.map {
      "\(path): unknown keyword \($0)"
    }
    if let name = keywords["$ref"]?.string?.split(separator: "/").last,
      let target = root["$defs"]?[String(name)]
    {
      found += mistakes(value, target, path)
    }
    if let type = keywords["type"]?.string, !Self.isOf(type, value) {
      found.append("\(path): no \(type)")
    }
    if let wanted = keywords["const"], wanted != value { found.append("\(path): not \(wanted)") }
    if let wanted = keywords["enum"], !wanted.array.contains(value) {
      found.append("\(path): \(value) not among them")
    }
    switch value {
    case .object(let members): found += mistakes(members, keywords, path)
    case .array(let items):
      if let low = keywords["minItems"]?.int, items.count < low {
        found.append("\(path): too short")
      }
      if let high = keywords["maxItems"]?.int, items.count > high {
        found.append("\(path): too long")
      }
      guard let schema = keywords["items"] else { break }
      for (index, item) in items.enumerated() {
        found += mistakes(item, schema, "\(path)[\(index)]")
      }
    case .string(let text):
      if let pattern = keywords["pattern"]?.string,
        text.range(of: pattern, options: .regularExpression) == nil
      {
        found.append("\(path): '\(text)' is not \(pattern)")
      }
    case .number(let number):
      if case .number(let low)? = keywords["minimum"], number < low {
        found.append("\(path): below \(low)")
      }
    case .bool, .null: break
    }
    return found
  }

  private func mistakes(_ members: [String: JSON], _ keywords: [String: JSON], _ path: String)
    -> [String]
  {
    var found: [String] = []
    for name in keywords["required"]?.array.compactMap(\.string) ?? [] where members[name] == nil {
      found.append("\(path): no \(name)")
    }
    guard case .object(let properties)? = keywords["properties"] else { return found }
    for (name, member) in members {
      guard let schema = properties[name] else {
        found.append("\(path): unknown property \(name)")
        continue
      }
      found += mistakes(member, schema, "\(path).\(name)")
    }
    return found
  }

  private static func isOf(_ type: String, _ value: JSON) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("number", .number),
      ("boolean", .bool):
      true
    case ("integer", .number(let number)): number.isWholeNumber
    default: false
    }
  }
}

extension Decimal {
  fileprivate var isWholeNumber: Bool {
    var number = self
    var whole = Decimal()
    NSDecimalRound(&whole, &number, 0, .plain)
    return whole == self
  }
}
