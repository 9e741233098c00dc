/// One word of a sentence as the rules see it: its cells and the symbol of its classes.
public struct Token: Sendable {
  public var start: Int32
  public var end: Int32
  public var symbol: UInt16
  /// Index of the quantity that the token is, -1 for words.
  public var quantity: Int32

  public init(start: Int, end: Int, symbol: UInt16, quantity: Int = -1) {
    self.start = Int32(start)
    self.end = Int32(end)
    self.symbol = symbol
    self.quantity = Int32(quantity)
  }
}
