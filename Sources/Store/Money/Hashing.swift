// SHA-256 as a value of the domain, for what the ledger is held against.
import Crypto
import Domain

extension Domain.Digest {
  /// SHA-256 of the bytes.
  init(sha256 bytes: [UInt8]) {
    guard let digest = Domain.Digest(bytes: Array(SHA256.hash(data: bytes))) else {
      preconditionFailure("SHA-256 has 32 bytes")
    }
    self = digest
  }
}
