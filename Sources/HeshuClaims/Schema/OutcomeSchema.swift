extension RecordSchema {
  static let unread = """
    {
      "description": "A numeral that was seen but not understood.",
      "type": "object",
      "required": ["type", "document", "article", "text", "start", "end", "reason"],
      "properties": {
        "type": { "const": "unread" },
        "document": { "type": "string" }, "article": { "type": "string" }, "text": { "type": "string" },
        "start": { "type": "integer", "minimum": 0 }, "end": { "type": "integer", "minimum": 0 },
        "reason": { "type": "string" }
      }
    }
    """

  static let finding = """
    {
      "description": "The result of one check; the claims that it names come before it.",
      "type": "object",
      "required": ["type", "check", "verdict", "claims", "message"],
      "properties": {
        "type": { "const": "finding" },
        "check": { "type": "string" },
        "verdict": { "enum": ["agrees", "compatible", "contradicts", "undetermined", "blocked"] },
        "severity": { "enum": ["error", "warning", "query", "hint"] },
        "weight": { "enum": [2, 1, 0.1] },
        "claims": { "type": "array", "items": { "type": "string" } },
        "spans": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["document", "start", "end"],
            "properties": {
              "document": { "type": "string" },
              "start": { "type": "integer", "minimum": 0 }, "end": { "type": "integer", "minimum": 0 }
            }
          }
        },
        "key": { "type": "string" }, "expected": {}, "actual": {}, "message": { "type": "string" },
        "inferred": {}, "repair": {}
      }
    }
    """

  static let error = """
    {
      "description": "An input, or a part of one, that could not be read.",
      "type": "object",
      "required": ["type", "source", "code", "message"],
      "properties": {
        "type": { "const": "error" },
        "source": { "type": "string" },
        "document": { "type": "string", "description": "The document that was read in spite of it." },
        "code": { "type": "string", "pattern": "^[a-z0-9-]+$" },
        "message": { "type": "string" },
        "line": { "type": "integer", "minimum": 1 },
        "offset": { "type": "integer", "minimum": 0 }
      }
    }
    """

  static let end = """
    {
      "description": "The last line; its absence tells that the stream was cut.",
      "type": "object",
      "required": ["type", "documents", "articles", "claims", "entities", "unread", "findings", "errors"],
      "properties": {
        "type": { "const": "end" },
        "documents": { "type": "integer", "minimum": 0 }, "articles": { "type": "integer", "minimum": 0 },
        "claims": { "type": "integer", "minimum": 0 }, "entities": { "type": "integer", "minimum": 0 },
        "unread": { "type": "integer", "minimum": 0 }, "findings": { "type": "integer", "minimum": 0 },
        "errors": { "type": "integer", "minimum": 0 }
      }
    }
    """
}
