/// Where one input lies.
struct InputPlace {
  /// The path's bytes: file names need not be UTF-8.
  var path: [UInt8]
  /// The path for people and records.
  var source: String
  /// The id of the document in it.
  var id: String

  var isStandardInput = false

  static let standardInput = InputPlace(path: [], source: "-", id: "-", isStandardInput: true)

  /// A file name as text. Archives from Chinese Windows leave names in GBK: `B9A4 BBE1` → 工会.
  static func text(_ name: [UInt8]) -> String {
    if let name = String(validating: name, as: UTF8.self) { return name }
    let reading = name.withUnsafeBytes { DecodedText($0, encoding: "GB18030", strict: true) }
    let fitting = reading.flatMap { $0.invalid.first == nil ? $0.bytes : nil }
    return String(decoding: fitting ?? name, as: UTF8.self)
  }
}
