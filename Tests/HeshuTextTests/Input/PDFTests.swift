import Foundation
import Testing

@testable import HeshuText

struct PDFTests {
  /// A page in a font that is not embedded, so that the file stays small.
  static func pdf(_ text: String) -> [UInt8] {
    let codes = text.utf16.map { unit in
      let hex = String(unit, radix: 16)
      return String(repeating: "0", count: 4 - hex.count) + hex
    }
    let content = "BT /F1 12 Tf 72 700 Td <\(codes.joined())> Tj ET"
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        + "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
      "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
        + "/DescendantFonts[6 0 R]>>",
      "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>",
    ]
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 7\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    return Array((file + "trailer<</Size 7/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n").utf8)
  }

  @Test func textOfAPage() throws {
    let document = try document("a.pdf", Self.pdf("覆盖职工27万余人次"))
    #expect(document.string.contains("覆盖职工27万余人次"))
    #expect(document.format == .pdf && document.markup == .pdf)
    #expect(document.encoding == "UTF-8" && document.evidence == .format)
    #expect(!document.string.contains("\u{C}"))
    let packed = try HeshuTextTests.document("b.pdf.gz", gzip(Self.pdf("工会")))
    #expect(packed.string.contains("工会"))
    let unnamed = try HeshuTextTests.document("c", Self.pdf("工会"))
    #expect(unnamed.format == .pdf)
  }

  @Test func pagesWithoutText() throws {
    let document = try document("a.pdf", Self.pdf(""))
    #expect(document.warnings.map(\.code) == [.empty] || document.characters > 0)
  }

  @Test func withoutTheProgram() throws {
    let options = InputOptions(pdftotext: "heshu-no-such-program")
    let error = try failure("a.pdf", Self.pdf("工会"), options: options)
    #expect(error.code == .pdftotextMissing && error.message.contains("poppler-utils"))
  }

  @Test func filesThatAreNoPDF() throws {
    let error = try failure("a.pdf", Array("工会".utf8))
    #expect(error.code == .pdftotextFailed)
    #expect(error.message.contains("may not be a pdf file"))
  }

  @Test func programsThatHangAreStopped() throws {
    let folder = try TestFolder()
    let script = try folder.write("slow.sh", "#!/bin/sh\nexec sleep 30\n")
    chmod(script, 0o755)
    let options = InputOptions(pdftotext: script, pdfSeconds: 1)
    let error = try failure("a.pdf", Self.pdf("工会"), options: options)
    #expect(error.code == .pdftotextFailed && error.message.contains("1 seconds"))
  }
}
