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

  func load() throws -> Grammar {
    guard let grammars else { return try Self.builtIn() }
    return try GrammarCompiler.compile(Self.builtInFiles().adding(GrammarFiles(folder: grammars)))
  }

  /// The one place that knows where the built-in grammar comes from.
  private static func builtIn() throws -> Grammar { try GrammarCompiler.compile(builtInFiles()) }

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
}
