internal import Foundation

/// The files of a grammar folder as read, in path order: `units/people.tsv` and its bytes.
public struct GrammarFiles: Sendable {
  /// One file, named by its path below the language folder (`claims/total.yaml`).
  public struct File: Sendable {
    public let path: String
    public let text: String
    /// `units`, empty for files at the top.
    public var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
    /// `people` of `units/people.tsv`.
    public var stem: String {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
    /// `tsv`, `yaml`, `examples`.
    public var suffix: String { path.split(separator: ".").last.map(String.init) ?? "" }
  }

  public private(set) var files: [File]

  /// Reads `<folder>/zh`, or the folder itself when it has no `zh`. Throws when nothing readable is there.
  public init(folder: String) throws {
    let nested = folder + "/zh"
    var isFolder: ObjCBool = false
    let root = FileManager.default.fileExists(atPath: nested) ? nested : folder
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw BrokenGrammar(diagnostics: [
        Diagnostic(
          file: folder, line: 1, column: 1,
          message: "no such folder; expected a grammar folder with master.yaml, units/, …",
          code: "no-grammar")
      ])
    }
    let paths = (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String }) ?? []
    files = try paths.sorted().compactMap { path in
      guard path.hasSuffix(".tsv") || path.hasSuffix(".yaml") || path.hasSuffix(".examples")
      else { return nil }
      let data = try Data(contentsOf: URL(fileURLWithPath: root + "/" + path))
      guard let text = String(validating: data, as: UTF8.self)
      else {
        throw BrokenGrammar(diagnostics: [
          Diagnostic(
            file: path, line: 1, column: 1, message: "not UTF-8; save the file as UTF-8",
            code: "not-utf-8")
        ])
      }
      return File(path: path, text: text)
    }
  }

  /// The same files with those of `other` added; a file of the same path is replaced.
  public func adding(_ other: GrammarFiles) -> GrammarFiles {
    var merged = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    for file in other.files { merged[file.path] = file }
    var result = self
    result.files = merged.values.sorted { $0.path < $1.path }
    return result
  }

  public func inFolder(_ folder: String, suffix: String) -> [File] {
    files.filter { $0.folder == folder && $0.suffix == suffix }
  }

  public init(_ files: [(path: String, text: String)]) {
    self.files = files.map { File(path: $0.path, text: $0.text) }.sorted { $0.path < $1.path }
  }
}
