internal import HeshuClaims

extension Report {
  /// A page that needs nothing else: the findings by weight, both passages side by side with the numbers marked.
  public func html() -> String {
    let isChinese = language == .zh
    let title = isChinese ? "核数报告" : "Heshu report"
    var out = """
      <!DOCTYPE html>
      <html lang="\(isChinese ? "zh-Hans" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>\(title)</h1>
      <p class="summary">\(Self.escaped(summary))</p>

      """
    for paper in papers {
      let own = Report.byWeight(findings.filter { $0.spans.first?.document == paper.id })
      if own.isEmpty { continue }
      let heading = [paper.id, paper.publication, paper.date?.iso].compactMap { $0 }.joined(separator: " · ")
      out += "<section>\n<h2>\(Self.escaped(heading))</h2>\n"
      for finding in own { out += article(finding) }
      out += "</section>\n"
    }
    if findings.isEmpty { out += "<p>\(isChinese ? "没有需要处理的数字。" : "Nothing to look at.")</p>\n" }
    return out + "</body>\n</html>\n"
  }

  private func article(_ finding: Finding) -> String {
    let kind = finding.severity?.rawValue ?? "pass"
    var out =
      "<article class=\"\(kind)\">\n<h3><span class=\"label\">\(label(finding))</span> <span class=\"check\">\(finding.check.rawValue)</span> "
    out += "\(Self.escaped(finding.message.text(in: language)))</h3>\n<div class=\"passages\">\n"
    for span in finding.spans {
      guard let paper = paper(span.document) else { continue }
      let excerpt = Excerpt(paper.text, span.range)
      let place = LineTable(paper.text).place(span.range.lowerBound)
      out +=
        "<blockquote><p>\(Self.escaped(excerpt.before))<mark>\(Self.escaped(excerpt.marked))</mark>\(Self.escaped(excerpt.after))</p>"
      out += "<footer>\(Self.escaped(span.document)):\(place.line):\(place.column)</footer></blockquote>\n"
    }
    out += "</div>\n"
    if let repair = finding.repair {
      out +=
        "<p class=\"repair\">\(language == .zh ? "可改" : "Perhaps")：<del>\(Self.escaped(repair.span.text))</del> → <ins>\(Self.escaped(repair.text))</ins></p>\n"
    }
    return out + "</article>\n"
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static let style = """
    body{font:16px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
    h1{font-size:1.5rem}h2{font-size:1.15rem;border-bottom:1px solid #ccc;padding-bottom:.25rem;margin-top:2rem}h3{font-size:1rem;font-weight:normal;margin:.25rem 0}
    article{border-left:.3rem solid #999;padding:.25rem 1rem;margin:1rem 0}article.error{border-color:#b3261e}article.warning{border-color:#9a6700}article.query{border-color:#0b57d0}
    .label{font-weight:bold}.check{color:#555;font-size:.85em}.passages{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:.75rem}
    blockquote{margin:0;padding:.5rem .75rem;background:#f5f5f3;border-radius:.25rem}blockquote p{margin:0}footer{color:#555;font-size:.85em}
    mark{background:#ffe08a;padding:0 .15em}.summary{background:#eef3fb;padding:.5rem .75rem;border-radius:.25rem}
    @media (prefers-color-scheme:dark){body{background:#161616;color:#e8e8e8}blockquote{background:#242424}.summary{background:#1d2733}mark{background:#7a5b00;color:#fff}footer,.check{color:#aaa}}
    """
}
