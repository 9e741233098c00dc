import CWordBreak
import Foundation

@main
enum Main {
  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if arguments.first == "--words" { return try breakWords(arguments.dropFirst().joined()) }
      let options = try Options(arguments)
      let temporary = "heshu-bench-\(ProcessInfo.processInfo.processIdentifier)"
      let folder = options.keep ?? NSTemporaryDirectory() + temporary
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { if options.keep == nil { try? FileManager.default.removeItem(atPath: folder) } }
      let measurement = try Measurement(options, folder: folder)
      print(measurement.table)
      if let record = options.record { try measurement.keep(in: record, options) }
      for failure in measurement.failures { complain(failure) }
      if !measurement.failures.isEmpty {
        throw Problem("the output is wrong; the figures mean nothing")
      }
    } catch {
      complain((error as? Problem)?.message ?? "\(error)")
      exit(1)
    }
  }

  /// The other side of the comparison, as a process of its own: `--words FILE`.
  private static func breakWords(_ path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Problem("cannot read \(path)")
    }
    let words = data.withUnsafeBytes { bytes in
      wordbreak_lines(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), Int64(bytes.count))
    }
    if words < 0 { throw Problem("ICU cannot break words") }
    print(words)
  }

  private static func complain(_ message: String) {
    FileHandle.standardError.write(Data("heshu-bench: \(message)\n".utf8))
  }
}
