import CDigest

/// SHA-256 of bytes that arrive in pieces.
///
/// The bytes of `工会` in UTF-8 → `088d…`, what `sha256sum` prints.
final class Digest {
  private let context: OpaquePointer?

  // Looked up once: asking for it anew costs more than the digest of a short line.
  nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

  init() {
    context = EVP_MD_CTX_new()
    EVP_DigestInit_ex(context, Self.algorithm, nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// The digest of everything so far; the next update begins anew.
  func finish() -> [UInt8] {
    let digest = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
      count = 32
    }
    EVP_DigestInit_ex(context, Self.algorithm, nil)
    return digest
  }

  func hex() -> String {
    let digits = Array("0123456789abcdef".utf8)
    let digest = finish()
    return String(unsafeUninitializedCapacity: 64) { buffer in
      for (index, byte) in digest.enumerated() {
        buffer[2 * index] = digits[Int(byte >> 4)]
        buffer[2 * index + 1] = digits[Int(byte & 15)]
      }
      return 64
    }
  }
}
