// SHA-256 over bytes, for digests of inputs and for tokens that are stored only as their hash.
import Crypto
package import Domain

extension Domain.Digest {
  /// SHA-256 of the bytes.
  package init(of bytes: some Sequence<UInt8>) {
    var hash = SHA256()
    hash.update(data: Array(bytes))
    guard let digest = Domain.Digest(bytes: Array(hash.finalize())) else {
      preconditionFailure("SHA-256 has 32 bytes")
    }
    self = digest
  }
  /// SHA-256 of the text's UTF-8 bytes.
  package init(of text: String) { self.init(of: Array(text.utf8)) }
}
