import HeshuClaims

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One line on the terminal that says how far a long run has come: `1204 documents, 96 MB, 21 MB/s, 30211 claims`.
struct Progress {
  private let isShown = Terminal.isOne(2) && !Terminal.isOne(1)
  private let begin = Self.now()
  private var last: Double
  private var counts = RecordCounts()
  private var isOnScreen = false

  /// Seconds before the first line, and between two.
  private static let patience = 1.0
  private static let interval = 0.25

  init() { last = begin + Self.patience - Self.interval }

  mutating func add(_ more: RecordCounts) {
    guard isShown else { return }
    counts.add(more)
    let now = Self.now()
    guard now - last >= Self.interval else { return }
    last = now
    isOnScreen = true
    let megabytes = Double(counts.bytes) / 1e6
    let speed = Int(megabytes / (now - begin))
    let parts = [
      counts.documents > 0 ? "\(counts.documents) documents" : "", "\(Int(megabytes)) MB",
      "\(speed) MB/s",
      counts.claims > 0 ? "\(counts.claims) claims" : "",
      counts.errors > 0 ? "\(counts.errors) errors" : "",
    ]
    Notice.write("\r\u{1B}[K" + parts.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// Takes the line off the screen.
  mutating func clear() {
    if isOnScreen { Notice.write("\r\u{1B}[K") }
    isOnScreen = false
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
