// What the page's script sends back, as strangers may have written it: parts in base 64, and in one
// of them the browser's own account of what was asked (WebAuthn, section 5.8.1).
package import Domain
import FoundationEssentials

/// The browser's account: which ceremony, which challenge, at which site.
package struct ClientData: Hashable, Sendable {
  package enum Ceremony: String, Sendable {
    case create = "webauthn.create"
    case get = "webauthn.get"
  }
  /// The challenge as the browser writes it: base 64 for addresses.
  package let challenge: String
  package let hash: Digest

  private struct Members: Decodable {
    let type: String
    let challenge: String
    let origin: String
    let crossOrigin: Bool?
    let topOrigin: String?
  }

  /// Refuses another ceremony, another origin, and what was asked from inside another site's page.
  package init(
    _ bytes: [UInt8], of ceremony: Ceremony, at place: PasskeyPlace
  ) throws(PasskeyRefusal) {
    guard bytes.count <= PasskeyRules.partBytesMax,
      let members = try? JSONDecoder().decode(Members.self, from: Data(bytes))
    else { throw .malformed }
    guard members.type == ceremony.rawValue else { throw .otherType }
    guard members.origin == place.origin, members.crossOrigin != true, members.topOrigin == nil
    else { throw .otherOrigin }
    challenge = members.challenge
    hash = Digest(of: bytes)
  }
}

/// A new passkey as it came: `clientData.attestationObject`.
package struct AddAnswer: Sendable {
  package let clientData: ClientData
  package let attestation: [UInt8]

  package init(_ field: String, at place: PasskeyPlace) throws(PasskeyRefusal) {
    let parts = try passkeyParts(field, count: 2)
    clientData = try ClientData(parts[0], of: .create, at: place)
    attestation = parts[1]
  }
}

/// A passkey in use as it came: `id.clientData.authenticatorData.signature.userHandle`, the last
/// one empty where the authenticator does not say whose it is.
package struct UseAnswer: Sendable {
  package let credential: [UInt8]
  package let clientData: ClientData
  package let assertion: PasskeyAssertion
  package let handle: [UInt8]

  package init(_ field: String, at place: PasskeyPlace) throws(PasskeyRefusal) {
    let parts = try passkeyParts(field, count: 5)
    credential = parts[0]
    clientData = try ClientData(parts[1], of: .get, at: place)
    assertion = PasskeyAssertion(
      clientDataHash: clientData.hash, authenticatorData: parts[2], signature: parts[3])
    handle = parts[4]
  }
}

private func passkeyParts(_ field: String, count: Int) throws(PasskeyRefusal) -> [[UInt8]] {
  guard field.utf8.count <= count * PasskeyRules.partBytesMax * 4 / 3 else { throw .malformed }
  let parts = field.split(separator: ".", omittingEmptySubsequences: false)
    .map { Base64URL.bytes(of: String($0)) }.compactMap(\.self)
  guard parts.count == count, parts.allSatisfy({ $0.count <= PasskeyRules.partBytesMax }) else {
    throw .malformed
  }
  return parts
}

/// RFC 4648's base 64 for addresses, without padding.
package enum Base64URL {
  package static func text(of bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
  /// Nil for anything else.
  package static func bytes(of text: String) -> [UInt8]? {
    guard text.utf8.allSatisfy({ $0 != 43 && $0 != 47 && $0 != 61 }) else { return nil }
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
    return Data(base64Encoded: plain + padding).map { Array($0) }
  }
}
