import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A reader that goes away (`heshu … | head`) must end the run quietly, not kill it: writes then fail with EPIPE.
func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

/// Ends the process at once, whatever other threads do.
func leave(_ code: Int32) -> Never { exit(code) }

/// The processors this process may use.
func processorCount() -> Int { ProcessInfo.processInfo.activeProcessorCount }

/// Whether a descriptor is a terminal, and how wide it is.
enum Terminal {
  static func isOne(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether standard output shows colours: a terminal, and no `NO_COLOR` (no-color.org).
  static var hasColour: Bool { isOne(STDOUT_FILENO) && getenv("NO_COLOR") == nil }

  /// The columns of the terminal, of the variable `COLUMNS`, or nil.
  static func columns(_ descriptor: Int32) -> Int? {
    if let value = getenv("COLUMNS"), let columns = Int(String(cString: value)), columns > 0 {
      return columns
    }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// Lines for people, on standard error.
enum Notice {
  static func print(_ line: String) { write(line + "\n") }

  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        let count = Glibc.write(STDERR_FILENO, bytes.baseAddress! + at, bytes.count - at)
        if count <= 0 { return }
        at += count
      }
    }
  }
}
