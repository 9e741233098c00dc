/// The columns of a table and where in a record their values stand.
struct Columns {
  /// `quantity_text`, `quantity.text`.
  let names: [String]
  private let places: [[UInt8]: Int]

  /// Each entry is the column's name and the path of its value: the keys on the way, joined by dots.
  init(_ columns: [(name: String, path: String)]) {
    names = columns.map(\.name)
    places = Dictionary(
      columns.enumerated().map { (Array($0.element.path.utf8), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  func index(of path: [UInt8]) -> Int? { places[path] }
  func index(named name: String) -> Int? { names.firstIndex(of: name) }
}
