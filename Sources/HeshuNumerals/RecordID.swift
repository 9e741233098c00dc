/// The id of a claim or an entity: 96 bits over document, place and text, written as 24 hex digits; the same input gives the
/// same id on every run and machine.
public struct RecordID: Hashable, Sendable {
  public var high: UInt64
  public var low: UInt32

  public init(high: UInt64, low: UInt32) {
    self.high = high
    self.low = low
  }
}

extension RecordWriter {
  public mutating func field(_ name: StaticString, _ id: RecordID) {
    key(name)
    hex(id)
  }
}
