/// A grammar image that cannot be used.
public struct ImageError: Error, CustomStringConvertible, Sendable {
  public enum Reason: Sendable, Equatable {
    /// Does not begin as an image does.
    case notAnImage
    /// Written by another version of the program.
    case version(found: Int, expected: Int)
    /// Ends early or holds what no image holds.
    case cut(at: Int)
  }

  public let reason: Reason

  init(_ reason: Reason) { self.reason = reason }

  public var description: String {
    switch reason {
    case .notAnImage: "found no grammar image; run make grammars"
    case .version(let found, let expected):
      "the grammar image has format \(found), this program expects \(expected); run make grammars"
    case .cut(let at): "the grammar image is damaged at byte \(at); run make grammars"
    }
  }
}
