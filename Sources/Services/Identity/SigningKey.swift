// The installation's own key: what left in a form or a cookie comes back unchanged or not at all.
import Crypto
package import Domain

/// Signs and checks with HMAC-SHA256 under a purpose, so that one signature never serves another.
package struct SigningKey: Sendable {
  private let key: SymmetricKey

  package init(secret: some Sequence<UInt8>) { key = SymmetricKey(data: Array(secret)) }

  /// The signature of a text for a purpose.
  package func sign(_ text: String, for purpose: Purpose) -> Domain.Digest {
    let code = HMAC<SHA256>.authenticationCode(for: Self.message(text, purpose), using: key)
    guard let digest = Domain.Digest(bytes: Array(code)) else {
      preconditionFailure("HMAC-SHA256 has 32 bytes")
    }
    return digest
  }
  /// Whether the signature is the text's, in constant time.
  package func isValid(_ signature: Domain.Digest, of text: String, for purpose: Purpose) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(
      signature.bytes, authenticating: Self.message(text, purpose), using: key)
  }

  /// What is signed here; add, do not reuse.
  package enum Purpose: String, Sendable {
    case visitor, form, flash, cursor, incident, access, card, address
  }
  private static func message(_ text: String, _ purpose: Purpose) -> [UInt8] {
    Array("raccolto \(purpose.rawValue)\u{0}\(text)".utf8)
  }
}
