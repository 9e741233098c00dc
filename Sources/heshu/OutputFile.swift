#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where records go: standard output or the file of `-o`, gathered into large writes.
struct OutputFile: ~Copyable {
  let descriptor: Int32
  private let name: String
  private var pending: [UInt8] = []

  init(_ path: String?) throws {
    name = path ?? "standard output"
    guard let path else {
      descriptor = STDOUT_FILENO
      return
    }
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 {
      throw Failure(
        message: "\(path): cannot be written: \(String(cString: strerror(errno)).lowercased())")
    }
  }

  deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

  /// Adds bytes; they are written when there are many, or at `flush`.
  mutating func write(_ bytes: [UInt8]) {
    if pending.isEmpty, bytes.count >= 1 << 16 { return put(bytes) }
    pending += bytes
    if pending.count >= 1 << 16 { flush() }
  }

  mutating func flush() {
    put(pending)
    pending.removeAll(keepingCapacity: true)
  }

  /// A reader that has gone ends the run quietly; a full disk ends it with a message.
  private func put(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var at = 0
      while at < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress! + at, bytes.count - at)
        if count >= 0 {
          at += count
        } else if errno == EPIPE {
          leave(0)
        } else if errno != EINTR {
          Notice.print(
            "heshu: \(name): cannot be written: \(String(cString: strerror(errno)).lowercased())")
          leave(1)
        }
      }
    }
  }
}
