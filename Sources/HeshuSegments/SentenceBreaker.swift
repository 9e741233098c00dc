internal import CICU

/// Sentences by ICU's rules for Chinese: a closing quotation mark stays with the sentence it ends.
public final class SentenceBreaker {
  private let iterator: OpaquePointer
  private let scan = SentenceScan()
  @exclusivity(unchecked) private var ends: [Int32] = Array(repeating: 0, count: 256)

  public init() {
    var error: cicu_err = 0
    guard let opened = cicu_brk_open(Int32(CICU_SENTENCE), "zh", &error), error <= 0 else {
      preconditionFailure("ICU cannot open its sentence rules for zh (error \(error)); install libicu72")
    }
    iterator = opened
  }

  deinit { cicu_brk_close(iterator) }

  /// The ends of the sentences in the cells, the last being `count`.
  public func ends(_ cells: UnsafePointer<UInt16>, count: Int) -> ArraySlice<Int32> {
    if ends.count < count + 1, ends.count < 1 << 16 { ends = Array(repeating: 0, count: min(count + 1, 1 << 16)) }
    if count <= ends.count,
      let found = ends.withUnsafeMutableBufferPointer({ scan.ends(cells, count, $0.baseAddress!) })
    {
      return ends[0..<found]
    }
    return asked(cells, count: count)
  }

  /// The same by ICU's iterator.
  func asked(_ cells: UnsafePointer<UInt16>, count: Int) -> ArraySlice<Int32> {
    var error: cicu_err = 0
    cicu_brk_set(iterator, cells, Int32(count), &error)
    if ends.count < count + 1, ends.count < 1 << 16 { ends = Array(repeating: 0, count: min(count + 1, 1 << 16)) }
    if ends.count < count / 2 + 1 { ends = Array(repeating: 0, count: count + 1) }
    let found = ends.withUnsafeMutableBufferPointer {
      cicu_brk_all(iterator, $0.baseAddress!, Int32($0.count))
    }
    return ends[0..<Int(found)]
  }
}
