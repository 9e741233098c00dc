import Foundation
import Testing

/// `heshu grammars …`, and the grammar that travels inside the tool.
@Suite struct GrammarsTests {
  @Test func listShowsRulesInTheirOrder() throws {
    let run = try Tool.run("grammars", "list")
    #expect(run.status == 0)
    let ids = run.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(ids.contains("claims/quantity-noun"))
    let dates = try #require(ids.firstIndex { $0.hasPrefix("readings/") })
    let claims = try #require(ids.firstIndex { $0.hasPrefix("claims/") })
    #expect(dates < claims)
  }

  @Test func theToolNeedsNoFolder() throws {
    let run = try Tool.shell("cd / && echo 签订1759份集体合同。 | heshu extract --only claim -")
    #expect(run.status == 0)
    #expect(run.records("claim").first?["measure"]?["text"]?.string == "集体合同")
  }

  @Test func aFolderThatIsNoneIsWrongUsage() throws {
    for command in ["test", "lint", "compile"] {
      let run = try Tool.run("grammars", command, "/nowhere")
      #expect(run.status == 2)
      #expect(run.errors.contains("no such folder"))
    }
  }
}
