extension RecordSchema {
  static let document = """
    {
      "description": "One input.",
      "type": "object",
      "required": ["type", "id", "source", "encoding", "characters", "sha256", "schema", "tool", "grammars"],
      "properties": {
        "type": { "const": "document" },
        "id": { "type": "string", "description": "The path as given, below a folder relative to it; or the JSON line's id." },
        "source": { "type": "string" },
        "line": { "type": "integer", "minimum": 1, "description": "The line of a JSON Lines file." },
        "encoding": { "type": "string" },
        "characters": { "type": "integer", "minimum": 0 },
        "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
        "title": { "type": "string" },
        "publication": { "type": "string" },
        "issue": { "type": "string" },
        "date": { "$ref": "#/$defs/day" },
        "place": { "type": "string" },
        "schema": { "const": "1" },
        "tool": { "type": "string" },
        "grammars": { "type": "string", "pattern": "^[0-9a-f]+$", "description": "A hash of the grammar files." },
        "text": { "type": "string" }
      }
    }
    """

  static let article = """
    {
      "description": "One article of a document.",
      "type": "object",
      "required": ["type", "id", "document", "start", "end"],
      "properties": {
        "type": { "const": "article" },
        "id": { "type": "string", "pattern": "#[0-9]+$" },
        "document": { "type": "string" },
        "title": { "type": "string" },
        "kicker": { "type": "string" },
        "subtitle": { "type": "string" },
        "byline": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["name"],
            "properties": { "role": { "type": "string" }, "name": { "type": "string" } }
          }
        },
        "place": { "type": "string" },
        "start": { "type": "integer", "minimum": 0 }, "end": { "type": "integer", "minimum": 0 }
      }
    }
    """

  static let entity = """
    {
      "description": "One mention of an organisation, person or place.",
      "type": "object",
      "required": ["type", "id", "document", "kind", "text", "start", "end"],
      "properties": {
        "type": { "const": "entity" },
        "id": { "type": "string" }, "document": { "type": "string" }, "article": { "type": "string" },
        "kind": { "enum": ["organization", "person", "place"] },
        "text": { "type": "string" }, "start": { "type": "integer", "minimum": 0 }, "end": { "type": "integer", "minimum": 0 },
        "name": { "type": "string" }, "role": { "type": "string" }, "code": { "type": "string" }
      }
    }
    """
}
