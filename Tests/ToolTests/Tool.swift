import Foundation
import HeshuClaims
import Testing

/// The built tool, run as a user runs it. Every line of JSON that it prints is held against the schema.
enum Tool {
  struct Run {
    var status: Int32
    var output: String
    var errors: String
    var bytes: Data

    var lines: [String] { output.split(separator: "\n").map(String.init) }
    var records: [JSON] { lines.compactMap { try? JSON($0) } }
    func records(_ type: String) -> [JSON] { records.filter { $0["type"]?.string == type } }
  }

  /// Beside the test bundle.
  private static let program: URL = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    while !FileManager.default.isExecutableFile(
      atPath: folder.appendingPathComponent("heshu").path), folder.path != "/"
    {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent("heshu")
  }()

  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs it in the project's folder; `shell` runs a command in which `heshu` is the tool.
  @discardableResult
  static func run(
    _ arguments: String..., input: String? = nil, inputBytes: Data? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Run {
    try launch(program, arguments, inputBytes ?? input.map { Data($0.utf8) }, sourceLocation)
  }

  static func shell(_ command: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> Run
  {
    let script = "heshu() { '\(program.path)' \"$@\"; }; \(command)"
    return try launch(URL(fileURLWithPath: "/bin/bash"), ["-c", script], nil, sourceLocation)
  }

  private static func launch(
    _ program: URL, _ arguments: [String], _ input: Data?, _ place: SourceLocation
  ) throws -> Run {
    let folder = try Folder()
    let paths = ["in", "out", "err"].map { folder.path + "/" + $0 }
    for path in paths {
      FileManager.default.createFile(atPath: path, contents: path == paths[0] ? input : nil)
    }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = project
    process.standardInput = FileHandle(forReadingAtPath: paths[0])
    process.standardOutput = FileHandle(forWritingAtPath: paths[1])
    process.standardError = FileHandle(forWritingAtPath: paths[2])
    try process.run()
    process.waitUntilExit()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: paths[1]))
    let run = Run(
      status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: paths[2])), as: UTF8.self),
      bytes: bytes)
    try check(run, place)
    return run
  }

  private static let validator: SchemaValidator? = try? SchemaValidator(
    root: JSON(RecordSchema.text))

  /// The first records of a run, and of those behind them every hundredth, which are like them.
  private static func check(_ run: Run, _ place: SourceLocation) throws {
    let validator = try #require(validator, sourceLocation: place)
    let lines = run.output.split(whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where index < 400 || index % 100 == 0 {
      guard line.hasPrefix("{\"type\"") || line.hasPrefix("{\"id\"") else { continue }
      let found = validator.mistakes(try JSON(line.last == "," ? line.dropLast() : line))
      #expect(found.isEmpty, "\(line)", sourceLocation: place)
    }
  }
}

/// A folder that lives as long as one test.
final class Folder {
  let path = NSTemporaryDirectory() + "heshu-tool-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ bytes: Data) throws -> String {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    return file.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }
}
