import Testing

@testable import HeshuText

struct HTMLTests {
  func page(_ html: String) throws -> DecodedDocument {
    try document("a.html", Array(html.utf8))
  }

  @Test func articleWithoutWhatSurroundsIt() throws {
    let page = try page(
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title> 萧山工人
        第39期 </title><style>p{color:red}</style></head>
      <body><nav><a href="/">首页</a></nav><script>var a = "<p>1127</p>";</script>
      <h1>集体协商<b>创新</b></h1>
      <p>已完成集体合同1127份，
      覆盖职工27万余人次。</p><div>入会率达到98.6&#37;&nbsp;&lt;全区&gt;</div><div>A&amp;B</div>
      <noscript>请打开脚本</noscript>
      <h2>二、帮扶</h2><ul><li>发放慰问金86.4万元</li><li>惠及2006人次</li></ul>
      第一行<br>第二行<br/><br/>第三行</body></html>
      """)
    #expect(page.title == "萧山工人 第39期")
    #expect(
      page.string == """
        集体协商创新

        已完成集体合同1127份，覆盖职工27万余人次。

        入会率达到98.6%\u{A0}<全区>
        A&B

        二、帮扶

        发放慰问金86.4万元
        惠及2006人次

        第一行
        第二行

        第三行

        """)
    #expect(page.characters == page.string.unicodeScalars.count)
    let scalars = Array(page.string.unicodeScalars)
    let headings = page.headings.map { heading in
      "\(heading.level) " + String(String.UnicodeScalarView(scalars[heading.range]))
    }
    #expect(headings == ["1 集体协商创新", "2 二、帮扶"])
    #expect(page.format == .html && page.markup == .html)
  }

  @Test func tables() throws {
    let page = try page(
      """
      <table><tr><th>单位</th><th>人数</th><th>金额</th></tr>
      <tr><td><p>市本级</p></td><td></td><td> 12万元 </td></tr>
      <tr><td>萧山区</td><td>2006</td><td><p>3万元</p><p>4万元</p></td></tr></table><p>完</p>
      """)
    #expect(page.string == "单位\t人数\t金额\n市本级\t\t12万元\n萧山区\t2006\t3万元\n\n4万元\n\n完\n")
  }

  @Test func whiteSpaceAndPreformattedText() throws {
    let page = try page("<p>a  b\n c 工\n会 d</p><pre>一\n\n  二</pre>")
    #expect(page.string == "a b c 工会 d\n\n一\n\n  二\n")
  }

  @Test func declaredEncoding() throws {
    let text =
      "<html><head><meta http-equiv=\"Content-Type\" "
      + "content=\"text/html; charset=gb2312\"><title>喜报</title></head><body>职工镕朱</body></html>"
    let document = try document("a.htm", try encoded(text, "GBK"))
    #expect(document.string == "职工镕朱\n" && document.title == "喜报")
    #expect(document.encoding == "GB18030" && document.evidence == .declared)
    let xhtml = "<?xml version='1.0' encoding='Big5'?><html><body><p>工會會員</p></body></html>"
    let big5 = try HeshuTextTests.document("a.xhtml", try encoded(xhtml, "BIG5"))
    #expect(big5.string == "工會會員\n" && big5.encoding == "Big5")
    let wrong = try failure("a.html", Array("<meta charset=big5><p>职工维权帮困".utf8))
    #expect(wrong.code == .wrongEncoding && wrong.message.contains("UTF-8 fits"))
  }

  @Test func pageInUTF8ThatDeclaresOtherwiseByOption() throws {
    let html = "<meta charset=gb2312><p>职工</p>"
    let document = try document(
      "a.html", Array(html.utf8), options: InputOptions(encoding: "utf-8"))
    #expect(document.string == "职工\n" && document.encoding == "UTF-8")
  }

  @Test func deepAndBrokenPages() throws {
    let deep = String(repeating: "<div><font>", count: 5000) + "惠及2006人次" + "</div></p></b>尾"
    #expect(try page(deep).string.hasPrefix("惠及2006人次"))
    #expect(try page("<p>一\0二").string == "一\u{FFFD}二\n")
    #expect(try page("<p>1 < 2 & 3 &unknown; &#x5de5;").string.hasSuffix("工\n"))
    let empty = try page("<html><body><script>1</script></body></html>")
    #expect(empty.characters == 0 && empty.warnings.map(\.code) == [.empty])
  }

  @Test func longTextAcrossChunks() throws {
    let body = (0..<20_000).map { "<p>第\($0)条惠及职工\($0)人次</p>" }.joined()
    let page = try page("<html><body>\(body)</body></html>")
    let expected = (0..<20_000).map { "第\($0)条惠及职工\($0)人次" }.joined(separator: "\n\n") + "\n"
    #expect(page.string == expected)
  }
}
