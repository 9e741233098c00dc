import Testing

@testable import HeshuEvaluation

private func score(gold: String, records: String) throws -> Evaluation {
  Evaluation.score(
    gold: try Record.read(jsonLines: Array(gold.utf8), source: "gold", document: "a"),
    records: try Record.read(jsonLines: Array(records.utf8), source: "records", document: "a"))
}

@Suite("Articles, entities, names of documents")
struct ContextScoreTests {
  private func article(_ title: String, _ start: Int, _ byline: String) -> String {
    #"{"type":"article","title":"\#(title)","start":\#(start),"end":900,"byline":[\#(byline)]}"#
      + "\n"
  }

  @Test("a title is compared without white space and marks, a byline as a set of names")
  func articles() throws {
    let gold = article("一杯热水 一处港湾", 153, #""谭若溪","罗启明""#)
    let byline = #"{"role":"通讯员","name":"罗启明"},{"role":"记者","name":"谭若溪"}"#
    let found = try score(gold: gold, records: article("## 一杯热水一处港湾", 150, byline)).total
    #expect(found.articles.right == 1 && found.bylines == 1)
    #expect(try score(gold: gold, records: article("一杯热水一处港湾", 194, "")).total.articles.right == 0)
    let unnamed = try score(gold: gold, records: article("一杯热水一处港湾", 193, ""))
    #expect(unnamed.total.articles.right == 1 && unnamed.total.bylines == 0)
    #expect(unnamed.mistakes.map(\.message) == ["want 罗启明、谭若溪, got none"])
  }

  @Test("an entity needs its exact span and kind")
  func entities() throws {
    func entity(_ kind: String, _ start: Int) -> String {
      #"{"type":"entity","kind":"\#(kind)","text":"岳明川","start":\#(start),"end":9}"# + "\n"
    }
    let records = entity("person", 6) + entity("person", 6) + entity("place", 6)
    let total = try score(gold: entity("person", 6), records: records).total
    #expect(total.entities["person"]?.f1 == 1)
    #expect(total.entities["place"]?.given == 1)
    #expect(
      try score(gold: entity("person", 5), records: entity("person", 6)).total.entities["person"]?
        .f1 == 0)
  }

  @Test("records find their gold by the path's end; of two that fit the longer wins")
  func names() {
    let names = DocumentNames(gold: ["2022/000", "2023/000", "b07-01", "2023.12"])
    #expect(names.gold(of: "papers/2023/000.txt") == "2023/000")
    #expect(names.gold(of: "./2022/000.txt.gz") == "2022/000")
    #expect(names.gold(of: "b07-01") == "b07-01")
    #expect(names.gold(of: "2023.12.md") == "2023.12")
    #expect(names.gold(of: "001.txt") == nil)
  }

  @Test("a line that is no record is named with its file and line")
  func brokenLine() throws {
    let error = #expect(throws: RecordLineError.self) {
      _ = try Record.read(
        jsonLines: Array("{\"type\":\"unread\"}\n{\"type\":\"claim\"}".utf8), source: "r.jsonl")
    }
    #expect(
      error?.description
        == "r.jsonl:2: found no \"quantity\", which the contract has in every such record")
  }

  @Test("a difference shows the words around it")
  func context() throws {
    let record =
      #"{"type":"claim","kind":"count","quantity":{"text":"31个","start":4,"end":7,"value":31,"modifier":"exact"},"#
      + #""quote":{"text":"新建驿站31个。","start":0,"end":8}}"#
    let evaluation = try score(
      gold: "{\"type\":\"article\",\"title\":\"x\",\"start\":0,\"end\":9}", records: record)
    let last = try #require(evaluation.mistakes.last)
    #expect(last.description == "a:4 31个 quantity: spurious count\n    新建驿站⟦31个⟧。")
  }
}
