public import HeshuNumerals

extension Report {
  /// SARIF 2.1.0: one run, a rule for each check, columns and offsets in code points.
  ///
  /// What contradicts is `fail`, a question `review`, a pass `pass`; the first passage is the location, the others are
  /// related ones.
  public func writeSARIF(tool: String, version: String, to out: inout RecordWriter) {
    out.beginObject()
    out.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json" as StaticString)
    out.field("version", "2.1.0" as StaticString)
    out.beginArray("runs")
    out.beginObject()
    out.beginObject("tool")
    out.beginObject("driver")
    out.field("name", tool)
    out.field("version", version)
    out.beginArray("rules")
    for check in CheckID.allCases { write(check, to: &out) }
    out.endArray()
    out.endObject()
    out.endObject()
    out.field("columnKind", "unicodeCodePoints" as StaticString)
    out.beginArray("artifacts")
    for paper in papers {
      out.beginObject()
      location(paper, to: &out)
      out.endObject()
    }
    out.endArray()
    let tables = Dictionary(papers.map { ($0.id, LineTable($0.text)) }, uniquingKeysWith: { first, _ in first })
    let indices = Dictionary(
      papers.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    out.beginArray("results")
    for finding in findings { write(finding, tables, indices, to: &out) }
    out.endArray()
    out.endObject()
    out.endArray()
    out.endObject()
    out.endLine()
  }

  private func location(_ paper: Paper, to out: inout RecordWriter) {
    out.beginObject("location")
    out.field("uri", Self.uri(paper.source))
    out.endObject()
  }

  private func write(_ check: CheckID, to out: inout RecordWriter) {
    out.beginObject()
    out.field("id", check.rawValue)
    out.beginObject("shortDescription")
    out.field("text", check.title.text(in: language))
    out.endObject()
    out.endObject()
  }

  private func write(
    _ finding: Finding, _ tables: [String: LineTable], _ indices: [String: Int], to out: inout RecordWriter
  ) {
    out.beginObject()
    out.field("ruleId", finding.check.rawValue)
    out.field("ruleIndex", CheckID.allCases.firstIndex(of: finding.check)!)
    let (kind, level) = Self.kind(finding)
    out.field("kind", kind)
    out.field("level", level)
    out.beginObject("message")
    out.field("text", finding.message.text(in: language))
    out.endObject()
    for (name, spans) in [
      ("locations" as StaticString, finding.spans.prefix(1)), ("relatedLocations", finding.spans.dropFirst()),
    ] where !spans.isEmpty {
      out.beginArray(name)
      for (number, span) in spans.enumerated() {
        guard let table = tables[span.document], let index = indices[span.document] else { continue }
        out.beginObject()
        if name.description == "relatedLocations" { out.field("id", number) }
        write(span, table, index, to: &out)
        out.endObject()
      }
      out.endArray()
    }
    out.beginObject("partialFingerprints")
    out.field("heshu/v1", Self.digest(finding.fingerprint))
    out.endObject()
    if let repair = finding.repair, let table = tables[repair.span.document], let index = indices[repair.span.document]
    {
      write(repair, table, index, to: &out)
    }
    out.beginObject("properties")
    out.field("verdict", finding.verdict.rawValue)
    if let severity = finding.severity { out.field("severity", severity.rawValue) }
    if let weight = finding.weight { out.field("weight", Exact(weight.rawValue)!) }
    out.endObject()
    out.endObject()
  }

  private func write(_ span: Finding.Span, _ table: LineTable, _ index: Int, to out: inout RecordWriter) {
    out.beginObject("physicalLocation")
    artifact(index, to: &out)
    out.beginObject("region")
    region(span.range, table, to: &out)
    out.beginObject("snippet")
    out.field("text", papers[index].text[span.range])
    out.endObject()
    out.endObject()
    out.endObject()
  }

  private func artifact(_ index: Int, to out: inout RecordWriter) {
    out.beginObject("artifactLocation")
    out.field("uri", Self.uri(papers[index].source))
    out.field("index", index)
    out.endObject()
  }

  private func region(_ range: Range<Int>, _ table: LineTable, to out: inout RecordWriter) {
    let (start, end) = (table.place(range.lowerBound), table.place(range.upperBound))
    out.field("startLine", start.line)
    out.field("startColumn", start.column)
    out.field("endLine", end.line)
    out.field("endColumn", end.column)
    out.field("charOffset", range.lowerBound)
    out.field("charLength", range.count)
  }

  private func write(_ repair: Finding.Repair, _ table: LineTable, _ index: Int, to out: inout RecordWriter) {
    out.beginArray("fixes")
    out.beginObject()
    out.beginArray("artifactChanges")
    out.beginObject()
    artifact(index, to: &out)
    out.beginArray("replacements")
    out.beginObject()
    out.beginObject("deletedRegion")
    region(repair.span.range, table, to: &out)
    out.endObject()
    out.beginObject("insertedContent")
    out.field("text", repair.text)
    out.endObject()
    out.endObject()
    out.endArray()
    out.endObject()
    out.endArray()
    out.endObject()
    out.endArray()
  }

  private static func kind(_ finding: Finding) -> (String, String) {
    switch finding.severity {
    case .error: ("fail", "error")
    case .warning: ("fail", "warning")
    case .hint: ("fail", "note")
    case .query: ("review", "none")
    case nil: (finding.verdict == .undetermined || finding.verdict == .blocked ? "open" : "pass", "none")
    }
  }

  /// A relative reference, its bytes escaped where RFC 3986 asks for it.
  static func uri(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      let isPlain =
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || 0x30...0x39 ~= byte || "-._~/".utf8.contains(byte)
      if isPlain {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.count == 1 ? "0" + hex : hex)
      }
    }
    return out
  }

  /// FNV-1a of the words, 16 hex digits.
  static func digest(_ text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let hex = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}

extension CheckID {
  /// What the check is about, in a few words.
  public var title: Message {
    switch self {
    case .duplicate: Message(zh: "同一数字前后不一致", en: "the same figure twice in an article")
    case .list: Message(zh: "所称数目与所列项目不符", en: "a declared number against the items listed")
    case .sum: Message(zh: "各项之和不等于总数", en: "parts against their total")
    case .part: Message(zh: "部分大于整体", en: "a part larger than its whole")
    case .duplicateAcross: Message(zh: "两篇文章同一数字不一致", en: "the same figure in two articles")
    case .percentage: Message(zh: "百分比与数字不符", en: "percentages against their figures")
    case .date: Message(zh: "日期、星期、届次有误", en: "dates, weekdays and editions")
    case .range: Message(zh: "范围颠倒、比例超过100%或增减方向相反", en: "reversed ranges, shares above 100 %, wrong directions")
    case .unit: Message(zh: "单位或“万”有误", en: "units and scale words")
    case .stockFlow: Message(zh: "原有加新增与现有", en: "stock plus flow")
    case .plan: Message(zh: "计划与实际", en: "plan against outcome")
    case .ratio: Message(zh: "两数之比", en: "the quotient of two figures")
    case .trend: Message(zh: "前后两期", en: "the same figure at two times")
    case .rollup: Message(zh: "各级数量", en: "levels of a pyramid")
    case .name: Message(zh: "名称、姓名不一致", en: "names in two forms")
    case .form: Message(zh: "数字用法", en: "the form of numbers")
    }
  }
}
