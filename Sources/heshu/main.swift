import Foundation
import HeshuClaims
import HeshuGrammar
import HeshuNumerals
import HeshuSegments
import HeshuText

let g = try { do { return try GrammarCompiler.compile(GrammarFiles(folder: "Grammars")) } catch let e as BrokenGrammar { print(e); exit(2) } }()
var out = RecordWriter()
let args = CommandLine.arguments
let text = ReadingText(g.folding)
if args[1] == "explain" {
  let reader = ClaimReader(g)
  let bytes = Array(args[2].utf8)
  bytes.withUnsafeBufferPointer { b in
    text.fill(b)
    reader.onSentence = { tokens, names in
      for (t, n) in zip(tokens, names) { 
        let s = t.end > t.start ? String(decoding: b[Int(text.bytes[Int(t.start)])..<Int(text.bytes[Int(t.end)])], as: UTF8.self) : "#"
        print(s, "\t", n) }
    }
    reader.read(text)
    let record = ClaimRecord(g, text, source: b, document: "-", article: "-#1")
    for claim in reader.claims { record.write(claim, to: &out) }
  }
  print(String(decoding: out.bytes, as: UTF8.self))
  exit(0)
}
if args[1] == "extract" {
  let reader = ClaimReader(g)
  for path in args.dropFirst(2) where !path.hasPrefix("-") && path.hasSuffix(".txt") {
    let bytes = Array(FileManager.default.contents(atPath: path)!)
    var point = 0
    var start = 0
    bytes.withUnsafeBufferPointer { b in
      while start < b.count {
        var end = start
        while end < b.count, b[end] != 10 { end += 1 }
        text.fill(UnsafeBufferPointer(rebasing: b[start..<end]), firstPoint: point, firstByte: start)
        point += text.count + 1
        start = end + 1
        reader.read(text)
        let record = ClaimRecord(g, text, source: b, document: path, article: path + "#1")
        for claim in reader.claims { record.write(claim, to: &out) }
      }
    }
  }
  FileHandle.standardOutput.write(Data(out.bytes))
  exit(0)
}
let reader = QuantityReader(g)
let input = FileManager.default.contents(atPath: CommandLine.arguments.last!)!
for line in input.split(separator: 10) {
  let o = try JSONSerialization.jsonObject(with: line) as! [String: Any]
  let bytes = Array((o["text"] as! String).utf8)
  bytes.withUnsafeBufferPointer { b in
    text.fill(b)
    reader.read(text.cells, count: text.count)
    let record = QuantityRecord(g, text, source: b)
    out.beginObject()
    out.field("id", "\(o["id"]!)")
    out.beginArray("quantities")
    for s in reader.spans {
      switch s.sort {
      case .quantity(let i):
        out.beginObject(); record.write(reader.quantities[i], kind: reader.quantities[i].kind, to: &out); out.endObject()
      case .reading(let r):
        for n in reader.numerals(in: s) {
        out.beginObject()
        record.span(n.start, n.end, to: &out)
        out.field("kind", g.readings.rules[r].sets["reads"]! == "ordinal" ? "ordinal" : "number")
        out.field("value", n.value)
        out.endObject() }
      default: break
      }
    }
    out.endArray(); out.endObject(); out.endLine()
  }
}
FileHandle.standardOutput.write(Data(out.bytes))
