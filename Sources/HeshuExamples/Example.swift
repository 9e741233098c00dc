/// One entry of an `.examples` file: a text and what must be read in it.
///
///     === a title that says what is shown
///     全市现有企业⟦5323家⟧。
///     ---
///     count 5323 家
public struct Example: Sendable {
  /// The file below the language folder: `units/people.examples`.
  public let file: String
  /// The line of the title, from 1.
  public let line: Int
  public let title: String
  /// Why it is known to fail; nil when it must pass.
  public let todo: String?
  /// The text without marks.
  public let text: String
  /// The spans of the marks in code points; nil when nothing is marked and spans are not tested.
  public let marks: [Range<Int>]?
  /// What the document of the text says: date, place, publication.
  public let setting: [String: String]
  static let settings: Set = ["date", "place", "publication"]
  /// Empty for `none`.
  public let expectations: [Expectation]

  /// `units` of `units/people.examples`.
  public var folder: String { file.split(separator: "/").dropLast().joined(separator: "/") }
  /// `units/people`, which for a rule's file is its name.
  public var name: String { file.hasSuffix(".examples") ? String(file.dropLast(9)) : file }
}

/// One line after `---`: `amount 1500 元 modifier=over`; `-` stands for what is absent.
public struct Expectation: Sendable {
  public let line: Int
  /// As written.
  public let text: String
  public let kind: String
  public let value: String
  public let unit: String
  /// What else is asserted, in the order written.
  public let fields: [(name: String, value: String)]
}
