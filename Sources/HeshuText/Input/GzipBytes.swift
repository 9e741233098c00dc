import CZlib

/// What comes out of gzip, member after member as `cat a.gz b.gz` makes them.
final class GzipBytes: ByteStream {
  private let packed: BufferedBytes
  private let source: String
  private var inflater = z_stream()
  private var begun = false
  private var ended = false
  /// Bytes behind the packed data that are not gzip: gzip itself ignores them with a warning.
  private(set) var trailing = 0

  init(_ packed: BufferedBytes, source: String) throws(InputError) {
    self.packed = packed
    self.source = source
    // 15 bits of window, 16 more ask for gzip's header and check sum.
    let status = inflateInit2_(
      &inflater, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK { throw .badGzip(source, "zlib cannot begin (status \(status))") }
  }

  deinit { inflateEnd(&inflater) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    if ended || buffer.count == 0 { return 0 }
    inflater.next_out = buffer.baseAddress!.assumingMemoryBound(to: UInt8.self)
    inflater.avail_out = UInt32(clamping: buffer.count)
    let room = inflater.avail_out
    while inflater.avail_out == room {
      if packed.window.isEmpty, try !packed.fill() {
        throw .badGzip(source, begun ? "the packed data is cut off" : "nothing is in it")
      }
      begun = true
      let window = packed.window
      let input = window.baseAddress!.assumingMemoryBound(to: UInt8.self)
      inflater.next_in = UnsafeMutablePointer(mutating: input)
      inflater.avail_in = UInt32(clamping: window.count)
      let offered = inflater.avail_in
      let status = inflate(&inflater, Z_NO_FLUSH)
      packed.consume(Int(offered - inflater.avail_in))
      if status == Z_STREAM_END {
        if try !beginNextMember() { break }
      } else if status != Z_OK && status != Z_BUF_ERROR {
        throw .badGzip(source, inflater.msg.map { String(cString: $0) } ?? "status \(status)")
      }
    }
    return Int(room - inflater.avail_out)
  }

  private func beginNextMember() throws(InputError) -> Bool {
    let next = try packed.peek(2)
    if next.count == 2 && next[0] == 0x1F && next[1] == 0x8B {
      inflateReset(&inflater)
      return true
    }
    ended = true
    repeat {
      if packed.window.contains(where: { $0 != 0 }) { trailing += packed.window.count }
      packed.consume(packed.window.count)
    } while try packed.fill()
    return false
  }
}

extension InputError {
  static func badGzip(_ source: String, _ reason: String) -> InputError {
    InputError(
      source: source, code: .badGzip,
      message: "broken gzip: \(reason); expected a whole .gz file; fetch or pack it again")
  }
}
