/// A stream with a window on what comes next.
///
/// The window is one block of memory: what was consumed leaves it, what is missing is read behind
/// the rest, and it grows only when one line fills it.
final class BufferedBytes: ByteStream {
  private let upstream: any ByteStream
  private var storage: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0

  static let block = 1 << 20

  init(_ upstream: any ByteStream, capacity: Int = BufferedBytes.block) {
    self.upstream = upstream
    storage = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { storage.deallocate() }

  /// What was read and not consumed; valid until the next call.
  var window: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: storage[start..<end])
  }

  func consume(_ count: Int) { start += count }

  /// Reads more behind the window; false at the end of the stream.
  func fill() throws(InputError) -> Bool {
    if start == end {
      start = 0
      end = 0
      // One giant line must not leave a giant window behind.
      if storage.count > 16 * Self.block { resize(to: Self.block) }
    }
    if end == storage.count {
      if start > storage.count / 2 {
        storage.baseAddress!.copyMemory(from: storage.baseAddress! + start, byteCount: end - start)
        end -= start
        start = 0
      } else {
        resize(to: storage.count * 2)
      }
    }
    let room = UnsafeMutableRawBufferPointer(rebasing: storage[end...])
    let count = try upstream.read(into: room)
    end += count
    return count > 0
  }

  private func resize(to capacity: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: window)
    end -= start
    start = 0
    storage.deallocate()
    storage = larger
  }

  /// The first bytes, fewer only when the stream is shorter.
  func peek(_ count: Int) throws(InputError) -> UnsafeRawBufferPointer {
    while end - start < count, try fill() {}
    return UnsafeRawBufferPointer(rebasing: window.prefix(count))
  }

  /// The beginning of the stream, with its first line if it is not longer than `count`. Whoever
  /// types lines, or waits for an answer to each, is not made to send more than one.
  func peekLine(_ count: Int) throws(InputError) -> UnsafeRawBufferPointer {
    while end - start < count, !window.contains(0x0A), try fill() {}
    return UnsafeRawBufferPointer(rebasing: window.prefix(count))
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    if start == end { return try upstream.read(into: buffer) }
    let count = min(buffer.count, end - start)
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: window[..<count]))
    consume(count)
    return count
  }

  /// Everything up to the end, in one array without detours when the size is known.
  func readAll(expecting size: Int?, limit: Int, source: String) throws(InputError) -> [UInt8] {
    if let size, size > limit { throw .tooLarge(source, limit: limit) }
    var failure: InputError?
    // One byte more than the file has, so that its end is seen without growing.
    var bytes = [UInt8](unsafeUninitializedCapacity: (size ?? Self.block) + 1) { buffer, count in
      let room = UnsafeMutableRawBufferPointer(buffer)
      do throws(InputError) {
        while count < room.count {
          let piece = room[count..<min(count + 4 * Self.block, room.count)]
          let read = try read(into: UnsafeMutableRawBufferPointer(rebasing: piece))
          if read == 0 { break }
          count += read
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    while bytes.count > (size ?? Self.block) {
      if start == end, try !fill() { break }
      bytes.append(contentsOf: window)
      consume(window.count)
      if bytes.count > limit { break }
    }
    if bytes.count > limit { throw .tooLarge(source, limit: limit) }
    return bytes
  }
}

extension InputError {
  static func tooLarge(_ source: String, limit: Int, line: Int? = nil) -> InputError {
    InputError(
      source: source, code: .tooLarge,
      message: "more than \(limit) bytes in one document; expected fewer; "
        + "split it, give it as JSON Lines, or raise the limit", line: line)
  }
}
