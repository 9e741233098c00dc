#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that arrive in order: a file, standard input, what comes out of gzip.
protocol ByteStream: AnyObject {
  /// Fills a part of the buffer; 0 is the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int
}

/// The bytes of an open file, and their digest on the way.
final class FileBytes: ByteStream {
  let descriptor: Int32
  /// The size of a regular file; nil for pipes and terminals.
  let size: Int?
  private let source: String
  /// Set to nil where the digest of the whole is not wanted.
  var digest: Digest? = Digest()

  /// Opens a path, or standard input.
  init(_ place: InputPlace) throws(InputError) {
    source = place.source
    if place.isStandardInput {
      descriptor = STDIN_FILENO
    } else {
      descriptor = open(place.path.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_CLOEXEC)
      if descriptor < 0 { throw .cannotOpen(place.source, errno) }
    }
    var status = stat()
    let known = fstat(descriptor, &status) == 0
    let regular = known && status.st_mode & S_IFMT == S_IFREG
    size = regular && !place.isStandardInput ? Int(status.st_size) : nil
    if known && status.st_mode & S_IFMT == S_IFDIR {
      throw .cannotRead(source, EISDIR)
    }
  }

  deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    while true {
      let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        digest?.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count
      }
      if errno != EINTR { throw .cannotRead(source, errno) }
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{ read(descriptor, buffer, count) }

extension InputError {
  static func cannotOpen(_ source: String, _ error: Int32) -> InputError {
    if error == ENOENT || error == ENOTDIR {
      return InputError(
        source: source, code: .notFound,
        message: "no file or folder of this name; expected a path, or - for standard input; "
          + "check the spelling and the working folder")
    }
    return cannotRead(source, error)
  }

  static func cannotRead(_ source: String, _ error: Int32) -> InputError {
    let reason = String(cString: strerror(error)).lowercased()
    return InputError(
      source: source, code: .unreadable,
      message: "cannot be read: \(reason); expected a readable file; check its permissions")
  }
}
