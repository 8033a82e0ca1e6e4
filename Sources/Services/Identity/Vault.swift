// Personal data that is stored unreadable: sealed where it must be read again, marked where it only
// has to be found.
import Crypto
package import Domain
import FoundationEssentials

/// AES-256-GCM and HMAC-SHA256 under keys derived from one secret, one for each purpose.
package struct Vault: Sendable {
  /// What is kept here; add, do not reuse. The text is part of what is sealed.
  package enum Purpose: String, Sendable {
    case fiscalCode, samlExchange, factorSecret, recoveryCode, contestedAddress
  }
  private let secret: SymmetricKey

  package init(secret: some Sequence<UInt8>) { self.secret = SymmetricKey(data: Array(secret)) }

  /// The bytes, unreadable and unchangeable without the secret. `owner` says whose they are: sealed
  /// bytes that were moved to another row do not open there.
  package func seal(
    _ bytes: [UInt8], for purpose: Purpose, of owner: String, _ entropy: Entropy
  ) throws -> [UInt8] {
    let nonce = try AES.GCM.Nonce(data: entropy.bytes(12))
    let box = try AES.GCM.seal(
      bytes, using: key(purpose, "seal"), nonce: nonce, authenticating: Array(owner.utf8))
    return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
  }
  /// The bytes again; nil if they, their owner or the secret are not the same.
  package func open(_ sealed: [UInt8], for purpose: Purpose, of owner: String) -> [UInt8]? {
    guard let box = try? AES.GCM.SealedBox(combined: sealed),
      let plain = try? AES.GCM.open(
        box, using: key(purpose, "seal"), authenticating: Array(owner.utf8))
    else { return nil }
    return Array(plain)
  }
  /// The same for the same text, and nothing to whoever has no secret.
  package func mark(_ text: String, for purpose: Purpose) -> Domain.Digest {
    let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key(purpose, "mark"))
    guard let digest = Domain.Digest(bytes: Array(code)) else {
      preconditionFailure("HMAC-SHA256 has 32 bytes")
    }
    return digest
  }

  private func key(_ purpose: Purpose, _ use: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: secret, info: Array("raccolto \(purpose.rawValue) \(use)".utf8),
      outputByteCount: 32)
  }
}
