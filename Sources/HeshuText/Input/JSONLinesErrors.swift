extension InputError {
  static func noLine(_ source: String) -> InputError {
    InputError(
      source: source, code: .empty,
      message: "no line in it; expected one JSON object a line; look whether writing it failed")
  }

  static func badJSON(_ source: String, _ line: Int, _ fault: JSONFault, isOneValue: Bool)
    -> InputError
  {
    let advice =
      isOneValue
      ? "the file may be one JSON value over many lines: convert it with jq -c '.[]' (a list) "
        + "or jq -c . (an object)"
      : "mend or remove the line"
    return InputError(
      source: source, code: .badJSON,
      message: "\(fault.found) at byte \(fault.offset) of the line; expected \(fault.expected); "
        + advice, line: line, offset: fault.offset)
  }

  static func missingText(_ source: String, _ line: Int, isThere: Bool) -> InputError {
    InputError(
      source: source, code: .missingText,
      message: (isThere ? "\"text\" is no string" : "no key \"text\" in the object")
        + "; expected the document's text there as a string; rename the key that holds it",
      line: line)
  }

  static func badID(_ source: String, _ line: Int) -> InputError {
    InputError(
      source: source, code: .badID,
      message: "\"id\" is neither a string nor a number; expected one of them; "
        + "mend it, or leave it out to have the line's number", line: line)
  }

  static func wrongType(_ source: String, _ line: Int, _ key: String) -> InputError {
    InputError(
      source: source, code: .wrongType,
      message: "\"\(key)\" is no string and was left out; expected a string or null; "
        + "write it in quotation marks", line: line)
  }

  static func badLineEncoding(_ source: String, _ line: Int, _ encoding: String, _ offset: Int)
    -> InputError
  {
    InputError(
      source: source, code: .wrongEncoding,
      message: "byte \(offset) of the line begins what \(encoding) does not have; expected the "
        + "encoding of the file's beginning; convert the file, or name its encoding",
      line: line, offset: offset)
  }
}
