import Testing

@testable import HeshuEvaluation

/// Scores records of one document `a` against gold, both as lines.
private func score(gold: String, records: String) throws -> Evaluation {
  Evaluation.score(
    gold: try Record.read(jsonLines: Array(gold.utf8), source: "gold", document: "a"),
    records: try Record.read(jsonLines: Array(records.utf8), source: "records", document: "a.txt"))
}

/// A claim's line: 46万余元 at 10, unless the rest says otherwise.
private func claim(
  _ start: Int = 10, _ end: Int = 15, value: String = "460000", _ rest: String = "",
  id: String = "c"
) -> String {
  #"{"type":"claim","id":"\#(id)","kind":"amount","quantity":{"text":"46万余元","start":\#(start),"#
    + #""end":\#(end),"value":\#(value),"modifier":"over","unit":"元"}\#(rest)}"# + "\n"
}

@Suite("Quantities and their core")
struct QuantityScoreTests {
  @Test("the same record is right everywhere")
  func same() throws {
    let score = try score(gold: claim(), records: claim()).total
    #expect(score.record.f1 == 1)
    #expect(score[.span].right == 1 && score[.value].right == 1)
  }

  @Test("half of the union is enough to pair, less is missed and spurious")
  func overlap() throws {
    let near = try score(gold: claim(10, 20), records: claim(10, 15))
    #expect(near.total.quantity.right == 1)
    #expect(near.total[.span].right == 0)
    let far = try score(gold: claim(10, 20), records: claim(10, 14))
    #expect(far.total.quantity.right == 0)
    #expect(far.mistakes.map(\.message) == ["spurious amount", "missed"])
  }

  @Test("decimals are compared exactly", arguments: ["460000.0", "4.6e5"])
  func exactly(value: String) throws {
    #expect(try score(gold: claim(), records: claim(value: value)).total[.value].right == 1)
  }

  @Test("a digit in the twentieth place makes another number")
  func inexactly() throws {
    let gold = claim(value: "460000.00000000000001")
    #expect(try score(gold: gold, records: claim()).total[.value].right == 0)
  }

  @Test("optional gold counts neither way")
  func optional() throws {
    let gold = claim(10, 15, #","optional":true"#)
    #expect(try score(gold: gold, records: claim()).total.quantity.given == 0)
    #expect(try score(gold: gold, records: "").total.quantity.wanted == 0)
  }

  @Test("a range is judged by its bounds, not by a value")
  func range() throws {
    func range(_ upper: Int) -> String {
      #"{"type":"claim","kind":"count","quantity":{"start":0,"end":4,"lower":8,"upper":\#(upper),"#
        + #""modifier":"range","unit":"名"}}"#
    }
    #expect(try score(gold: range(10), records: range(10)).total[.value].right == 1)
    #expect(try score(gold: range(10), records: range(11)).total[.value].right == 0)
  }
}

@Suite("Fields of the context")
struct FieldScoreTests {
  private func right(_ field: Score.Field, gold: String, record: String) throws -> Bool {
    let tally = try score(gold: claim(10, 15, gold), records: claim(10, 15, record)).total[field]
    #expect(tally.judged == 1)
    return tally.right == 1
  }

  @Test("several answers are right, none too where the gold says so")
  func anyOf() throws {
    let gold = #","actor":{"anyOf":[{"text":"区总工会"},null]}"#
    #expect(try right(.actor, gold: gold, record: #","actor":{"text":"总工会","name":"区总工会"}"#))
    #expect(try right(.actor, gold: gold, record: ""))
    #expect(try !right(.actor, gold: gold, record: #","actor":{"text":"妇联"}"#))
  }

  @Test("a measure may carry its qualifier, and is cut by line breaks")
  func measure() throws {
    let gold = #","measure":{"text":"技能大师工作室"},"qualifier":{"text":"国家级"}"#
    #expect(try right(.measure, gold: gold, record: #","measure":{"text":"国家级技能大师工作室"}"#))
    #expect(try right(.measure, gold: gold, record: #","measure":{"text":"技能大师\n\n工作室"}"#))
    #expect(try !right(.measure, gold: gold, record: #","measure":{"text":"工作室"}"#))
    #expect(try !right(.measure, gold: gold, record: ""))
  }

  @Test("a period is its days; one without days is none")
  func period() throws {
    let gold = #","period":{"text":"近年来"}"#
    #expect(try right(.period, gold: gold, record: ""))
    #expect(try !right(.period, gold: gold, record: #","period":{"end":"2023-12-29"}"#))
  }

  @Test("a part is judged by where its whole stands")
  func partOf() throws {
    let whole = claim(0, 5, id: "w")
    let wanted = whole + claim(10, 15, #","partOf":0"#)
    let part = whole + claim(10, 15, #","partOf":"w""#)
    #expect(try score(gold: wanted, records: part).total[.partOf].right == 1)
    #expect(try score(gold: wanted, records: whole + claim()).total[.partOf].right == 0)
    #expect(try score(gold: whole + claim(), records: part).total[.partOf].spurious == 1)
  }

  @Test("changes and rates are judged where there are any")
  func change() throws {
    let none = try score(gold: claim(), records: claim()).total
    #expect(none[.change].judged == 0 && none[.per].judged == 0)
    let gold = #","change":{"direction":"increase","basis":"同比"}"#
    #expect(try right(.change, gold: gold, record: #","change":{"direction":"increase"}"#))
  }
}
