import Foundation
import HeshuExamples
import Testing

/// The records that examples make are JSON to others, with the same numbers.
@Suite struct RecordNumberTests {
  @Test(arguments: GrammarExamples.results.filter { !$0.records.isEmpty })
  func recordParses(_ result: ExampleResult) throws {
    for (record, fields) in zip(result.records, result.fields) {
      let object = try JSONSerialization.jsonObject(with: Data(record.utf8))
      for (path, number) in Self.numbers(object, "") {
        let written = try #require(fields[path], "\(path) of \(record)")
        #expect(Double(written) == number, "\(path) of \(record)")
      }
    }
  }

  /// All numbers below the object by path.
  private static func numbers(_ object: Any, _ path: String) -> [(String, Double)] {
    let prefix = path.isEmpty ? "" : path + "."
    switch object {
    case let fields as [String: Any]:
      return fields.flatMap { numbers($0.value, prefix + $0.key) }
    case let items as [Any]:
      return items.enumerated().flatMap { numbers($0.element, prefix + "\($0.offset)") }
    case is String, is Bool: return []
    case let number as NSNumber: return [(path, number.doubleValue)]
    default: return []
    }
  }
}
