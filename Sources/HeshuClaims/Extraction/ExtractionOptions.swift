/// What an extraction writes, and how it names itself in its records.
public struct ExtractionOptions: Sendable {
  /// The version of the record contract.
  public static let schema = "1"

  /// The types of record that are written; the others are read and counted all the same.
  public var types: Set<RecordType>
  /// Whether a document record carries its text.
  public var withText: Bool
  /// The program's name and version, as `heshu 0.1.0`.
  public var tool: String

  public init(
    types: Set<RecordType> = Set(RecordType.allCases), withText: Bool = false,
    tool: String = "heshu"
  ) {
    self.types = types
    self.withText = withText
    self.tool = tool
  }
}
