import Foundation
import HeshuGrammar
import HeshuNumerals
import HeshuText

let g = try { do { return try GrammarCompiler.compile(GrammarFiles(folder: "Grammars")) } catch let e as BrokenGrammar { print(e); exit(2) } }()
let reader = QuantityReader(g)
let text = ReadingText(g.folding)
let input = FileManager.default.contents(atPath: CommandLine.arguments.last!)!
var out = RecordWriter()
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
