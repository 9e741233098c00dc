import ArgumentParser
import HeshuClaims

extension OutputArguments {
  /// The format that was asked for, else a table on a terminal and lines anywhere else.
  var chosen: Format {
    format ?? (bom ? .csv : output == nil && Terminal.isOne(1) ? .table : .jsonl)
  }

  private var width: Int { (output == nil ? Terminal.columns(1) : nil) ?? 120 }

  /// The printer of extracted records. CSV and tables hold one type of record: the one that is asked for, or claims.
  func recordFormat(_ types: Set<RecordType>?) throws -> any RecordFormat {
    switch chosen {
    case .jsonl: return JSONLinesFormat()
    case .json: return JSONArrayFormat()
    case .csv, .table: break
    }
    let type = try Self.rowType(types)
    if chosen == .table, type == .claim { return TableFormat(.claims, width: width) }
    guard let columns = RecordColumns.csv(type) else {
      throw ValidationError(
        "\(type.rawValue) records have no columns; expected --format jsonl or json for them")
    }
    return chosen == .csv
      ? CSVFormat(columns, type: type, bom: bom) : TableFormat(.plain(type, columns), width: width)
  }

  private static func rowType(_ types: Set<RecordType>?) throws -> RecordType {
    guard let types else { return .claim }
    if types.count == 1, let type = types.first { return type }
    if types.contains(.claim), types.isSubset(of: [.claim, .document, .end, .error]) {
      return .claim
    }
    throw ValidationError("csv and table hold one type of record; expected one after --only")
  }

  /// The printer of `heshu quantities`.
  func quantityFormat() -> any RecordFormat {
    switch chosen {
    case .jsonl: JSONLinesFormat()
    case .json: JSONArrayFormat()
    case .csv: CSVFormat(RecordColumns.quantities, type: nil, bom: bom)
    case .table: TableFormat(.quantities, width: width)
    }
  }
}
