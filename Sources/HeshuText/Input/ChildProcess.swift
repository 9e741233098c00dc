#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that is given bytes and gives bytes back, without a shell between.
///
/// The bytes go to it in a file without a name as its standard input, its complaints into another,
/// so that only one pipe has to be watched and none can block the other.
struct ChildProcess {
  enum Failure: Error {
    /// No program of this name.
    case missing
    /// The system refused, with its error number.
    case refused(Int32)
    case tooSlow
    case tooMuch
    /// It ended with this status and these words.
    case failed(Int32, String)
  }

  let arguments: [String]
  let seconds: Int
  let limit: Int

  func run(_ input: [UInt8]) throws(Failure) -> [UInt8] {
    let standardInput = try Self.namelessFile(input)
    defer { close(standardInput) }
    let complaints = try Self.namelessFile([])
    defer { close(complaints) }
    var ends: [Int32] = [0, 0]
    if pipe(&ends) != 0 { throw .refused(errno) }
    for end in ends { Self.keepFromChildren(end) }
    defer { close(ends[0]) }
    let child: pid_t
    do throws(Failure) {
      child = try spawn(standardInput, ends[1], complaints)
    } catch {
      close(ends[1])
      throw error
    }
    close(ends[1])
    let result = collect(ends[0])
    if case .failure = result { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let output = try result.get()
    if status != 0 {
      throw .failed(status & 0x7F == 0 ? status >> 8 : status & 0x7F, Self.words(in: complaints))
    }
    return output
  }

  private func spawn(_ input: Int32, _ output: Int32, _ complaints: Int32) throws(Failure)
    -> pid_t
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, complaints, STDERR_FILENO)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let status = posix_spawnp(&child, words[0]!, &actions, nil, &words, environ)
    if status == ENOENT { throw .missing }
    if status != 0 { throw .refused(status) }
    return child
  }

  private func collect(_ pipe: Int32) -> Result<[UInt8], Failure> {
    var output: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let left = (deadline - ContinuousClock.now).components.seconds
      var watched = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      let ready = poll(&watched, 1, Int32(clamping: max(left, 0) * 1000 + 1))
      if ready == 0 && ContinuousClock.now >= deadline { return .failure(.tooSlow) }
      if ready <= 0 { continue }
      let count = read(pipe, &block, block.count)
      if count == 0 { return .success(output) }
      if count < 0 && errno != EINTR { return .failure(.refused(errno)) }
      output += block[..<max(count, 0)]
      if output.count > limit { return .failure(.tooMuch) }
    }
  }

  private static func keepFromChildren(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  private static func namelessFile(_ bytes: [UInt8]) throws(Failure) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = (folder + "/heshu-XXXXXX").utf8CString.map { $0 }
    let descriptor = mkstemp(&path)
    if descriptor < 0 { throw .refused(errno) }
    unlink(path)
    keepFromChildren(descriptor)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0 {
        let error = errno
        close(descriptor)
        throw .refused(error)
      }
      written += count
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  /// The first line of what the program complained about.
  private static func words(in descriptor: Int32) -> String {
    var block = [UInt8](repeating: 0, count: 300)
    let count = pread(descriptor, &block, block.count, 0)
    let text = String(decoding: block[..<max(count, 0)], as: UTF8.self)
    return String(text.prefix { !$0.isNewline })
  }
}
