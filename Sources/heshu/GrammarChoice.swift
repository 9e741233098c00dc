import ArgumentParser
import Foundation
import HeshuGrammar

/// Which grammar a command uses.
struct GrammarChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Add the grammar files below this folder to the built-in ones; a file of the same path replaces it.",
      valueName: "folder"))
  var grammars: String?

  /// The grammar, ready to read; throws `BrokenGrammar` with all mistakes.
  func load() throws -> Grammar { grammars == nil ? try Self.builtIn() : try compile() }

  /// The grammar compiled from its files, which takes half a second and keeps how patterns are written.
  func compile() throws -> Grammar {
    try GrammarCompiler.compile(files())
  }

  /// The files it is made of, without the examples of the built-in ones.
  func files() throws -> GrammarFiles {
    let files = try Self.builtInFiles()
    return try grammars.map { files.adding(try GrammarFiles(folder: $0)) } ?? files
  }

  #if canImport(CGrammarImage)
    static func builtIn() throws -> Grammar { try Grammar.builtIn() }
    private static func builtInFiles() throws -> GrammarFiles { try GrammarFiles.builtIn() }
  #else
    static func builtIn() throws -> Grammar { try GrammarCompiler.compile(builtInFiles()) }

    /// `Grammars`, found upward from the working folder.
    private static func builtInFiles() throws -> GrammarFiles {
      var folder = FileManager.default.currentDirectoryPath
      while !FileManager.default.fileExists(atPath: folder + "/Grammars/zh/master.yaml") {
        let parent = (folder as NSString).deletingLastPathComponent
        if parent == folder {
          throw Failure(message: "no folder Grammars here or above; run inside the project")
        }
        folder = parent
      }
      return try GrammarFiles(folder: folder + "/Grammars")
    }
  #endif
}
