internal import Foundation

/// A line of gold or of records that cannot be read: file, line, and what stands in its way.
public struct RecordLineError: Error, CustomStringConvertible {
  public let source: String
  public let line: Int
  public let message: String

  public var description: String { "\(source):\(line): \(message)" }
}

extension Record {
  /// The scored records of a JSON Lines text; `document` is given to those that do not say theirs.
  public static func read(
    jsonLines bytes: [UInt8], source: String, document: String? = nil
  ) throws(RecordLineError) -> [Record] {
    let decoder = JSONDecoder()
    var records: [Record] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      let data = Data(line)
      do {
        guard scored.contains(try decoder.decode(Sort.self, from: data).type) else { continue }
        var record = try decoder.decode(Record.self, from: data)
        if record.type == "document" { record.document = record.id ?? "" }
        if record.document.isEmpty { record.document = document ?? "" }
        records.append(record)
      } catch let error as DecodingError {
        throw RecordLineError(source: source, line: index + 1, message: message(error))
      } catch {
        throw RecordLineError(source: source, line: index + 1, message: "\(error)")
      }
    }
    return records
  }

  private struct Sort: Decodable { var type: String }
  private static let scored: Set<String> = ["claim", "article", "entity", "document"]

  private static func message(_ error: DecodingError) -> String {
    func at(_ path: [any CodingKey]) -> String {
      path.isEmpty ? "" : " in " + path.map(\.stringValue).joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      return
        "found no \"\(key.stringValue)\"\(at(context.codingPath)), which the contract has in every such record"
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      return "found another kind of value than \(type)\(at(context.codingPath)); see heshu schema"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty
        ? "expected one JSON record a line; write it with heshu extract --format jsonl"
        : "found a value that cannot be read\(at(context.codingPath))"
    @unknown default:
      return "\(error)"
    }
  }
}
