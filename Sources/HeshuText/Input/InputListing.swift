#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files behind the paths that a user gave, one at a time.
///
/// `notices/` with `b.txt`, `2023/a.txt`, `.git/x` → `2023/a.txt`, `b.txt`: folders are walked in
/// the order of their names' bytes, hidden names are left out, one folder at a time is in memory.
struct InputListing {
  private var paths: [String]
  private var folders: [Folder] = []
  private var found = 0

  private struct Folder {
    var path: [UInt8]
    /// Where the path below the folder that was given begins.
    var idStart: Int
    /// In descending order, so that the next one is the last.
    var names: [[UInt8]]
    var device: UInt64
    var inode: UInt64
  }

  init(_ paths: [String]) { self.paths = paths.reversed() }

  mutating func next() -> Result<InputPlace, InputError>? {
    while true {
      if let folder = folders.last {
        guard let name = folders[folders.count - 1].names.popLast() else {
          folders.removeLast()
          if folders.isEmpty && found == 0 {
            return .failure(.nothingToRead(InputPlace.text(folder.path)))
          }
          continue
        }
        let path = folder.path + (folder.path.last == slash ? [] : [slash]) + name
        if let result = visit(path, idStart: folder.idStart) { return result }
        continue
      }
      guard let path = paths.popLast() else { return nil }
      if path == "-" { return .success(.standardInput) }
      found = 0
      if let result = visit(Array(path.utf8), idStart: nil) { return result }
    }
  }

  /// A file or an error; nil when the path is a folder that was entered.
  private mutating func visit(_ path: [UInt8], idStart: Int?) -> Result<InputPlace, InputError>? {
    let source = InputPlace.text(path)
    var status = stat()
    if stat(path + [0], &status) != 0 {
      found += 1
      return .failure(.cannotOpen(source, errno))
    }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR {
      let device = UInt64(status.st_dev)
      let inode = UInt64(status.st_ino)
      // A link back to a folder that is being walked would never end.
      if folders.contains(where: { $0.device == device && $0.inode == inode }) { return nil }
      guard let names = Self.names(in: path) else {
        found += 1
        return .failure(.cannotRead(source, errno))
      }
      let start = idStart ?? path.count + (path.last == slash ? 0 : 1)
      folders.append(
        Folder(path: path, idStart: start, names: names, device: device, inode: inode))
      return nil
    }
    found += 1
    // A pipe that the user named is read; one that lies about in a folder would block.
    if idStart != nil && kind != S_IFREG { return .failure(.notAFile(source)) }
    let id = idStart.map { InputPlace.text(Array(path[$0...])) } ?? source
    return .success(InputPlace(path: path, source: source, id: id))
  }

  /// The names in a folder in descending order; nil when it cannot be read.
  private static func names(in path: [UInt8]) -> [[UInt8]]? {
    guard let folder = opendir((path + [0]).map { CChar(bitPattern: $0) }) else { return nil }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $1.lexicographicallyPrecedes($0) }
  }
}

private let slash = UInt8(ascii: "/")

extension InputError {
  fileprivate static func nothingToRead(_ source: String) -> InputError {
    InputError(
      source: source, code: .nothingToRead,
      message: "no file in this folder or below it; expected at least one; hidden files "
        + "(.name) are left out unless they are named themselves")
  }

  fileprivate static func notAFile(_ source: String) -> InputError {
    InputError(
      source: source, code: .unreadable,
      message: "a pipe, socket or device in a folder; expected a file; name it itself to read it")
  }
}
