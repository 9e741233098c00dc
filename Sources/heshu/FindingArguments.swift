import ArgumentParser
import Foundation
import HeshuChecks

/// Which findings are shown, which are settled, and when they fail the run.
struct FindingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Show findings of these verdicts: \(Verdict.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "verdict,…"))
  var verdict: NameList<Verdict>?

  @Option(
    help: ArgumentHelp("Show findings of these severities: error, warning, query, hint.", valueName: "severity,…"))
  var severity: NameList<Severity>?

  @Option(
    help: ArgumentHelp(
      "End with code 1 when there are findings of this severity or a worse one, or never.", valueName: "severity"))
  var failOn = "error"

  @Flag(help: "Check the form of numbers too (GB/T 15835-2011): hints.")
  var hints = false

  @Option(
    help: ArgumentHelp("Leave out what this earlier output (jsonl) has found already.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Leave out what this file settles: lines of check, document, words, reason, a tab between two; * for any.",
      valueName: "file"),
    completion: .file())
  var ignore: String?

  @Option(help: "The language of messages: zh or en.")
  var lang: Language = .zh

  enum Language: String, ExpressibleByArgument, CaseIterable { case zh, en }

  var language: Message.Language { lang == .zh ? .zh : .en }

  func validate() throws {
    if failOn != "never", Severity(rawValue: failOn) == nil {
      throw ValidationError("--fail-on \(failOn); expected error, warning, query, hint or never")
    }
  }

  /// What was asked for; without a question reports show what there is to do, jsonl all.
  func isAsked(_ format: ReportArguments.Format) -> (Finding) -> Bool {
    { finding in
      if let verdict, !verdict.names.contains(finding.verdict) { return false }
      if let severity { return finding.severity.map(severity.names.contains) ?? false }
      return verdict != nil || format == .jsonl || finding.severity != nil
    }
  }

  func fails(_ findings: [Finding]) -> Bool {
    guard let least = Severity(rawValue: failOn) else { return false }
    return findings.contains { $0.verdict != .agrees && ($0.severity.map { $0 >= least } ?? false) }
  }

  func settled() throws -> Settled {
    var settled = Settled()
    if let baseline { settled.add(baseline: [UInt8](try Self.read(baseline))) }
    if let ignore {
      do {
        try settled.add(ignore: String(decoding: try Self.read(ignore), as: UTF8.self))
      } catch let error as Settled.IgnoreError {
        throw Failure(message: "\(ignore): \(error.description)")
      }
    }
    return settled
  }

  private static func read(_ path: String) throws -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(message: "\(path): cannot be read; no such file?")
    }
    return data
  }
}

/// Names with commas between: `error,warning`.
struct NameList<Name: RawRepresentable & Hashable>: ExpressibleByArgument where Name.RawValue == String {
  var names: Set<Name> = []

  init?(argument: String) {
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let name = Name(rawValue: String(word)) else { return nil }
      names.insert(name)
    }
  }
}
