// What the browser is asked, in the names that WebAuthn gives it (sections 5.4 and 5.5); bytes are
// base 64 for addresses, as its own JSON form has them.
import Domain
import FoundationEssentials

/// A credential that exists.
private struct Descriptor: Encodable {
  let type = "public-key"
  let id: String

  init(_ credential: [UInt8]) { id = Base64URL.text(of: credential) }
}

/// Asks for a new passkey.
struct CreationOptions: Encodable {
  private struct Site: Encodable {
    let id: String
    let name = "Raccolto"
  }
  private struct User: Encodable {
    let id: String
    let name: String
    let displayName: String
  }
  private struct Kind: Encodable {
    let type = "public-key"
    let alg: Int
  }
  private struct Selection: Encodable {
    let residentKey = "preferred"
    let requireResidentKey = false
    let userVerification = "required"
  }
  private let rp: Site
  private let user: User
  private let challenge: String
  private let pubKeyCredParams = PasskeyKey.Algorithm.allCases.map { Kind(alg: $0.number) }
  private let timeout = PasskeyRules.challengeFor.milliseconds
  private let excludeCredentials: [Descriptor]
  private let authenticatorSelection = Selection()
  private let attestation = "none"

  init(_ challenge: String, at place: PasskeyPlace, for person: Person, having: [[UInt8]]) {
    rp = Site(id: place.host)
    let name = person.email?.text ?? person.name
    user = User(
      id: Base64URL.text(of: person.passkeyHandle), name: name,
      displayName: person.name.isEmpty ? name : person.name)
    self.challenge = challenge
    excludeCredentials = having.map(Descriptor.init)
  }
}

/// Asks for the use of one of these passkeys, or of any where there are none: then the device shows
/// those it has for this site, and who nobody knows here is asked the same.
struct RequestOptions: Encodable {
  private let rpId: String
  private let challenge: String
  private let timeout = PasskeyRules.challengeFor.milliseconds
  private let userVerification = "required"
  private let allowCredentials: [Descriptor]

  init(_ challenge: String, at place: PasskeyPlace, among credentials: [[UInt8]]) {
    rpId = place.host
    self.challenge = challenge
    allowCredentials = credentials.map(Descriptor.init)
  }
}

extension Encodable {
  /// As the page carries it.
  func optionsText() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension Person {
  /// What authenticators know a person by: says nothing about them to anybody else.
  var passkeyHandle: [UInt8] { Array(id.description.utf8) }
}
