import ArgumentParser
import HeshuText

/// What is read, and what is known of it beforehand.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders (read recursively) or - for standard input. Text, Markdown, HTML, PDF, JSON Lines; .gz of any.",
      valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "The encoding of all inputs; without it each is found out.", valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp("The date of inputs that give none, as 2023-12-29.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("The publication of inputs that name none.", valueName: "name"))
  var publication: String?

  @Option(help: ArgumentHelp("The place of inputs that name none, as 杭州市萧山区.", valueName: "name"))
  var place: String?

  func validate() throws {
    if files.isEmpty {
      throw ValidationError("no input; name files or folders, or - for standard input")
    }
    if let encoding, InputOptions.encodingName(for: encoding) == nil {
      throw ValidationError(
        "'\(encoding)' is no encoding that is known here; expected UTF-8, GB18030, Big5 or the like"
      )
    }
    if let date, !Self.isDate(date) {
      throw ValidationError("'\(date)' is no date; expected year, month and day as 2023-12-29")
    }
  }

  var options: InputOptions {
    InputOptions(encoding: encoding, date: date, publication: publication, place: place)
  }

  /// A day that the calendar has: 2024-02-29, not 2023-02-29.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.joined().utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), 1...12 ~= month
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return 1...days[month - 1] ~= day
  }
}
