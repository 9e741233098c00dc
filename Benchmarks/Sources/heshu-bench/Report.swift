import CWordBreak
import Foundation

extension Measurement {
  /// The table that is printed and kept.
  var table: String {
    var rows = ["what            MB/CPU s  of ICU  2 jobs   MB memory  found"]
    let icu = lines[0].speed
    for line in lines {
      let scaling = line.scaling.map { String(format: "%.2f×", $0) } ?? "–"
      let memory = Double(max(line.one.memory, line.two?.memory ?? 0)) / 1e6
      rows.append(
        Self.padded(line.name, 16)
          + String(format: "%8.1f  %5.2f×  ", line.speed, line.speed / icu)
          + Self.padded(scaling, 9) + String(format: "%9.1f  ", memory)
          + (line.two == nil ? "–" : "\(line.found)"))
    }
    rows.append(
      String(
        format: "first claim of one newsletter: %.1f ms after process start (least %.1f)",
        first.median,
        first.least))
    rows.append(String(format: "the text has a quantity in every %.0f characters", density))
    return rows.joined(separator: "\n")
  }

  /// Appends the figures, with date and machine, to the record of the year.
  func keep(in folder: String, _ options: Options) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let day = String(ISO8601DateFormatter().string(from: Date()).prefix(10))
    let path = "\(folder)/\(day.prefix(4)).md"
    let old =
      (try? String(contentsOfFile: path, encoding: .utf8)) ?? "# Measurements of \(day.prefix(4))\n"
    let entry = """

      ## \(day)

      \(machine), ICU \(icuVersion), \(options.size) MB, best of \(options.rounds)

      ```
      \(table)
      ```

      """
    try (old + entry).write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Processor and cores, as the kernel names them.
  private var machine: String {
    let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name =
      model?.split(separator: ":").last.map { $0.drop { $0 == " " } } ?? "unknown processor"
    return "\(name), \(ProcessInfo.processInfo.processorCount) cores"
  }

  private var icuVersion: String {
    var buffer = [CChar](repeating: 0, count: 32)
    wordbreak_version(&buffer, 32)
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
