internal import Foundation

/// Gold and records as they lie in files and folders.
public enum RecordFiles {
  /// The gold of a file, or of every `*.gold.jsonl` below a folder, in the order of their paths.
  ///
  /// `Corpus/gold/a01-district.gold.jsonl` is the gold of the document `a01-district`, unless its lines name
  /// another.
  public static func gold(_ path: String) throws(RecordFileError) -> [Record] {
    let isFolder = try isFolder(path)
    let files = isFolder ? below(path).filter { $0.hasSuffix(".gold.jsonl") } : [path]
    if files.isEmpty {
      throw RecordFileError(path, "found no *.gold.jsonl in the folder; see Corpus/README.md")
    }
    var records: [Record] = []
    for file in files {
      let name = isFolder ? String(file.dropFirst(path.count).drop { $0 == "/" }) : file
      records += try read(file, document: DocumentNames.bare(name))
    }
    return records
  }

  /// The records of a file, of standard input (`-`), or of every `*.jsonl` below a folder that is not gold.
  public static func records(_ path: String) throws(RecordFileError) -> [Record] {
    if path == "-" {
      return try parse(
        [UInt8](FileHandle.standardInput.readDataToEndOfFile()), "standard input", nil)
    }
    guard try isFolder(path) else { return try read(path, document: nil) }
    let files = below(path).filter { $0.hasSuffix(".jsonl") && !$0.hasSuffix(".gold.jsonl") }
    if files.isEmpty {
      throw RecordFileError(
        path, "found no *.jsonl in the folder; write some with heshu extract -o")
    }
    var records: [Record] = []
    for file in files { records += try read(file, document: nil) }
    return records
  }

  private static func read(_ file: String, document: String?) throws(RecordFileError) -> [Record] {
    do {
      return try parse([UInt8](Data(contentsOf: URL(fileURLWithPath: file))), file, document)
    } catch let error as RecordFileError {
      throw error
    } catch {
      throw RecordFileError(file, "the file cannot be read: \(error.localizedDescription)")
    }
  }

  private static func parse(_ bytes: [UInt8], _ source: String, _ document: String?)
    throws(RecordFileError) -> [Record]
  {
    do {
      return try Record.read(jsonLines: bytes, source: source, document: document)
    } catch {
      throw RecordFileError("\(source):\(error.line)", error.message)
    }
  }

  private static func isFolder(_ path: String) throws(RecordFileError) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw RecordFileError(path, "no such file or folder")
    }
    return isFolder.boolValue
  }

  private static func below(_ folder: String) -> [String] {
    (FileManager.default.subpaths(atPath: folder) ?? []).sorted().map { folder + "/" + $0 }
  }
}

/// A file of gold or records that cannot be used: where, and why.
public struct RecordFileError: Error, CustomStringConvertible {
  public let place: String
  public let message: String

  init(_ place: String, _ message: String) {
    self.place = place
    self.message = message
  }

  public var description: String { "\(place): \(message)" }
}
