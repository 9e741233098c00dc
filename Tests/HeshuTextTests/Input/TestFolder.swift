import CZlib
import Foundation

@testable import HeshuText

/// A folder that lives as long as one test.
final class TestFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "heshu-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }
}

/// Everything that a reader gives, in order.
func read(_ paths: String..., options: InputOptions = InputOptions())
  -> [Result<DecodedDocument, InputError>]
{ Array(InputReader(paths, options: options)) }

extension Result where Success == DecodedDocument, Failure == InputError {
  var document: DecodedDocument? { try? get() }
  var error: InputError? {
    if case .failure(let error) = self { return error }
    return nil
  }
}

extension DecodedDocument {
  var string: String { String(decoding: text, as: UTF8.self) }
}

/// The only document of a file that a test has just written.
func document(
  _ name: String, _ bytes: [UInt8], options: InputOptions = InputOptions()
) throws -> DecodedDocument {
  let folder = try TestFolder()
  let results = read(try folder.write(name, bytes), options: options)
  if results.count != 1 { throw CountMismatch(count: results.count) }
  return try results[0].get()
}

/// The only error of a file that a test has just written.
func failure(
  _ name: String, _ bytes: [UInt8], options: InputOptions = InputOptions()
) throws -> InputError {
  let folder = try TestFolder()
  let results = read(try folder.write(name, bytes), options: options)
  guard results.count == 1, let error = results[0].error else {
    throw CountMismatch(count: results.count)
  }
  return error
}

struct CountMismatch: Error { var count: Int }

/// Text in another encoding, by the system's iconv and not by the code under test.
func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
  guard let converter = iconv_open(encoding, "UTF-8"), Int(bitPattern: converter) != -1 else {
    throw CountMismatch(count: -1)
  }
  defer { iconv_close(converter) }
  var input = Array(text.utf8).map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 4 + 16)
  let capacity = output.count
  let left = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var from = input.baseAddress
      var fromLeft = input.count
      var to = output.baseAddress
      var toLeft = output.count
      let lost = iconv(converter, &from, &fromLeft, &to, &toLeft)
      return lost == 0 ? toLeft : -1
    }
  }
  if left < 0 { throw CountMismatch(count: -2) }
  return output[..<(capacity - left)].map { UInt8(bitPattern: $0) }
}

/// Bytes packed by gzip.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(
    &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  var bytes = bytes
  var packed = [UInt8](repeating: 0, count: bytes.count + 1000)
  bytes.withUnsafeMutableBufferPointer { input in
    packed.withUnsafeMutableBufferPointer { output in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      _ = deflate(&stream, Z_FINISH)
    }
  }
  return Array(packed[..<Int(stream.total_out)])
}
