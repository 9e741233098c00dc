import Foundation
import Testing

/// The three promises that every record keeps, and the shape of the stream.
@Suite("Corpus: promises")
struct PromiseTests {
  @Test("every quotation is an exact slice of the source")
  func slices() throws {
    let records = try PrintedRecord.all()
    let texts = PrintedRecord.texts(records)
    var checked = 0
    for record in records
    where record.type != "document" && record.type != "end" && record.type != "error" {
      let text = try #require(texts[record.document], "no text of \(record.document)")
      checked += check(record.json, in: text, of: record)
    }
    #expect(checked > 3000)
  }

  /// Checks an object with a text and two offsets, and all objects in it; returns how many.
  private func check(_ json: [String: Any], in text: [Unicode.Scalar], of record: PrintedRecord)
    -> Int
  {
    var checked = 0
    if let start = json["start"] as? Int, let end = json["end"] as? Int {
      let isInside = 0 <= start && start < end && end <= text.count
      #expect(isInside, "offsets \(start) to \(end) of \(text.count): \(record.line)")
      if isInside, let said = json["text"] as? String {
        // Scalars, since strings that look alike are equal in Swift.
        let isSlice = Array(said.unicodeScalars) == Array(text[start..<end])
        #expect(isSlice, "\(said) is not at \(start) to \(end): \(record.line)")
        checked += 1
      }
    }
    for case let inner as [String: Any] in json.values {
      checked += check(inner, in: text, of: record)
    }
    return checked
  }

  @Test("the text is the file, as decoded")
  func source() throws {
    let texts = PrintedRecord.texts(try PrintedRecord.all())
    var checked = 0
    for path in Corpus.newsletters where !path.hasSuffix(".jsonl") {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      guard let text = String(validating: data, as: UTF8.self) else { continue }
      let points = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
      #expect(texts[path] == points, "\(path)")
      checked += 1
    }
    #expect(checked >= 10)
  }

  @Test("numbers are exact: plain Arabic numerals, read slowly and apart")
  func numbers() throws {
    var checked = 0
    for record in try PrintedRecord.all() where record.type == "claim" {
      let claim = try JSONDecoder().decode(PrintedClaim.self, from: Data(record.line.utf8))
      guard let expected = SlowNumeral.value(of: claim.quantity) else { continue }
      checked += 1
      #expect(claim.quantity.value == expected, "\(record.line)")
      let isExact =
        record.line.contains("\"value\":\(expected),")
        || record.line.contains("\"value\":\(expected)}")
      #expect(isExact, "the value is not written as \(expected): \(record.line)")
    }
    #expect(checked > 500)
  }

  @Test("every claim names a rule that exists")
  func rules() throws {
    var known: Set<String> = []
    for record in try PrintedRecord.all() where record.type == "claim" {
      let rule = try #require(record.json["rule"] as? String, "\(record.line)")
      let path = "\(Corpus.grammars)/zh/\(rule).yaml"
      let isKnown = known.contains(rule) || FileManager.default.fileExists(atPath: path)
      #expect(isKnown, "no file \(path)")
      known.insert(rule)
    }
  }

  @Test("ids differ, records come in the order of the text, the end counts them")
  func stream() throws {
    let records = try PrintedRecord.all()
    let claims = records.filter { $0.type == "claim" }
    #expect(Set(claims.compactMap { $0.json["id"] as? String }).count == claims.count)
    var last: (document: String, start: Int) = ("", 0)
    for claim in claims {
      let start = try #require((claim.json["quantity"] as? [String: Any])?["start"] as? Int)
      if claim.document == last.document { #expect(start >= last.start, "\(claim.line)") }
      last = (claim.document, start)
    }
    let end = try #require(records.last)
    #expect(end.type == "end")
    for (key, type) in [
      ("documents", "document"), ("articles", "article"), ("claims", "claim"), ("unread", "unread"),
    ] {
      #expect(end.json[key] as? Int == records.count { $0.type == type }, "\(key)")
    }
    #expect(end.json["errors"] as? Int == 0)
  }

  @Test("the same bytes at one job and at two, and twice in a row")
  func repeatable() throws {
    let first = try Corpus.records.get()
    for jobs in [1, 2, 2] {
      let isSame = try Corpus.extract(jobs: jobs) == first
      #expect(isSame, "--jobs \(jobs)")
    }
  }
}
