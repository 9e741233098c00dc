import Testing

/// What a user meets first: help, wrong usage, exit codes.
@Suite struct UsageTests {
  @Test(arguments: ["extract", "quantities", "segment", "explain", "grammars", "schema"])
  func helpShowsExamples(_ command: String) throws {
    let run = try Tool.run(command, "--help")
    #expect(run.status == 0)
    #expect(run.output.contains("heshu \(command)"))
    #expect(run.output.contains("OVERVIEW"))
    #expect(run.errors.isEmpty)
  }

  @Test func helpNamesEveryCommand() throws {
    let run = try Tool.run("--help")
    #expect(run.status == 0)
    for command in ["extract", "quantities", "segment", "explain", "schema"] {
      #expect(run.output.contains(command))
    }
    #expect(run.output.contains("Exit codes"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsCome(_ shell: String) throws {
    let run = try Tool.run("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("quantities"))
  }

  @Test(arguments: [
    (["extract"], "Missing expected argument"),
    (["extract", "--frmat", "csv", "a.txt"], "Did you mean '--format'?"),
    (["extract", "--format", "xml", "a.txt"], "'xml' is invalid"),
    (
      ["extract", "--date", "2023-02-29", "a.txt"],
      "'2023-02-29' is no date; expected year, month and day"
    ),
    (
      ["extract", "--encoding", "gb-18031", "a.txt"], "'gb-18031' is no encoding that is known here"
    ),
    (["extract", "--only", "claims", "a.txt"], "'claims' is invalid"),
    (["extract", "--jobs", "0", "a.txt"], "--jobs 0; expected a number from 1 to 256"),
    (["extract", "--bom", "--format", "json", "a.txt"], "--bom goes with --format csv"),
    (
      ["extract", "--format", "csv", "--only", "claim,article", "a.txt"],
      "csv and table hold one type of record"
    ),
    (["extract", "-o", "/nowhere/x", "a.txt"], "/nowhere/x: cannot be written"),
    (["quantities"], "Missing expected argument"),
    (["extrct"], "extrct"),
    (["explain", "3人", "--why-not", "claims/nothing"], "no rule 'claims/nothing' over words"),
  ])
  func wrongUsageIsTwo(_ arguments: [String], _ message: String) throws {
    let run = try Tool.shell("heshu " + arguments.map { "'\($0)'" }.joined(separator: " "))
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message))
  }

  @Test func brokenGrammarIsTwoWithAllDiagnostics() throws {
    let folder = try Folder()
    try folder.write(
      "zh/claims/broken.yaml", "rule: claims/broken\nabout: x\npattern: '{measure:Nuon} {q}'\n")
    try folder.write("zh/claims/worse.yaml", "rule: claims/worse\nabout: x\npattern: '({q}'\n")
    let run = try Tool.run("extract", "--grammars", folder.path, "-", input: "3人")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("claims/broken.yaml:3:"))
    #expect(run.errors.contains("claims/worse.yaml:3:"))
    #expect(run.errors.contains("^"))
  }
}
