extension RecordSchema {
  static let claim = """
    {
      "description": "One quantity that the text states, with its context.",
      "type": "object",
      "required": ["type", "id", "document", "article", "kind", "quantity", "status", "quote", "rule"],
      "properties": {
        "type": { "const": "claim" },
        "id": { "type": "string", "pattern": "^[0-9a-f]+$", "description": "A hash of document id, span and text: the same on every run and machine." },
        "document": { "type": "string" },
        "article": { "type": "string" },
        "kind": { "$ref": "#/$defs/claimKind" },
        "quantity": { "$ref": "#/$defs/quantity" },
        "measure": { "$ref": "#/$defs/phrase", "description": "What is counted; absent where the text names nothing beyond the unit." },
        "qualifier": { "$ref": "#/$defs/phrase", "description": "In lists that share a head, the part that differs." },
        "predicate": { "$ref": "#/$defs/phrase", "description": "The verb that links them." },
        "actor": {
          "type": "object",
          "required": ["text", "start", "end"],
          "description": "The organisation that did or has it.",
          "properties": {
            "text": { "type": "string" }, "start": { "type": "integer", "minimum": 0 }, "end": { "type": "integer", "minimum": 0 },
            "name": { "type": "string" }, "inferred": { "const": true }
          }
        },
        "place": {
          "type": "object",
          "properties": {
            "text": { "type": "string" }, "start": { "type": "integer", "minimum": 0 }, "end": { "type": "integer", "minimum": 0 },
            "name": { "type": "string" }, "code": { "type": "string", "pattern": "^[0-9]{6}$" }, "inferred": { "const": true }
          }
        },
        "period": {
          "type": "object",
          "properties": {
            "text": { "type": "string" },
            "start": { "$ref": "#/$defs/day" }, "end": { "$ref": "#/$defs/day" },
            "kind": { "enum": ["during", "asOf", "planned"] }, "inferred": { "const": true }
          }
        },
        "change": {
          "type": "object",
          "required": ["direction"],
          "properties": {
            "direction": { "enum": ["increase", "decrease"] }, "basis": { "type": "string" }, "inferred": { "const": true }
          }
        },
        "per": { "$ref": "#/$defs/phrase", "description": "The denominator of a rate: 每件, 人均." },
        "status": { "enum": ["actual", "planned", "conditional"] },
        "partOf": { "type": "string", "description": "The id of the claim of which the text says that this is a part." },
        "quote": { "$ref": "#/$defs/span", "description": "The sentence; at most 1,000 code points around the quantity." },
        "group": { "type": "string" },
        "key": { "type": "string" },
        "rule": { "type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$" }
      }
    }
    """
}
