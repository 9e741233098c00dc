public import HeshuGrammar

/// The text as it is read: one folded cell a code point, with the way back to the source.
///
/// Cell `i` stands for the code point `points[i]` of the source, which begins at byte `bytes[i]`;
/// both have one entry more for the end. Where the source was repaired, cells are missing or
/// joined; the numbers still point at the source.
public final class ReadingText {
  // Other modules cannot know that access is not checked: they ask the properties behind.
  @exclusivity(unchecked) private var cellMemory: UnsafeMutablePointer<UInt16>
  @exclusivity(unchecked) private var pointMemory: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) private var byteMemory: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) private var length = 0
  @exclusivity(unchecked) private var capacity: Int
  private let table: [UInt16]
  /// Set where broken lines are joined.
  private(set) lazy var doubles = grammar.map { DoubledWords($0) }
  private var grammar: Grammar?

  public var cells: UnsafeMutablePointer<UInt16> { cellMemory }
  public var points: UnsafeMutablePointer<UInt32> { pointMemory }
  public var bytes: UnsafeMutablePointer<UInt32> { byteMemory }
  public internal(set) var count: Int {
    get { length }
    set { length = newValue }
  }

  /// A text that can be filled from the blocks of a newsletter.
  public convenience init(_ grammar: Grammar) {
    self.init(grammar.folding)
    self.grammar = grammar
  }

  public init(_ folding: Folding, capacity: Int = 4096) {
    table = folding.table
    self.capacity = capacity
    cellMemory = .allocate(capacity: capacity + 1)
    pointMemory = .allocate(capacity: capacity + 1)
    byteMemory = .allocate(capacity: capacity + 1)
  }

  deinit {
    cells.deallocate()
    points.deallocate()
    bytes.deallocate()
  }

  func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    let larger = max(needed, capacity * 2)
    func grow<T>(_ old: UnsafeMutablePointer<T>) -> UnsafeMutablePointer<T> {
      let new = UnsafeMutablePointer<T>.allocate(capacity: larger + 1)
      new.update(from: old, count: count)
      old.deallocate()
      return new
    }
    cellMemory = grow(cellMemory)
    pointMemory = grow(pointMemory)
    byteMemory = grow(byteMemory)
    capacity = larger
  }

  /// Reads valid UTF-8 as it stands, without repair. `firstPoint` and `firstByte` are the source
  /// offsets of its first byte.
  public func fill(_ source: UnsafeBufferPointer<UInt8>, firstPoint: Int = 0, firstByte: Int = 0) {
    count = 0
    reserve(source.count)
    append(source, firstPoint: firstPoint, firstByte: firstByte)
  }

  /// Adds a stretch of the source after what is there.
  public func append(_ source: UnsafeBufferPointer<UInt8>, firstPoint: Int, firstByte: Int) {
    reserve(count + source.count)
    var at = 0
    var cell = count
    var point = UInt32(firstPoint)
    let base = UInt32(firstByte)
    let length = source.count
    let (cells, points, bytes) = (cells, points, bytes)
    table.withUnsafeBufferPointer { table in
      while at < length {
        let first = source[at]
        points[cell] = point
        bytes[cell] = base &+ UInt32(truncatingIfNeeded: at)
        if first >= 0xE0 && first < 0xF0 {
          let scalar =
            Int(first & 0x0F) << 12 | Int(source[at + 1] & 0x3F) << 6 | Int(source[at + 2] & 0x3F)
          cells[cell] = table[scalar]
          at &+= 3
        } else if first < 0x80 {
          cells[cell] = table[Int(first)]
          at &+= 1
        } else if first < 0xE0 {
          cells[cell] = table[Int(first & 0x1F) << 6 | Int(source[at + 1] & 0x3F)]
          at &+= 2
        } else {
          cells[cell] = Folding.astral
          at &+= 4
        }
        cell &+= 1
        point &+= 1
      }
    }
    count = cell
    points[cell] = point
    bytes[cell] = base + UInt32(length)
  }
}
