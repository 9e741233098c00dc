import Foundation

/// What the command line asks for.
struct Options {
  var heshu = ".build/release/heshu"
  var corpus = "Corpus/newsletters"
  /// Megabytes (10^6 bytes) of UTF-8 that are made.
  var size = 64
  /// Sentences without numerals behind each sentence of the corpus.
  var prose = 5
  /// Each figure is the best of so many rounds.
  var rounds = 3
  /// Where the text and what is printed stay, instead of a folder that is removed.
  var keep: String?
  /// The folder of dated records, when one is to be kept.
  var record: String?

  static let usage = """
    usage: heshu-bench [--heshu TOOL] [--corpus FOLDER] [--size MB] [--prose N] [--rounds N]
                       [--keep FOLDER] [--record FOLDER]

    Measures heshu quantities and heshu extract on text made from the corpus, beside ICU's word
    break over the same text, and checks what they print. Exit code 1 when a check fails.
    """

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Problem(Self.usage) }
      switch name {
      case "--heshu": heshu = value
      case "--corpus": corpus = value
      case "--size": size = try Self.number(value, name)
      case "--prose":
        guard let count = Int(value), count >= 0 else { throw Problem("--prose takes a number") }
        prose = count
      case "--rounds": rounds = try Self.number(value, name)
      case "--keep": keep = value
      case "--record": record = value
      default: throw Problem(Self.usage)
      }
    }
  }

  private static func number(_ text: String, _ name: String) throws -> Int {
    guard let number = Int(text), number > 0 else {
      throw Problem("\(name) takes a number above 0")
    }
    return number
  }
}

/// What stops the measurement.
struct Problem: Error {
  var message: String
  init(_ message: String) { self.message = message }
}
