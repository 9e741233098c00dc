extension DecodedDocument {
  /// Adds the warning that some bytes became U+FFFD.
  mutating func noteInvalid(_ invalid: InvalidSequences) {
    guard let first = invalid.first else { return }
    warnings.append(
      InputError(
        source: source, code: .invalidSequence,
        message: "\(invalid.count) invalid sequence(s) became U+FFFD, the first at byte "
          + "\(first); expected \(encoding) throughout; compare with the original", line: line,
        offset: first))
  }

  /// Adds the warning that there is nothing to read.
  mutating func noteEmpty(_ reason: String) {
    guard characters == 0 else { return }
    warnings.append(
      InputError(
        source: source, code: .empty,
        message: "\(reason); expected text; look whether writing it failed", line: line))
  }

  /// Adds the warning that gzip was followed by something else.
  mutating func noteTrailing(_ count: Int) {
    guard count > 0 else { return }
    warnings.append(
      InputError(
        source: source, code: .badGzip,
        message: "\(count) bytes behind the packed data were left out; expected its end; "
          + "fetch or pack it again"))
  }
}
