extension BufferedBytes {
  /// The encoding of a file of lines, from its beginning; a byte order mark is consumed.
  func encodingOfLines(declared: String?, source: String) throws(InputError)
    -> (name: String, evidence: EncodingEvidence)
  {
    let head = try peekLine(EncodingContest.sampleLength)
    let whole = head.lastIndex(of: 0x0A).map { head[...$0] } ?? head[...]
    if let mark = ByteOrderMark(head), declared == nil || mark.encoding == "UTF-8" {
      consume(mark.length)
      return (mark.encoding, .byteOrderMark)
    }
    let signs = BinarySigns(head)
    if declared == nil, UTF8Scan(UnsafeRawBufferPointer(rebasing: whole)).valid == whole.count,
      !signs.areMany,
      !whole.prefix(2).contains(0)
    {
      return ("UTF-8", .strict)
    }
    let text = try TextDecoding(source: source, declared: declared).decode(Array(whole))
    return (text.encoding, text.evidence)
  }
}
