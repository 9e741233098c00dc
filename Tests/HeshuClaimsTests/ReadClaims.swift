import Foundation
import HeshuClaims
import HeshuGrammar
import HeshuNumerals
import HeshuText

/// The records of a text, each a dictionary; numbers as written are not needed here.
func records(
  _ text: String, date: String? = nil, place: String? = nil, publication: String? = nil
) throws -> [[String: Any]] {
  let setting = ["date": date, "place": place, "publication": publication].compactMapValues { $0 }
  let document = DecodedDocument(example: Array(text.utf8), setting)
  var out = RecordWriter()
  Extractor(try Grammar.builtIn()).records(of: document, into: &out)
  return try out.bytes.split(separator: 0x0A).map {
    try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] ?? [:]
  }
}

/// The claims among them.
func claims(_ text: String, date: String? = nil, place: String? = nil) throws -> [[String: Any]] {
  try records(text, date: date, place: place).filter { $0["type"] as? String == "claim" }
}

extension [String: Any] {
  /// `quantity.text` of nested objects.
  func string(_ path: String) -> String? {
    var value: Any? = self
    for key in path.split(separator: ".") { value = (value as? [String: Any])?[String(key)] }
    return value as? String
  }
}
