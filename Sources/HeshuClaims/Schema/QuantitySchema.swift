extension RecordSchema {
  /// Parts that several lines share.
  static let parts: [(name: String, body: String)] = [
    (
      "claimKind",
      #"{ "enum": ["count", "amount", "percentage", "multiple", "measurement", "duration"] }"#
    ),
    ("day", #"{ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }"#),
    (
      "span",
      """
      {
        "description": "A passage: its text is the document's from start up to end.",
        "type": "object",
        "required": ["text", "start", "end"],
        "properties": {
          "text": { "type": "string" }, "start": { "type": "integer", "minimum": 0 }, "end": { "type": "integer", "minimum": 0 }
        }
      }
      """
    ),
    (
      "phrase",
      """
      {
        "description": "A passage with what was made of it; inferred where its words stand outside the claim's sentence.",
        "type": "object",
        "properties": {
          "text": { "type": "string" }, "start": { "type": "integer", "minimum": 0 }, "end": { "type": "integer", "minimum": 0 },
          "name": { "type": "string" }, "class": { "type": "string" }, "code": { "type": "string" }, "inferred": { "const": true }
        }
      }
      """
    ),
    (
      "base",
      """
      {
        "description": "The same in the base unit of its dimension: g, m, m2, m3, L, s, mo, Cel, CNY and the other currencies.",
        "type": "object",
        "required": ["code"],
        "properties": {
          "value": { "type": "number" }, "lower": { "type": "number" }, "upper": { "type": "number" }, "code": { "type": "string" }
        }
      }
      """
    ),
    (
      "quantity",
      quantity(
        required: ["text", "start", "end", "bounds", "precision", "modifier", "numeral"], more: "")
    ),
    (
      "listed",
      quantity(
        required: ["text", "start", "end", "kind"],
        more: #"""
              "kind": { "enum": ["number", "ordinal", "count", "amount", "percentage", "multiple", "measurement", "duration"] },

          """#)
    ),
  ]

  private static func quantity(required: [String], more: String) -> String {
    """
    {
      "type": "object",
      "required": [\(required.map { "\"\($0)\"" }.joined(separator: ", "))],
      "properties": {
    \(more)    "text": { "type": "string" }, "start": { "type": "integer", "minimum": 0 }, "end": { "type": "integer", "minimum": 0 },
        "value": { "type": "number", "description": "In the unit as written; absent for ranges and vague numbers." },
        "lower": { "type": "number" }, "upper": { "type": "number" },
        "bounds": { "enum": ["[]", "[)", "(]", "()"] },
        "precision": { "type": "number", "description": "The place value of the last digit written." },
        "modifier": { "enum": ["exact", "over", "atLeast", "nearly", "under", "atMost", "about", "range", "vague"] },
        "ratio": { "type": "array", "items": { "type": "integer" }, "minItems": 2, "maxItems": 2, "description": "Numerator and denominator of a value without finite decimal." },
        "unit": { "type": "string" },
        "code": { "type": "string", "description": "ISO 4217 for money, UCUM for measurements." },
        "base": { "$ref": "#/$defs/base" },
        "numeral": { "$ref": "#/$defs/span" }
      }
    }
    """
  }

  static let quantities = """
    {
      "description": "One line of heshu quantities: exactly one for each line of input.",
      "type": "object",
      "required": ["id", "quantities"],
      "properties": {
        "id": { "type": "string", "description": "The id that the line gives, else its number." },
        "quantities": { "type": "array", "items": { "$ref": "#/$defs/listed" } },
        "error": {
          "description": "What was wrong with the line.",
          "type": "object",
          "required": ["source", "code", "message"],
          "properties": {
            "source": { "type": "string" }, "code": { "type": "string" }, "message": { "type": "string" },
            "line": { "type": "integer", "minimum": 1 }, "offset": { "type": "integer", "minimum": 0 }
          }
        }
      }
    }
    """
}
