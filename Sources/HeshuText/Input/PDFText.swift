/// The text of a PDF file, which Poppler's `pdftotext` takes out in reading order.
enum PDFText {
  /// A page set in two columns → the first column's lines, then the second's; no form feeds.
  static func read(_ file: [UInt8], source: String, options: InputOptions) throws(InputError)
    -> [UInt8]
  {
    // Neither -layout, which would put the lines of two columns side by side, nor -raw.
    let process = ChildProcess(
      arguments: [
        options.pdftotext, "-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "-", "-",
      ],
      seconds: options.pdfSeconds, limit: options.maximumBytes)
    do throws(ChildProcess.Failure) {
      return try process.run(file)
    } catch {
      throw error.inputError(source, options)
    }
  }
}

extension ChildProcess.Failure {
  fileprivate func inputError(_ source: String, _ options: InputOptions) -> InputError {
    let program = options.pdftotext
    let reason: String
    switch self {
    case .missing:
      return InputError(
        source: source, code: .pdftotextMissing,
        message: "the program \(program), which reads PDF, is not there; expected it on the "
          + "search path; install the Debian package poppler-utils")
    case .tooMuch: return .tooLarge(source, limit: options.maximumBytes)
    case .refused(let error): reason = "the system refused to run it (error \(error))"
    case .tooSlow: reason = "it was not done after \(options.pdfSeconds) seconds"
    case .failed(let status, let words):
      reason = words.isEmpty ? "it ended with status \(status)" : words.lowercased()
    }
    return InputError(
      source: source, code: .pdftotextFailed,
      message: "\(program) gave up: \(reason); expected a PDF file with text and without a "
        + "password; look whether another program opens it")
  }
}
