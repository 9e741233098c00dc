/// One side of a layer as the engines walk it: instructions and set bits in plain memory, no array in the loop.
///
/// Owned by one `LayerScan` and freed with it.
final class RuleTables {
  let code: UnsafeMutablePointer<Program.Instruction>
  let count: Int
  private let bits: UnsafeMutablePointer<UInt64>
  private let words: Int

  init(_ layer: Layer, _ program: Program) {
    count = program.code.count
    code = .allocate(capacity: max(count, 1))
    code.initialize(from: program.code, count: count)
    words = layer.words
    bits = .allocate(capacity: max(layer.setBits.count, 1))
    bits.initialize(from: layer.setBits, count: layer.setBits.count)
  }

  deinit {
    code.deallocate()
    bits.deallocate()
  }

  /// Whether tokens of the column are in the set.
  @inline(__always)
  func has(_ set: Int32, _ column: UInt16) -> Bool {
    bits[Int(set) &* words &+ Int(column >> 6)] >> UInt64(column & 63) & 1 == 1
  }
}
